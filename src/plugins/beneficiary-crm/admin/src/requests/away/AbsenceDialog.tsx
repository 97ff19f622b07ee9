import { useNotification } from '@strapi/strapi/admin';
import { Field } from '@strapi/design-system';
import { useState } from 'react';
import type { AbsenceView, Colleagues } from '../../../../contracts/queue';
import { useCommand } from '../../app/api';
import { useDraft } from '../../app/useDraft';
import { useOnceKey } from '../../app/useOnceKey';
import { useWords } from '../../app/words';
import { Choice } from '../../ui/Choice';
import { FieldGrid } from '../../ui/FieldGrid';
import { FormDialog } from '../../ui/FormDialog';

interface Props {
  colleagues: Colleagues;
  close: () => void;
  reload: () => void;
}

/** From when to when someone is away, and who stands in: oneself, or a colleague for those who give out work. */
export function AbsenceDialog({ colleagues, close, reload }: Props) {
  const { t } = useWords();
  const { toggleNotification } = useNotification();
  const { send, busy } = useCommand();
  const { headersFor, done } = useOnceKey('away.absence');
  const { draft, change, clear } = useDraft('away.absence', {
    person: '',
    from: '',
    to: '',
    deputy: '',
  });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const working = colleagues.people.filter(({ state }) => state !== 'gone');
  const me = working.find((one) => one.me);
  const person = draft.person || (me ? String(me.id) : '');
  const named = (people: typeof working) =>
    people.map(({ id, name }) => ({ value: String(id), label: name }));

  const submit = async () => {
    const found: Record<string, string> = {};
    for (const name of ['from', 'to'] as const)
      if (!draft[name]) found[name] = t('form.error.required');
    if (!person) found.person = t('form.error.required');
    if (draft.from && draft.to && draft.to < draft.from) found.to = t('away.error.order');
    setErrors(found);
    setTrouble(null);
    if (Object.keys(found).length > 0) return;
    const body = {
      person: Number(person),
      from: draft.from,
      to: draft.to,
      ...(draft.deputy ? { deputy: Number(draft.deputy) } : {}),
    };
    const outcome = await send<AbsenceView>('/queue/absences', body, headersFor(body));
    if (outcome === null) return;
    if (!outcome.ok) {
      setErrors(outcome.problem.fields);
      return setTrouble(outcome.problem.message);
    }
    done();
    clear();
    toggleNotification({ type: 'success', message: t('away.added') });
    reload();
    close();
  };
  const day = (name: 'from' | 'to') => (
    <Field.Root name={name} required error={errors[name]}>
      <Field.Label>{t(`away.${name}`)}</Field.Label>
      <Field.Input
        type="date"
        value={draft[name]}
        onChange={(event) => change({ [name]: event.target.value })}
      />
      <Field.Error />
    </Field.Root>
  );

  return (
    <FormDialog
      title={t('away.add')}
      explained={t('away.explained')}
      trouble={trouble}
      errors={errors}
      submit={() => void submit()}
      action={t('away.add-button')}
      busy={busy}
      close={close}
    >
      {colleagues.mayAssign && (
        <Choice
          name="person"
          label={t('away.person')}
          value={person}
          options={named(working)}
          change={(value) => change({ person: value })}
          required
          error={errors.person}
        />
      )}
      <FieldGrid>
        {day('from')}
        {day('to')}
      </FieldGrid>
      <Choice
        name="deputy"
        label={t('form.optional', { label: t('away.deputy') })}
        empty={t('away.nobody')}
        value={draft.deputy}
        options={named(working.filter(({ id }) => String(id) !== person))}
        change={(deputy) => change({ deputy })}
        error={errors.deputy}
      />
    </FormDialog>
  );
}
