import type { Chart, ChartType, Plugin } from 'chart.js';

/** A confidence interval in the units of the value axis, or null where there is none to draw. */
export type Interval = { low: number; high: number } | null;

export interface ErrorBarOptions {
  intervals: Interval[];
  color: string;
}

declare module 'chart.js' {
  // The type parameter is the library's own and must be repeated for the declarations to merge.
  interface PluginOptionsByType<TType extends ChartType> {
    errorBars?: ErrorBarOptions & { ofType?: TType };
  }
}

const cap = 6;

/** Draws each bar's interval as a whisker with two caps, on horizontal bars. */
export const errorBars: Plugin<'bar'> = {
  id: 'errorBars',
  afterDatasetsDraw(chart: Chart<'bar'>) {
    // Chart.js types every option as possibly left out; charts without whiskers leave out all of them.
    const { color, intervals } = chart.options.plugins?.errorBars ?? {};
    const scale = chart.scales.x;
    if (!color || !intervals || !scale) return;
    const { ctx } = chart;
    ctx.save();
    ctx.strokeStyle = color;
    ctx.lineWidth = 2;
    chart.getDatasetMeta(0).data.forEach((bar, index) => {
      const interval = intervals[index];
      if (interval?.low === undefined || interval.high === undefined) return;
      const low = scale.getPixelForValue(interval.low);
      const high = scale.getPixelForValue(interval.high);
      ctx.beginPath();
      ctx.moveTo(low, bar.y);
      ctx.lineTo(high, bar.y);
      for (const end of [low, high]) {
        ctx.moveTo(end, bar.y - cap);
        ctx.lineTo(end, bar.y + cap);
      }
      ctx.stroke();
    });
    ctx.restore();
  },
};
