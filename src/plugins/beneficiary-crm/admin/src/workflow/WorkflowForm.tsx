import { useNotification } from '@strapi/strapi/admin';
import { Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { useEffect, useRef, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import type { WorkflowView } from '../../../contracts/workflow';
import { useCommand } from '../app/api';
import { useDraft } from '../app/useDraft';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { FieldGrid } from '../ui/FieldGrid';
import { AreaField } from '../ui/Fields';
import { Fieldset } from '../ui/Fieldset';
import { Panel } from '../ui/Panel';
import { Stack } from '../ui/Prose';
import { bodyOf, emptyDraft, shownIn } from './draft';
import type { WorkflowDraft } from './draft';
import { NumberField } from './NumberField';
import { Reminders } from './Reminders';
import { groups, typedNumbers } from './settings';
import { useSettingWords } from './useSettingWords';

interface Props {
  workflow: WorkflowView;
  reload: () => void;
}

export function WorkflowForm({ workflow, reload }: Props) {
  const { t } = useWords();
  const { nameOf, explained } = useSettingWords();
  const { toggleNotification } = useNotification();
  const { send, busy } = useCommand();
  const { draft, change, clear } = useDraft<WorkflowDraft>('workflow', emptyDraft);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(errors).length > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors]);
  const shown = shownIn(draft, workflow);
  const inForce = typedNumbers(workflow.settings);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTrouble(null);
    const made = bodyOf(draft, workflow);
    if (!made.ok) {
      setErrors(Object.fromEntries(Object.entries(made.problems).map(([at, key]) => [at, t(key)])));
      return;
    }
    setErrors({});
    const outcome = await send('/workflow', made.body);
    if (outcome === null) return;
    if (outcome.ok) {
      change(emptyDraft);
      clear();
      toggleNotification({ type: 'success', message: t('workflow.kept') });
      reload();
      return;
    }
    setErrors(outcome.problem.fields);
    setTrouble(outcome.problem.message);
    if (outcome.problem.status === 409) reload();
  };

  const panel = (group: (typeof groups)[keyof typeof groups], more?: ReactNode) => (
    <Panel title={t(`workflow.group.${group.name}`)}>
      <Stack>
        <Typography tag="p" textColor="neutral600">
          {t(`workflow.group-explained.${group.name}`)}
        </Typography>
        <FieldGrid>
          {group.numbers.map(({ path, clause }) => (
            <NumberField
              key={path}
              path={path}
              clause={clause}
              value={shown.numbers[path] ?? ''}
              inForce={inForce[path] ?? ''}
              change={(value) =>
                change((before) => ({ numbers: { ...before.numbers, [path]: value } }))
              }
              error={errors[path]}
            />
          ))}
        </FieldGrid>
        {more}
      </Stack>
    </Panel>
  );

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack>
        {panel(
          groups.reply,
          <Fieldset
            legend={nameOf('holdUntilEarliest')}
            hint={
              <>
                {explained('holdUntilEarliest')} {t('workflow.clause')} <Bdi>S5</Bdi>.
              </>
            }
          >
            <Checkbox checked={shown.hold} onCheckedChange={(on) => change({ hold: on === true })}>
              {t('workflow.hold')}
            </Checkbox>
          </Fieldset>,
        )}
        {panel(groups.others)}
        {panel(
          groups.asking,
          <Reminders
            reminders={shown.reminders}
            change={(reminders) => change({ reminders })}
            errors={errors}
          />,
        )}
        {panel(groups.appeal)}
        {panel(groups.complaint)}
        {panel(groups.steps)}
        <Panel title={t('workflow.keep')}>
          <Stack>
            {trouble && (
              <Typography tag="p" role="alert" textColor="danger700">
                {trouble}
              </Typography>
            )}
            <AreaField
              name="reason"
              label={t('workflow.reason')}
              hint={t('workflow.reason-hint')}
              required
              maxLength={300}
              value={draft.reason}
              change={(reason) => change({ reason })}
              error={errors.reason}
            />
            <Typography tag="p">{t('workflow.from-now-on')}</Typography>
            <Flex gap={2} wrap="wrap">
              <Button type="submit" size="L" loading={busy}>
                {t('workflow.keep')}
              </Button>
              <Button
                type="button"
                size="L"
                variant="tertiary"
                onClick={() => {
                  change(emptyDraft);
                  clear();
                  setErrors({});
                  setTrouble(null);
                }}
              >
                {t('workflow.undo')}
              </Button>
            </Flex>
          </Stack>
        </Panel>
      </Stack>
    </form>
  );
}
