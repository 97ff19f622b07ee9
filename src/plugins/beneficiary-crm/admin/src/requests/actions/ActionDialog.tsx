import { useNotification } from '@strapi/strapi/admin';
import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { RequestDetail } from '../../../../contracts/admin';
import type { RequestAction } from '../../../../contracts/vocabulary';
import { useDraft } from '../../app/useDraft';
import { useWords } from '../../app/words';
import { Changes } from '../checking/Changes';
import { useAct } from '../checking/useAct';
import { ActionField } from './ActionField';
import { actionBody, actionForms, formProblems, proposed } from './forms';
import type { Typed } from './forms';

interface Props {
  request: RequestDetail;
  action: RequestAction;
  close: () => void;
  /** called after success, and after someone else was faster */
  reload: () => void;
}

/** The form of an action, or the question before it. What is typed stays until it was accepted. */
export function ActionDialog({ request, action, close, reload }: Props) {
  const { t, word, dir } = useWords();
  const { toggleNotification } = useNotification();
  const { act, busy, changes } = useAct(request, reload);
  const fields = actionForms[action] ?? [];
  const start: Typed = action === 'ask_applicant' ? proposed(request) : {};
  if (action === 'enrol' && request.applicant.idType) start.identityType = request.applicant.idType;
  const { draft, change, clear } = useDraft<Typed>(`${request.id}.${action}`, start);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = Object.entries(formProblems(fields, draft));
    setErrors(Object.fromEntries(found.map(([name, { key, values }]) => [name, t(key, values)])));
    setTrouble(null);
    if (found.length > 0) return;
    const outcome = await act(action, actionBody(action, fields, draft, request.version));
    if (outcome === null) return;
    if (outcome.ok) {
      clear();
      toggleNotification({
        type: 'success',
        message: t('action.done', { action: word('action', action) }),
      });
      close();
      return;
    }
    setErrors(outcome.problem.fields);
    setTrouble(outcome.problem.message);
  };

  // Someone was faster, and what they did may have ended the matter: then there is nothing to send again.
  const still = request.actions.find((one) => one.action === action);
  const over = changes !== null && !still?.allowed;

  return (
    <Modal.Root open onOpenChange={(open) => !open && close()}>
      <Modal.Content dir={dir} aria-describedby={undefined}>
        <form onSubmit={submit} noValidate style={{ display: 'contents' }}>
          <Modal.Header closeLabel={t('common.close')}>
            <Modal.Title>{word('action', action)}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={5}>
              <Typography tag="p">{t(`ask.${action}`)}</Typography>
              <Changes changes={changes} />
              {over && changes.length > 0 && (
                <Typography tag="p" textColor="danger700">
                  {still?.refusals.map(({ message }) => message).join(' ') || t('changes.over')}
                </Typography>
              )}
              {trouble && !changes && (
                <Typography tag="p" role="alert" textColor="danger700">
                  {trouble}
                </Typography>
              )}
              {fields.map((field) => (
                <ActionField
                  key={field.name}
                  action={action}
                  field={field}
                  request={request}
                  value={draft[field.name]}
                  change={(value) => change({ [field.name]: value })}
                  error={errors[field.name]}
                />
              ))}
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button type="button" variant="tertiary" onClick={close}>
              {t(changes ? 'changes.give-up' : 'common.cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={over}>
              {changes ? t('changes.send-again') : word('action', action)}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
