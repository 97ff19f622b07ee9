import { Field, Textarea } from '@strapi/design-system';
import type { InteractionView } from '../../../contracts/reception';
import { useWords } from '../app/words';
import { DeskDialog } from './DeskDialog';
import { useDeskForm } from './useDeskForm';
import type { VisitProps } from './VisitPanel';

/** What was said in a visit, in the officer's words. */
export function NoteDialog({ visit, close, reload }: VisitProps & { close: () => void }) {
  const { t } = useWords();
  const form = useDeskForm(`visit.${visit.id}.note`, { summary: '' });
  const { summary } = form.draft;

  const submit = async () => {
    if (summary.trim().length < 2) return form.setErrors({ summary: t('note.needed') });
    const body = { visit: visit.id, reason: visit.reason, summary: summary.trim() };
    if (await form.post<InteractionView>('/interactions', body, t('note.kept'))) {
      close();
      reload();
    }
  };

  return (
    <DeskDialog
      title={t('visit.note')}
      trouble={form.errors.summary ? null : form.trouble}
      confirm={t('note.keep')}
      busy={form.busy}
      submit={submit}
      close={close}
    >
      <Field.Root name="summary" required error={form.errors.summary} hint={t('note.hint')}>
        <Field.Label>{t('note.summary')}</Field.Label>
        <Textarea
          value={summary}
          maxLength={4000}
          onChange={(event) => form.change({ summary: event.target.value })}
        />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
    </DeskDialog>
  );
}
