import { Field, Textarea } from '@strapi/design-system';
import type { ContactWish } from '../../../contracts/contact';
import { useWords } from '../app/words';
import { Choice } from '../ui/Choice';
import { DeskDialog } from './DeskDialog';
import { spokenChannels } from './ToldDialog';
import { useDeskForm } from './useDeskForm';

interface Props {
  wish: ContactWish;
  close: () => void;
  reload: () => void;
}

/** What was said with who asked to be contacted; their message goes when it is kept. */
export function ContactedDialog({ wish, close, reload }: Props) {
  const { t, word } = useWords();
  const form = useDeskForm(`wish.${wish.id}`, { channel: 'phone', note: '' });
  const { channel, note } = form.draft;

  const submit = async () => {
    if (note.trim().length < 2) return form.setErrors({ note: t('note.needed') });
    const body = { channel, note: note.trim() };
    if (await form.post(`/contact-wishes/${wish.id}/done`, body, t('note.kept'))) close();
    reload();
  };

  return (
    <DeskDialog
      title={t('wishes.contacted')}
      intro={t('wishes.contacted-intro')}
      trouble={form.errors.note ? null : form.trouble}
      confirm={t('note.keep')}
      busy={form.busy}
      submit={submit}
      close={close}
    >
      <Choice
        name="channel"
        label={t('told.channel')}
        value={channel}
        options={spokenChannels.map((value) => ({ value, label: word('channel', value) }))}
        change={(chosen) => form.change({ channel: chosen })}
      />
      <Field.Root name="note" required error={form.errors.note}>
        <Field.Label>{t('note.summary')}</Field.Label>
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
