import { useNotification } from '@strapi/strapi/admin';
import { Button, Field } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { styled } from 'styled-components';
import type { VisitDetail } from '../../../contracts/reception';
import { visitReasons } from '../../../contracts/vocabulary';
import { useCommand } from '../app/api';
import { useDraft } from '../app/useDraft';
import { useOnceKey } from '../app/useOnceKey';
import { useWords } from '../app/words';
import { Choice } from '../ui/Choice';
import { Panel } from '../ui/Panel';
import { Trouble } from './DeskDialog';

const Fields = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.spaces[3]};
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
  align-items: start;
`;

const empty = { name: '', phone: '', reason: 'inquiry' };

/** A stranger in three fields. Enter writes the visitor down, and the next one can be typed at once. */
export function NewVisitor({ arrived }: { arrived: () => void }) {
  const { t, word } = useWords();
  const { toggleNotification } = useNotification();
  const { send, busy } = useCommand();
  const { draft, change, clear } = useDraft('reception.visitor', empty);
  const { headersFor, done } = useOnceKey('reception.visitor');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const first = useRef<HTMLInputElement>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const name = draft.name.trim();
    setTrouble(null);
    if (name.length < 2) {
      first.current?.focus();
      return setErrors({ name: t('visitor.name-needed') });
    }
    setErrors({});
    const phone = draft.phone.trim();
    const body = { name, reason: draft.reason, ...(phone ? { phone } : {}) };
    const outcome = await send<VisitDetail>('/visits', body, headersFor(body));
    if (outcome === null) return;
    if (!outcome.ok) {
      setErrors(outcome.problem.fields);
      if (Object.keys(outcome.problem.fields).length === 0) setTrouble(outcome.problem.message);
      return;
    }
    done();
    change(empty);
    clear();
    toggleNotification({ type: 'success', message: t('visitor.arrived') });
    first.current?.focus();
    arrived();
  };

  return (
    <Panel title={t('visitor.title')}>
      <form onSubmit={submit} noValidate aria-label={t('visitor.title')}>
        {trouble && <Trouble>{trouble}</Trouble>}
        <Fields>
          <Field.Root name="name" required error={errors.name}>
            <Field.Label>{t('visitor.name')}</Field.Label>
            <Field.Input
              ref={first}
              autoComplete="off"
              maxLength={120}
              value={draft.name}
              onChange={(event) => change({ name: event.target.value })}
            />
            <Field.Error />
          </Field.Root>
          <Field.Root name="phone" error={errors.phone}>
            <Field.Label>{t('form.optional', { label: t('visitor.phone') })}</Field.Label>
            <Field.Input
              dir="ltr"
              inputMode="tel"
              autoComplete="off"
              maxLength={40}
              value={draft.phone}
              onChange={(event) => change({ phone: event.target.value })}
            />
            <Field.Error />
          </Field.Root>
          <Choice
            name="reason"
            label={t('visitor.reason')}
            required
            value={draft.reason}
            options={visitReasons.map((value) => ({ value, label: word('visit_reason', value) }))}
            change={(reason) => change({ reason })}
            error={errors.reason}
          />
        </Fields>
        <Button type="submit" startIcon={<Plus />} loading={busy} marginTop={4}>
          {t('visitor.arrive')}
        </Button>
      </form>
    </Panel>
  );
}
