import { Field, Radio, Textarea } from '@strapi/design-system';
import type { VisitDetail, VisitEnding } from '../../../contracts/reception';
import { visitEndings } from '../../../contracts/reception';
import { useWords } from '../app/words';
import { DeskDialog } from './DeskDialog';
import { useDeskForm } from './useDeskForm';
import type { VisitProps } from './VisitPanel';

interface Ending {
  how: VisitEnding;
  note: string;
}

/** How the visit ended, with a note if there is one. */
export function EndDialog({ visit, close, reload }: VisitProps & { close: () => void }) {
  const { t, dir } = useWords();
  const form = useDeskForm<Ending>(`visit.${visit.id}.end`, { how: 'served', note: '' });
  const { how, note } = form.draft;

  const submit = async () => {
    const body = {
      expectedVersion: visit.version,
      how,
      ...(note.trim() ? { note: note.trim() } : {}),
    };
    if (await form.post<VisitDetail>(`/visits/${visit.id}/end`, body, t('end.done'))) close();
    reload();
  };

  return (
    <DeskDialog
      title={t('visit.end')}
      intro={t('end.intro')}
      trouble={form.trouble}
      confirm={t('visit.end')}
      busy={form.busy}
      submit={submit}
      close={close}
    >
      <Field.Root name="how">
        <Field.Label>{t('end.how')}</Field.Label>
        <Radio.Group
          dir={dir}
          value={how}
          aria-label={t('end.how')}
          onValueChange={(chosen) => form.change({ how: chosen === 'left' ? 'left' : 'served' })}
        >
          {visitEndings.map((one) => (
            <Radio.Item key={one} value={one}>
              {t(`end.${one}`)}
            </Radio.Item>
          ))}
        </Radio.Group>
      </Field.Root>
      <Field.Root name="note" error={form.errors.note}>
        <Field.Label>{t('form.optional', { label: t('note.summary') })}</Field.Label>
        <Textarea
          value={note}
          maxLength={4000}
          onChange={(event) => form.change({ note: event.target.value })}
        />
        <Field.Error />
      </Field.Root>
    </DeskDialog>
  );
}
