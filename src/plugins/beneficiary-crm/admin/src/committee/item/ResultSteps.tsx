import { Flex, Typography } from '@strapi/design-system';
import { Check, Minus } from '@strapi/icons';
import { styled } from 'styled-components';
import type { AgendaItemDetail } from '../../../../contracts/items';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Prose, Stack } from '../../ui/Prose';
import { tallySentences } from '../sentences';

const Steps = styled.ol`
  list-style: none;
  padding: 0;
  display: flex;
  flex-direction: column;
  gap: ${({ theme }) => theme.spaces[3]};

  li {
    display: flex;
    gap: ${({ theme }) => theme.spaces[3]};
    align-items: start;
    line-height: 1.7;
  }
  svg {
    flex: none;
    margin-block-start: 0.5rem;
  }
`;
const More = styled.details`
  summary {
    cursor: pointer;
    color: ${({ theme }) => theme.colors.primary700};
    font-size: ${({ theme }) => theme.fontSizes[2]};
    padding-block: ${({ theme }) => theme.spaces[2]};
  }
`;

/** The count: the numbers in a sentence, each step with its own, what was missing, and the receipts that counted. */
export function ResultSteps({ item }: { item: AgendaItemDetail }) {
  const { t } = useWords();
  const { number } = useFormats();
  const { tally, missing, counted, rules } = item;
  if (!tally) return null;
  const [attended, votes, ...rest] = tallySentences(tally, rules).map(({ key, values }) =>
    t(key, values),
  );
  return (
    <Stack>
      <Typography
        tag="p"
        variant="delta"
        fontWeight="regular"
        style={{ lineHeight: 1.7 }}
        data-testid="tally"
      >
        {t('tally.sentence', {
          attended,
          votes,
          hasRest: rest.length > 1 ? 'yes' : 'no',
          rest: rest.slice(0, -1).join(t('common.comma')),
          result: rest.at(-1),
        })}
      </Typography>
      <div>
        <Typography tag="h3" variant="omega" fontWeight="bold" paddingBottom={2}>
          {t('tally.steps')}
        </Typography>
        <Steps>
          {tally.steps.map(({ step, passed, text }, place) => (
            <li key={`${step}.${place}`}>
              {passed ? <Check aria-hidden fill="success600" /> : <Minus aria-hidden />}
              <Typography>{text}</Typography>
            </li>
          ))}
        </Steps>
      </div>
      {missing.length > 0 && (
        <div>
          <Typography tag="h3" variant="omega" fontWeight="bold">
            {t('tally.missing')}
          </Typography>
          {missing.map((text, place) => (
            <Prose key={place}>{text}</Prose>
          ))}
        </div>
      )}
      {counted.length > 0 && (
        <More>
          <summary>{t('tally.counted', { n: counted.length })}</summary>
          <Typography tag="p" paddingBottom={2}>
            {t('tally.counted-explained')}
          </Typography>
          <Flex
            tag="ul"
            gap={4}
            wrap="wrap"
            aria-label={t('tally.counted', { n: number(counted.length) })}
          >
            {counted.map((code) => (
              <Typography key={code} tag="li">
                <Bdi dir="ltr">{code}</Bdi>
              </Typography>
            ))}
          </Flex>
        </More>
      )}
    </Stack>
  );
}
