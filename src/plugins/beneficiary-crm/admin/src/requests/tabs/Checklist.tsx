import { useNotification } from '@strapi/strapi/admin';
import { Button, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { Check, WarningCircle } from '@strapi/icons';
import { useState } from 'react';
import { styled } from 'styled-components';
import type { RequestDetail } from '../../../../contracts/admin';
import { useCommand } from '../../app/api';
import { useFormats } from '../../app/formats';
import { useDraft } from '../../app/useDraft';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Tag } from '../../ui/Tag';

type Row = RequestDetail['checklist'][number];
const tones = { pending: 'neutral', ok: 'success', problem: 'warning' } as const;

const Rows = styled.ul`
  list-style: none;
  padding: 0;

  li {
    padding-block: ${({ theme }) => theme.spaces[3]};
    border-block-end: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
`;

interface Props {
  request: RequestDetail;
  reload: () => void;
}

/** S2: each answer and document found in order, or not, by whom and when. */
export function Checklist({ request, reload }: Props) {
  const { toggleNotification } = useNotification();
  const { send, busy } = useCommand();
  const may = request.actions.some(({ action, allowed }) => action === 'check_item' && allowed);

  const check = async (key: string, state: 'ok' | 'problem', note?: string) => {
    const body = { expectedVersion: request.version, key, state, ...(note ? { note } : {}) };
    const outcome = await send(`/requests/${request.id}/actions/check_item`, body);
    if (outcome === null) return false;
    if (!outcome.ok) toggleNotification({ type: 'warning', message: outcome.problem.message });
    reload();
    return outcome.ok;
  };

  return (
    <Rows>
      {request.checklist.map((row) => (
        <ChecklistRow
          key={row.key}
          row={row}
          draftKey={`${request.id}.check.${row.key}`}
          check={may ? check : null}
          busy={busy}
        />
      ))}
    </Rows>
  );
}

interface RowProps {
  row: Row;
  draftKey: string;
  check: ((key: string, state: 'ok' | 'problem', note?: string) => Promise<boolean>) | null;
  busy: boolean;
}

function ChecklistRow({ row, draftKey, check, busy }: RowProps) {
  const { t } = useWords();
  const { dayAndTime } = useFormats();
  const [noting, setNoting] = useState(false);
  const { draft, change, clear } = useDraft(draftKey, { note: row.note ?? '' });

  const report = async () => {
    if (await check?.(row.key, 'problem', draft.note)) {
      clear();
      setNoting(false);
    }
  };

  return (
    <li>
      <Flex justifyContent="space-between" gap={3} wrap="wrap" alignItems="start">
        <Flex direction="column" alignItems="start" gap={1} flex="1 1 20rem">
          <Typography fontWeight="bold">{row.label}</Typography>
          <Tag tone={tones[row.state]}>{t(`checklist.${row.state}`)}</Tag>
          {row.note && <Typography>{row.note}</Typography>}
          {row.by && row.at && (
            <Typography variant="pi" textColor="neutral600">
              <Bdi>{row.by}</Bdi>
              {' · '}
              <Bdi>{dayAndTime(row.at)}</Bdi>
            </Typography>
          )}
        </Flex>
        {check && (
          <Flex gap={2}>
            <Button
              variant="success-light"
              size="S"
              startIcon={<Check aria-hidden />}
              disabled={busy || row.state === 'ok'}
              aria-label={t('checklist.mark-ok', { label: row.label })}
              onClick={() => void check(row.key, 'ok')}
            >
              {t('checklist.ok')}
            </Button>
            <Button
              variant="tertiary"
              size="S"
              startIcon={<WarningCircle aria-hidden />}
              aria-expanded={noting}
              aria-label={t('checklist.mark-problem', { label: row.label })}
              onClick={() => setNoting(!noting)}
            >
              {t('checklist.problem')}
            </Button>
          </Flex>
        )}
      </Flex>
      {noting && (
        <Flex direction="column" alignItems="stretch" gap={2} paddingTop={3}>
          <Field.Root name={`note.${row.key}`}>
            <Field.Label>{t('checklist.note')}</Field.Label>
            <Textarea
              value={draft.note}
              maxLength={1000}
              onChange={(event) => change({ note: event.target.value })}
            />
          </Field.Root>
          <Flex>
            <Button size="S" loading={busy} onClick={() => void report()}>
              {t('checklist.save-problem')}
            </Button>
          </Flex>
        </Flex>
      )}
    </li>
  );
}
