import { Field, Textarea } from '@strapi/design-system';
import type { InteractionView } from '../../../contracts/reception';
import { interactionDirections, visitReasons } from '../../../contracts/vocabulary';
import { useWords } from '../app/words';
import { Choice } from '../ui/Choice';
import { ContactWhom } from './ContactWhom';
import type { Whom } from './ContactWhom';
import { DeskDialog } from './DeskDialog';
import { spokenChannels } from './ToldDialog';
import { useDeskForm } from './useDeskForm';

const empty = {
  whom: null as Whom | null,
  channel: 'phone',
  direction: 'incoming',
  reason: 'inquiry',
  name: '',
  phone: '',
  summary: '',
};

/** A call, a letter, a message (C2, C3, C4): what was said, without anybody at the desk. */
export function ContactDialog({ close }: { close: () => void }) {
  const { t, word } = useWords();
  const form = useDeskForm('reception.contact', empty);
  const { draft, change, errors } = form;

  const submit = async () => {
    if (draft.summary.trim().length < 2) return form.setErrors({ summary: t('note.needed') });
    const { whom, channel, direction, reason } = draft;
    const [name, phone] = [draft.name.trim(), draft.phone.trim()];
    const body = {
      ...{ channel, direction, reason },
      summary: draft.summary.trim(),
      // Whoever has a file is known by it.
      ...(whom ? { [whom.kind]: whom.id } : {}),
      ...(!whom && name ? { name } : {}),
      ...(!whom && phone ? { phone } : {}),
    };
    if (await form.post<InteractionView>('/interactions', body, t('note.kept'))) close();
  };
  const choice = (
    name: 'channel' | 'direction' | 'reason',
    list: string,
    values: readonly string[],
  ) => (
    <Choice
      name={name}
      label={t(`contact.${name}`)}
      value={draft[name]}
      options={values.map((value) => ({ value, label: word(list, value) }))}
      change={(chosen) => change({ [name]: chosen })}
      error={errors[name]}
    />
  );

  return (
    <DeskDialog
      title={t('contact.new')}
      intro={t('contact.intro')}
      trouble={Object.keys(errors).length > 0 ? null : form.trouble}
      confirm={t('note.keep')}
      busy={form.busy}
      submit={submit}
      close={close}
    >
      {choice('channel', 'channel', spokenChannels)}
      {choice('direction', 'direction', interactionDirections)}
      <ContactWhom {...draft} change={change} errors={errors} />
      {choice('reason', 'visit_reason', visitReasons)}
      <Field.Root name="summary" required error={errors.summary}>
        <Field.Label>{t('note.summary')}</Field.Label>
        <Textarea
          value={draft.summary}
          maxLength={4000}
          onChange={(event) => change({ summary: event.target.value })}
        />
        <Field.Error />
      </Field.Root>
    </DeskDialog>
  );
}
