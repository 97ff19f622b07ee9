import { Button, Flex, Typography } from '@strapi/design-system';
import type { FormEvent } from 'react';
import type { ImprovementDetail } from '../../../../contracts/improvements';
import { useDraft } from '../../app/useDraft';
import { useWords } from '../../app/words';
import { Choice } from '../../ui/Choice';
import { DayField } from '../../ui/DayField';
import { Facts } from '../../ui/Facts';
import { FieldGrid } from '../../ui/FieldGrid';
import { AreaField, LineField } from '../../ui/Fields';
import { Panel } from '../../ui/Panel';
import { Prose, Stack } from '../../ui/Prose';
import { useSend } from '../useSend';
import { asShare, percentOf } from './percent';

interface Props {
  improvement: ImprovementDetail;
  reload: () => void;
}

/** What people said and what was done, in both languages side by side; and for keepers whose it is, and until when. */
export function ImprovementForm({ improvement, reload }: Props) {
  const { t } = useWords();
  const { id, version, may, owner, dueOn, target, staff, theme } = improvement;
  const { titleAr, titleEn, saidAr, saidEn, resultAr, resultEn } = improvement;
  const texts = { titleAr, titleEn, saidAr, saidEn, resultAr, resultEn };
  // Another version is another draft: nobody overwrites what a colleague has written since.
  const { draft, change, clear } = useDraft(`improvement.${id}.${version}`, {
    ...texts,
    owner: owner ? String(owner.id) : '',
    dueOn: dueOn ?? '',
    target: percentOf(target),
  });
  const { take, errors, trouble, busy } = useSend(reload, 'put');
  const written = Object.entries(texts).filter(([, text]) => text !== '');
  if (!may.change)
    return written.length === 0 ? null : (
      <Panel title={t('improvements.texts')}>
        <Facts
          facts={written.map(([key, text]) => ({
            key,
            label: t(`improvements.field.${key}`),
            value: <Prose as="div">{text}</Prose>,
          }))}
        />
      </Panel>
    );

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const share = asShare(draft.target);
    const { owner: ownerId, dueOn: due, target: typed, ...written } = draft;
    const saved = await take({
      path: `/improvements/${id}`,
      body: {
        version,
        ...written,
        owner: ownerId ? Number(ownerId) : null,
        dueOn: due || null,
        target: theme && typed !== percentOf(target) ? share : target,
      },
      mistakes: {
        titleAr: draft.titleAr.trim().length < 5 && 'improvements.error.title',
        target: typed.trim() !== '' && share === null && 'improvements.error.target',
      },
      done: t('improvements.saved'),
    });
    if (saved) clear();
  };
  return (
    <Panel title={t('improvements.texts')}>
      <form onSubmit={(event) => void save(event)} noValidate>
        <Stack>
          <Typography tag="p" textColor="neutral600">
            {t('improvements.texts-explained')}
          </Typography>
          <FieldGrid $least="40rem">
            <LineField
              name="titleAr"
              label={t('improvements.field.titleAr')}
              required
              maxLength={200}
              value={draft.titleAr}
              change={(next) => change({ titleAr: next })}
              error={errors.titleAr}
            />
            <LineField
              name="titleEn"
              label={t('improvements.field.titleEn')}
              dir="ltr"
              maxLength={200}
              value={draft.titleEn}
              change={(next) => change({ titleEn: next })}
              error={errors.titleEn}
            />
            {(['saidAr', 'saidEn', 'resultAr', 'resultEn'] as const).map((field) => (
              <AreaField
                key={field}
                name={field}
                label={t(`improvements.field.${field}`)}
                maxLength={field.startsWith('said') ? 1_000 : 2_000}
                value={draft[field]}
                change={(next) => change({ [field]: next })}
                error={errors[field]}
              />
            ))}
          </FieldGrid>
          {may.assign && (
            <FieldGrid>
              <Choice
                name="owner"
                label={t('improvements.field.owner')}
                empty={t('improvements.unowned')}
                value={draft.owner}
                options={staff.map((one) => ({ value: String(one.id), label: one.name }))}
                change={(next) => change({ owner: next })}
                error={errors.owner}
              />
              <DayField
                name="dueOn"
                label={t('improvements.field.due')}
                value={draft.dueOn}
                change={(next) => change({ dueOn: next })}
                error={errors.dueOn}
              />
              {theme && (
                <LineField
                  name="target"
                  label={t('improvements.field.target')}
                  dir="ltr"
                  inputMode="numeric"
                  value={draft.target}
                  change={(next) => change({ target: next })}
                  error={errors.target}
                />
              )}
            </FieldGrid>
          )}
          {trouble && (
            <Typography tag="p" role="alert" textColor="danger700">
              {trouble}
            </Typography>
          )}
          <Flex>
            <Button type="submit" variant="secondary" loading={busy}>
              {t('improvements.save')}
            </Button>
          </Flex>
        </Stack>
      </form>
    </Panel>
  );
}
