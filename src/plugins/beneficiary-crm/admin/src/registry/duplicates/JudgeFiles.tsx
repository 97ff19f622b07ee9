import { Button, Field, Flex, Radio, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { JudgedMatch, MatchDetail, MergeField } from '../../../../contracts/duplicates';
import type { RegistryChoices } from '../../../../contracts/registry';
import { useCommand } from '../../app/api';
import { useDraft } from '../../app/useDraft';
import { useWords } from '../../app/words';
import { Choices } from '../../ui/Choices';
import { AreaField } from '../../ui/Fields';
import { FormDialog } from '../../ui/FormDialog';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';
import { branchName, useRegistryChoices } from '../useRegistryChoices';

type FilesMatch = Extract<MatchDetail, { kind: 'files' }>;

interface Draft {
  verdict: '' | 'same' | 'different' | 'unsure';
  keep: string;
  take: MergeField[];
  note: string;
}

/** What the officer says of two files; `same` is asked once more, since two files become one. */
export function JudgeFiles({ match, reload }: { match: FilesMatch; reload: () => void }) {
  const { t, dir } = useWords();
  const choices = useRegistryChoices();
  const { toggleNotification } = useNotification();
  const { send, busy } = useCommand();
  const [older, newer] = [...match.sides].sort((a, b) => a.openedAt.localeCompare(b.openedAt));
  const { draft, change, clear } = useDraft<Draft>(`match.${match.id}`, {
    verdict: '',
    keep: older?.file.id ?? '',
    take: [],
    note: '',
  });
  const [asking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const same = draft.verdict === 'same';
  const kept = match.sides.find(({ file }) => file.id === draft.keep) ?? older;
  const gone = match.sides.find((side) => side !== kept) ?? newer;
  const offered = match.differs.filter((field) => gone?.fields[field] != null);

  const judge = async () => {
    setTrouble(null);
    const note = draft.note.trim() === '' ? {} : { note: draft.note };
    const outcome = await send<JudgedMatch>(`/matches/${match.id}/judge`, {
      verdict: draft.verdict,
      ...note,
      ...(same
        ? { keep: kept?.file.id, take: draft.take.filter((field) => offered.includes(field)) }
        : {}),
    });
    if (outcome === null) return;
    if (!outcome.ok) {
      setTrouble(outcome.problem.message);
      return;
    }
    clear();
    setAsking(false);
    toggleNotification({ type: 'success', message: t(`match.done.${draft.verdict}`) });
    reload();
  };

  return (
    <Panel title={t('match.question')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (same) setAsking(true);
          else void judge();
        }}
      >
        <Stack>
          <Radio.Group
            dir={dir}
            aria-label={t('match.question')}
            value={draft.verdict}
            onValueChange={(verdict: string) => change({ verdict: verdict as Draft['verdict'] })}
          >
            {(['same', 'different', 'unsure'] as const).map((verdict) => (
              <Radio.Item key={verdict} value={verdict}>
                {t(`match.verdict.${verdict}`)}
              </Radio.Item>
            ))}
          </Radio.Group>
          {same && (
            <>
              <Field.Root name="keep">
                <Field.Label>{t('match.keep')}</Field.Label>
                <Radio.Group
                  dir={dir}
                  aria-label={t('match.keep')}
                  value={kept?.file.id ?? ''}
                  onValueChange={(keep: string) => change({ keep, take: [] })}
                >
                  {match.sides.map(({ file }) => (
                    <Radio.Item key={file.id} value={file.id}>
                      {t('match.keep-this', {
                        number: `\u2066${file.fileNumber}\u2069`,
                        name: file.name,
                      })}
                    </Radio.Item>
                  ))}
                </Radio.Group>
              </Field.Root>
              {offered.length > 0 && (
                <Choices
                  label={t('match.take')}
                  options={offered.map((field) => ({
                    value: field,
                    label: t('match.take-this', {
                      field: t(`match.field.${field}`),
                      value: wordsOf(field, gone?.fields[field] ?? '', t, choices),
                    }),
                  }))}
                  chosen={draft.take}
                  change={(take) =>
                    change({ take: offered.filter((field) => take.includes(field)) })
                  }
                />
              )}
            </>
          )}
          <AreaField
            name="note"
            label={t('match.note')}
            maxLength={500}
            value={draft.note}
            change={(note) => change({ note })}
          />
          {trouble && !asking && (
            <Typography tag="p" role="alert" textColor="danger700">
              {trouble}
            </Typography>
          )}
          <Flex>
            <Button type="submit" disabled={draft.verdict === ''} loading={busy && !asking}>
              {t(same ? 'match.merge' : 'match.save')}
            </Button>
          </Flex>
        </Stack>
      </form>
      {asking && (
        <FormDialog
          title={t('match.merge')}
          explained={t('match.merge-follows', {
            kept: `\u2066${kept?.file.fileNumber ?? ''}\u2069`,
            gone: `\u2066${gone?.file.fileNumber ?? ''}\u2069`,
          })}
          trouble={trouble}
          errors={{}}
          action={t('match.merge')}
          busy={busy}
          submit={() => void judge()}
          close={() => setAsking(false)}
        />
      )}
    </Panel>
  );
}

/** A value within a sentence; what is a code there has no words of its own in a checkbox. */
const wordsOf = (
  field: MergeField,
  value: string,
  t: (key: string) => string,
  choices: RegistryChoices | null,
): string => {
  if (field === 'branch') return branchName(choices, value);
  if (field === 'sex') return t(`sex.${value}`);
  if (field === 'preferredChannel') return t(`contact.${value}`);
  if (field === 'preferredTimes')
    return value
      .split(' ')
      .map((time) => t(`contact_time.${time}`))
      .join(t('common.comma'));
  return `\u2068${value}\u2069`;
};
