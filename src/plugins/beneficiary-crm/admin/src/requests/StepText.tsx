import { Typography } from '@strapi/design-system';
import type { StepView } from '../../../contracts/stalled';
import { useFormats } from '../app/formats';
import type { Formats } from '../app/formats';
import { useWords } from '../app/words';
import type { Words } from '../app/words';
import { spanWords } from './span';

/** How the step stands, in one phrase. */
export function stepPhrase(t: Words['t'], { dayAndTime }: Formats, step: StepView): string {
  const { dueAt, paused, left, over } = step;
  const working = (span: NonNullable<StepView['left']>) =>
    t('step.working', { span: spanWords(t, span) });
  if (paused) {
    const some = left && (left.days > 0 || left.hours > 0);
    return some ? t('step.paused', { span: working(left) }) : t('step.paused-over');
  }
  if (dueAt === null) return t('step.counting');
  const until = t('step.until', { when: dayAndTime(dueAt) });
  if (over) return `${until} · ${t('step.over', { span: working(over) })}`;
  return left ? `${until} · ${t('step.left', { span: working(left) })}` : until;
}

/** Until when the step may last, and since when it does; coloured only when it has lasted too long. */
export function StepText({ step }: { step: StepView }) {
  const { t } = useWords();
  const formats = useFormats();
  const since = t('step.since', { when: formats.dayAndTime(step.since) });
  return (
    <div>
      <Typography tag="p" textColor={step.overdue ? 'danger700' : 'neutral800'}>
        <Typography tag="span" fontWeight="bold" textColor="inherit">
          {t(step.promise ? `step.promise.${step.promise}` : 'step.label')}
        </Typography>{' '}
        {stepPhrase(t, formats, step)}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {since}
        {step.reckonedAnew && ` · ${t('step.anew')}`}
      </Typography>
    </div>
  );
}
