import { Button, Flex, MenuItem, SimpleMenu, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { QueueRow } from '../../../../contracts/queue';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { stepsFor } from './bulk';
import type { BulkStep } from './bulk';

/** Stays in sight while one scrolls through the rows. */
const Bar = styled.section`
  position: sticky;
  inset-block-end: 0;
  z-index: 2;
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: ${({ theme }) => theme.spaces[3]};
  padding: ${({ theme }) => theme.spaces[3]} ${({ theme }) => theme.spaces[4]};
  border: 1px solid ${({ theme }) => theme.colors.primary200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.primary100};
  box-shadow: ${({ theme }) => theme.shadows.popupShadow};
`;

interface Props {
  rows: readonly QueueRow[];
  busy: boolean;
  /** why the last try came to nothing */
  trouble: string | null;
  /** null: the person's hands are not among those that can hold a request */
  take: (() => void) | null;
  /** null: the person may not give requests to others */
  assign: (() => void) | null;
  step: (step: BulkStep) => void;
  /** null: the chosen ones are not requests of which one takes up the others */
  merge: (() => void) | null;
  clear: () => void;
}

/** What can be done to all chosen rows at once. */
export function BulkBar(props: Props) {
  const { rows, busy, trouble, take, assign, step, merge, clear } = props;
  const { t, word } = useWords();
  const { number } = useFormats();
  const steps = stepsFor(rows);
  return (
    <Bar aria-label={t('bulk.label')}>
      <Typography tag="p" fontWeight="bold" role="status">
        {t('bulk.chosen', { n: rows.length })}
      </Typography>
      <Flex gap={2} wrap="wrap">
        {take && (
          <Button variant="secondary" disabled={busy} onClick={take}>
            {t('bulk.take')}
          </Button>
        )}
        {assign && (
          <Button variant="secondary" disabled={busy} onClick={assign}>
            {t('bulk.assign')}
          </Button>
        )}
        {steps.length > 0 && (
          <SimpleMenu label={t('bulk.steps')} variant="secondary" size="M" disabled={busy}>
            {steps.map(({ step: one, rows: fitting }) => (
              <MenuItem key={one} onSelect={() => step(one)}>
                {t('bulk.step-for', {
                  action: word('action', one),
                  n: number(fitting),
                  all: number(rows.length),
                })}
              </MenuItem>
            ))}
          </SimpleMenu>
        )}
        {merge && (
          <Button variant="secondary" disabled={busy} onClick={merge}>
            {t('bulk.merge')}
          </Button>
        )}
        <Button variant="tertiary" onClick={clear}>
          {t('bulk.clear')}
        </Button>
      </Flex>
      {trouble && (
        <Typography tag="p" role="alert" textColor="danger700">
          {trouble}
        </Typography>
      )}
    </Bar>
  );
}
