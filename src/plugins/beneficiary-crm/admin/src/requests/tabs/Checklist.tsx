import { useNotification } from '@strapi/strapi/admin';
import { Button, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { Check, WarningCircle } from '@strapi/icons';
import { useState } from 'react';
import { styled } from 'styled-components';
import type { RequestDetail } from '../../../../contracts/admin';
import { useFormats } from '../../app/formats';
import { useDraft } from '../../app/useDraft';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Tag } from '../../ui/Tag';
import { Changes } from '../checking/Changes';
import { useAct } from '../checking/useAct';

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

/** S2: each answer, and each point of the service's own list, found in order or not; papers have their own place. */
export function Checklist({ request, reload }: Props) {
  const { toggleNotification } = useNotification();
  const { act, busy, changes } = useAct(request, reload);
  const may = request.actions.some(({ action, allowed }) => action === 'check_item' && allowed);

  const check = async (key: string, state: 'ok' | 'problem', note?: string) => {
    const outcome = await act('check_item', { key, state, ...(note ? { note } : {}) });
    if (outcome === null) return false;
    if (!outcome.ok && outcome.problem.code !== 'error.version_conflict')
      toggleNotification({ type: 'warning', message: outcome.problem.message });
    return outcome.ok;
  };

  return (
    <>
      <Changes changes={changes} />
      <Rows>
        {request.checklist
          .filter(({ kind }) => kind !== 'document')
          .map((row) => (
            <ChecklistRow
              key={row.key}
              row={row}
              draftKey={`${request.id}.check.${row.key}`}
              check={may ? check : null}
              busy={busy}
            />
          ))}
      </Rows>
    </>
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
          {row.shown && (
            <Typography>
              <Bdi>{row.shown}</Bdi>
            </Typography>
          )}
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
