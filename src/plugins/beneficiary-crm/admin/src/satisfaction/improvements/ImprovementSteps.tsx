import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { ImprovementDetail } from '../../../../contracts/improvements';
import { useDraft } from '../../app/useDraft';
import { useWords } from '../../app/words';
import { DayField } from '../../ui/DayField';
import { AreaField } from '../../ui/Fields';
import { FormDialog } from '../../ui/FormDialog';
import { useSend } from '../useSend';

const steps = ['finish', 'publish', 'withdraw', 'drop'] as const;
type Step = (typeof steps)[number];

interface Props {
  improvement: ImprovementDetail;
  reload: () => void;
}

const today = () =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Riyadh' }).format(new Date());

/** What may be done with an action now; each asks once more, and says what follows from it. */
export function ImprovementSteps({ improvement, reload }: Props) {
  const { t } = useWords();
  const [asked, setAsked] = useState<Step | null>(null);
  return (
    <>
      <Flex gap={2} wrap="wrap">
        {steps.map(
          (step) =>
            improvement.may[step] && (
              <Button
                key={step}
                variant={step === 'finish' || step === 'publish' ? 'default' : 'tertiary'}
                onClick={() => setAsked(step)}
              >
                {t(`improvements.step.${step}`)}
              </Button>
            ),
        )}
      </Flex>
      {asked && (
        <StepDialog
          step={asked}
          improvement={improvement}
          reload={reload}
          close={() => setAsked(null)}
        />
      )}
    </>
  );
}

function StepDialog({
  step,
  improvement,
  reload,
  close,
}: Props & { step: Step; close: () => void }) {
  const { t } = useWords();
  const { id, version, missing, resultAr } = improvement;
  const { draft, change, clear } = useDraft(`improvement.${id}.step`, {
    doneOn: today(),
    reason: '',
  });
  const { take, errors, trouble, busy } = useSend(reload);
  const lacking =
    step === 'publish' ? missing : step === 'finish' && resultAr === '' ? ['resultAr'] : [];
  const submit = async () => {
    const taken = await take({
      path: `/improvements/${id}/${step}`,
      body: {
        version,
        ...(step === 'finish' ? { doneOn: draft.doneOn } : {}),
        ...(step === 'drop' ? { reason: draft.reason } : {}),
      },
      mistakes: {
        doneOn: step === 'finish' && draft.doneOn === '' && 'form.error.required',
        reason: step === 'drop' && draft.reason.trim().length < 3 && 'form.error.required',
      },
      done: t(`improvements.step-done.${step}`),
    });
    if (!taken) return;
    clear();
    close();
  };
  return (
    <FormDialog
      title={t(`improvements.step.${step}`)}
      explained={t(`improvements.step-explained.${step}`)}
      trouble={trouble}
      errors={errors}
      submit={() => void submit()}
      action={t(`improvements.step.${step}`)}
      busy={busy}
      danger={step === 'drop'}
      close={close}
    >
      {lacking.length > 0 && (
        <Typography tag="p" textColor="warning700">
          {t('improvements.missing', {
            fields: lacking
              .map((field) => t(`improvements.field.${field}`))
              .join(t('common.comma')),
          })}
        </Typography>
      )}
      {step === 'finish' && (
        <DayField
          name="doneOn"
          label={t('improvements.field.doneOn')}
          required
          value={draft.doneOn}
          change={(doneOn) => change({ doneOn })}
          error={errors.doneOn}
        />
      )}
      {step === 'drop' && (
        <AreaField
          name="reason"
          label={t('form.reason')}
          required
          maxLength={1_000}
          value={draft.reason}
          change={(reason) => change({ reason })}
          error={errors.reason}
        />
      )}
    </FormDialog>
  );
}
