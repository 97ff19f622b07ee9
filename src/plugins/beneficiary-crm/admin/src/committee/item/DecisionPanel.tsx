import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Panel } from '../../ui/Panel';
import { Prose, Stack } from '../../ui/Prose';
import { Tag } from '../../ui/Tag';
import { outcomeTone } from '../../ui/tones';
import type { ItemProps } from './ItemPage';
import { ReasonForm } from './ReasonForm';
import { ResultSteps } from './ResultSteps';

const Release = styled.details`
  margin-block-start: ${({ theme }) => theme.spaces[4]};

  summary {
    cursor: pointer;
    color: ${({ theme }) => theme.colors.primary700};
    font-size: ${({ theme }) => theme.fontSizes[2]};
    padding-block-end: ${({ theme }) => theme.spaces[3]};
  }
`;

/** After the close: the count with its steps, the reason that the presiding member states, the decision. */
export function DecisionPanel(props: ItemProps) {
  const { t, word } = useWords();
  const { dayAndTime, money } = useFormats();
  const { tally, decision, rights } = props.item;
  if (!tally) return null;
  const outcome = decision?.outcome ?? tally.outcome;

  return (
    <Panel
      title={t('decision.title')}
      aside={<Tag tone={outcomeTone(outcome)}>{word('outcome', outcome)}</Tag>}
    >
      <Stack>
        <ResultSteps item={props.item} />
        {tally.outcome === 'no_quorum' ? (
          <Typography tag="p">{t('decision.carried-over')}</Typography>
        ) : decision ? (
          <div>
            <Typography tag="h3" variant="omega" fontWeight="bold">
              {t('decision.decision-reason')}
            </Typography>
            <Prose>{decision.reason}</Prose>
            {decision.amount !== null && (
              <Typography tag="p">
                {t('decision.amount')} <Bdi>{money(decision.amount / 100)}</Bdi>
              </Typography>
            )}
            {decision.conditions !== null && (
              <>
                <Typography tag="h3" variant="omega" fontWeight="bold">
                  {t('motion.conditions')}
                </Typography>
                <Prose>{decision.conditions}</Prose>
              </>
            )}
            <Typography tag="p" variant="pi" textColor="neutral600">
              {dayAndTime(decision.decidedAt)}
            </Typography>
            {rights.release.allowed && (
              <Release>
                <summary>{t('decision.release')}</summary>
                <ReasonForm {...props} step="release" />
              </Release>
            )}
          </div>
        ) : rights.decide.allowed ? (
          <ReasonForm {...props} step="decision" />
        ) : (
          <Typography tag="p">{t('decision.waits')}</Typography>
        )}
      </Stack>
    </Panel>
  );
}
