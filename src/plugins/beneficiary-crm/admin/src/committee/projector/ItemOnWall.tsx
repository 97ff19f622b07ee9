import { styled } from 'styled-components';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import type { WallItem } from './wall';

const Large = styled.section`
  display: flex;
  flex-direction: column;
  gap: 0.4em;

  h2 {
    font-size: 1em;
    font-weight: 400;
    color: ${({ theme }) => theme.colors.neutral700};
  }
  .reference {
    font-size: 2.6em;
    font-weight: 700;
    line-height: 1.3;
  }
  .standing {
    font-size: 1.8em;
    font-weight: 700;
    line-height: 1.4;
    color: ${({ theme }) => theme.colors.primary700};
  }
  .rejected {
    color: ${({ theme }) => theme.colors.danger700};
  }
  .accepted {
    color: ${({ theme }) => theme.colors.success700};
  }
  ol {
    display: flex;
    flex-direction: column;
    gap: 0.3em;
    padding-inline-start: 1.4em;
    list-style: decimal;
  }
`;

interface Props {
  item: WallItem | null;
  of: number;
}

/** One item: its number and service; while its vote is open how many have voted; after the close the result. */
export function ItemOnWall({ item, of }: Props) {
  const { t, word } = useWords();
  const { number } = useFormats();
  if (item === null) return <p>{t('projector.no-items')}</p>;
  const { turnout, outcome } = item;
  return (
    <Large aria-live="polite">
      <h2>{t('projector.position', { n: number(item.position), of: number(of) })}</h2>
      <p className="reference">
        <Bdi dir="ltr">{item.reference}</Bdi>
      </p>
      <p>{item.serviceName ?? word('kind', item.kind)}</p>
      <p className={`standing ${outcome ?? ''}`}>
        {outcome ? word('outcome', outcome) : word('item', item.status)}
      </p>
      {turnout && item.status === 'open' && (
        <p data-testid="turnout">
          {t('projector.turnout', { voted: turnout.voted, mayVote: turnout.mayVote })}
        </p>
      )}
      {item.steps.length > 0 && (
        <ol aria-label={t('projector.steps')}>
          {item.steps.map(({ step, text }, at) => (
            <li key={`${step}.${at}`}>{text}</li>
          ))}
        </ol>
      )}
    </Large>
  );
}
