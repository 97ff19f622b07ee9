import type { Figure } from '../api/types';
import { t, tx } from '../texts/i18n';
import { Ltr } from '../ui/bits';

/** A share of 0…1 as a whole percentage. */
export const percent = (share: number) => `${Math.round(share * 100)}%`;

/** The value as a bar and its interval as whiskers upon it; said in words beside it. */
function Bar({ value, low, high }: { value: number; low: number | null; high: number | null }) {
  return (
    <div class="figure-bar" aria-hidden="true">
      <span class="value" style={{ inlineSize: percent(value) }} />
      {low !== null && high !== null && (
        <span
          class="whisker"
          style={{ insetInlineStart: percent(low), inlineSize: percent(high - low) }}
        />
      )}
    </div>
  );
}

/** Nearly everyone answered alike: of the share only the side is said, and no interval. */
function sideOf({ value, low, high }: Figure): 'under' | 'over' | null {
  if (value === null) return null;
  if (low === 0 && high === value && value > 0) return 'under';
  return high === 1 && low === value && value < 1 ? 'over' : null;
}

/** One figure with everything without which it would mislead: n, the interval, the definition. */
export function FigureView({ figure, main }: { figure: Figure; main?: boolean }) {
  const { label, definition, n, value, low, high, withheld } = figure;
  const side = sideOf(figure);
  if (value === null)
    return (
      <div class="figure">
        {!main && <h3>{label}</h3>}
        <p class="empty">{t(withheld ? 'satisfaction.withheld' : 'satisfaction.none')}</p>
      </div>
    );
  return (
    <div class={main ? 'figure main' : 'figure'}>
      {!main && <h3>{label}</h3>}
      <p class="figure-value">
        <strong>
          {side ? (
            tx(`satisfaction.${side}`, { share: <Ltr>{percent(value)}</Ltr> })
          ) : (
            <Ltr>{percent(value)}</Ltr>
          )}
        </strong>{' '}
        {main && t('satisfaction.satisfied')}
        <span class="n"> · {t('satisfaction.ofPeople', { n })}</span>
      </p>
      <Bar value={value} low={side ? null : low} high={high} />
      {low !== null && high !== null && !side && (
        <p class="hint">
          {low === high
            ? t('satisfaction.census')
            : tx('satisfaction.interval', {
                low: <Ltr>{percent(low)}</Ltr>,
                high: <Ltr>{percent(high)}</Ltr>,
              })}
        </p>
      )}
      <details>
        <summary>{t('satisfaction.how')}</summary>
        <p>{definition}</p>
      </details>
    </div>
  );
}
