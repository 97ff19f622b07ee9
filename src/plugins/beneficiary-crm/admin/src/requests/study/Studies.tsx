import { Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { StudyView } from '../../../../contracts/study';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { Choice } from '../../ui/Choice';
import { Panel } from '../../ui/Panel';
import { PlainTable } from '../../ui/PlainTable';
import { Stack } from '../../ui/Prose';
import { Study } from '../../ui/Study';
import { differencesOf } from './differences';
import type { Difference } from './differences';

/** The newest study; the earlier ones beside it, with what each later one says otherwise. */
export function Studies({ studies }: { studies: readonly StudyView[] }) {
  const { t } = useWords();
  const { dayAndTime, number } = useFormats();
  const [shown, setShown] = useState<string | null>(null);
  const [newest] = studies;
  if (!newest) return null;
  const at = Math.max(
    0,
    studies.findIndex(({ id }) => id === shown),
  );
  const study = studies[at] ?? newest;
  const before = studies[at + 1];
  return (
    <>
      <Panel
        title={t('request.study')}
        aside={
          studies.length > 1 && (
            <Flex minWidth="22rem">
              <Choice
                name="study-version"
                label={t('study.version')}
                value={study.id}
                options={studies.map(({ id, version, writtenAt }) => ({
                  value: id,
                  label: t('study.version-nth', { n: number(version), at: dayAndTime(writtenAt) }),
                }))}
                change={setShown}
              />
            </Flex>
          )
        }
      >
        <Study study={study} />
      </Panel>
      {before && <Differences before={before} after={study} />}
    </>
  );
}

function Differences({ before, after }: { before: StudyView; after: StudyView }) {
  const { t, word } = useWords();
  const { money, number } = useFormats();
  const found = differencesOf(before, after);
  const shown = (kind: Difference['kind'], value: Difference['before']): string => {
    if (value === null || value === '') return '—';
    if (typeof value === 'number') return kind === 'money' ? money(value) : number(value);
    return kind === 'outcome' || kind === 'tenure' ? word(kind, value) : value;
  };
  const nameOf = ({ label }: Difference): string =>
    'own' in label
      ? t(`study.${label.own}`)
      : 'list' in label
        ? word(label.list, label.value)
        : label.question;
  return (
    <Panel title={t('study.differences', { n: number(before.version) })}>
      <Stack>
        {found.length === 0 ? (
          <Typography tag="p">{t('study.no-differences')}</Typography>
        ) : (
          <PlainTable
            label={t('study.differences', { n: number(before.version) })}
            columns={[t('study.what'), t('study.before')]}
            last={t('study.after')}
            rows={found.map((one) => ({
              key: JSON.stringify(one.label),
              cells: [nameOf(one), shown(one.kind, one.before)],
              last: shown(one.kind, one.after),
            }))}
          />
        )}
      </Stack>
    </Panel>
  );
}
