import type { ChartType, Plugin } from 'chart.js';

/** A confidence interval in the units of the value axis, or null where there is none to draw. */
export type Interval = { low: number; high: number } | null;

export interface ErrorBarOptions {
  intervals: Interval[];
  color: string;
  /** whose figures they are; the first one's when left out */
  dataset?: number;
}

declare module 'chart.js' {
  // The type parameter is the library's own and must be repeated for the declarations to merge.
  interface PluginOptionsByType<TType extends ChartType> {
    errorBars?: ErrorBarOptions & { ofType?: TType };
  }
}

const cap = 6;

/** Draws each figure's interval as a whisker with two caps, along the axis on which the figures are read. */
export const errorBars: Plugin = {
  id: 'errorBars',
  afterDatasetsDraw(chart) {
    // Chart.js types every option as possibly left out; charts without whiskers leave out all of them.
    const { color, intervals, dataset = 0 } = chart.options.plugins?.errorBars ?? {};
    const across = chart.options.indexAxis === 'y';
    const scale = across ? chart.scales.x : chart.scales.y;
    if (!color || !intervals || !scale) return;
    const { ctx } = chart;
    /** A point so far along the axis of the figures, and so far from the middle of the bar. */
    const at = (middle: { x: number; y: number }, along: number, aside: number) =>
      across ? ([along, middle.y + aside] as const) : ([middle.x + aside, along] as const);
    ctx.save();
    ctx.strokeStyle = color;
    ctx.lineWidth = 2;
    chart.getDatasetMeta(dataset).data.forEach((middle, index) => {
      const interval = intervals[index];
      if (interval?.low === undefined || interval.high === undefined) return;
      const ends = [scale.getPixelForValue(interval.low), scale.getPixelForValue(interval.high)];
      ctx.beginPath();
      ends.forEach((end, which) => {
        if (which === 0) ctx.moveTo(...at(middle, end, 0));
        else ctx.lineTo(...at(middle, end, 0));
      });
      for (const end of ends) {
        ctx.moveTo(...at(middle, end, -cap));
        ctx.lineTo(...at(middle, end, cap));
      }
      ctx.stroke();
    });
    ctx.restore();
  },
};
