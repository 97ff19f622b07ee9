import type { Figure, PublicSatisfaction } from '../api/types';
import { t, tx } from '../texts/i18n';
import { Day, Ltr } from '../ui/bits';
import { FigureView, percent } from './FigureView';
import { Loaded } from './Loaded';

function Response({ rate }: { rate: PublicSatisfaction['responseRate'] }) {
  if (rate.value === null) return null;
  return (
    <p>
      {tx('satisfaction.response', {
        complete: <Ltr>{rate.complete}</Ltr>,
        invited: <Ltr>{rate.invited}</Ltr>,
        share: <Ltr>{percent(rate.value)}</Ltr>,
      })}
    </p>
  );
}

type Improvement = PublicSatisfaction['improvements'][number];

/** The figure before and since; that the difference may be chance is said too. */
function EffectLine({ effect }: { effect: NonNullable<Improvement['effect']> }) {
  const { before, since, change } = effect;
  if (before?.value == null || since?.value == null) return null;
  return (
    <p class="hint">
      {tx(`satisfaction.effect.${change ?? 'chance'}`, {
        before: <Ltr>{percent(before.value)}</Ltr>,
        since: <Ltr>{percent(since.value)}</Ltr>,
        n: <Ltr>{since.n}</Ltr>,
      })}
    </p>
  );
}

/** You said, we did. */
function Improvements({ done }: { done: Improvement[] }) {
  if (done.length === 0) return <p class="empty">{t('satisfaction.noImprovements')}</p>;
  return (
    <ul class="cards said-done">
      {done.map(({ title, said, result, doneOn, effect }) => (
        <li key={title + doneOn}>
          <h3>{title}</h3>
          {said && (
            <p>
              <strong>{t('satisfaction.youSaid')}</strong> <q>{said}</q>
            </p>
          )}
          <p>
            <strong>{t('satisfaction.weDid')}</strong> {result}
          </p>
          {effect && <EffectLine effect={effect} />}
          <p class="hint">{tx('satisfaction.doneOn', { date: <Day at={doneOn} plain /> })}</p>
        </li>
      ))}
    </ul>
  );
}

/** A question that nobody has answered yet has nothing to say. */
const isSaid = ({ n, withheld }: Figure) => n > 0 || withheld;

export function Satisfaction() {
  return (
    <Loaded<PublicSatisfaction>
      path="/satisfaction"
      title={t('satisfaction.title')}
      lead={t('satisfaction.lead')}
    >
      {({ period, csat, questions, responseRate, improvements }) => (
        <>
          <p class="hint">
            {tx('satisfaction.period', {
              from: <Day at={period.from} plain />,
              to: <Day at={period.to} plain />,
            })}
          </p>
          <FigureView figure={csat} main />
          <Response rate={responseRate} />
          {questions.some(isSaid) && <h2>{t('satisfaction.questions')}</h2>}
          {questions.filter(isSaid).map((figure) => (
            <FigureView key={figure.key} figure={figure} />
          ))}
          <h2>{t('satisfaction.improvements')}</h2>
          <Improvements done={improvements} />
        </>
      )}
    </Loaded>
  );
}
