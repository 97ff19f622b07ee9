import { useNotification } from '@strapi/strapi/admin';
import { Button, Field, Flex, Modal, Textarea, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useNavigate } from 'react-router-dom';
import type { AgendaItemDetail } from '../../../contracts/items';
import { useCommand } from '../app/api';
import { paths } from '../app/paths';
import { useDraft } from '../app/useDraft';
import { useWords } from '../app/words';
import { Choice } from '../ui/Choice';

const grounds = ['relative', 'interest', 'other'] as const;

interface Props {
  item: AgendaItemDetail;
  path: string;
  close: () => void;
}

/** A member's own conflict of interest. It says first what follows: the item disappears for this member. */
export function RecusalDialog({ item, path, close }: Props) {
  const { t, word, dir } = useWords();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const { send, busy } = useCommand();
  const { draft, change, clear } = useDraft(`${item.id}.recusal`, { ground: '', reason: '' });
  const [error, setError] = useState<string | undefined>();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (draft.ground === '') return setError(t('form.error.required'));
    const outcome = await send(`${path}/recusals`, {
      ground: draft.ground,
      ...(draft.reason.trim() ? { reason: draft.reason.trim() } : {}),
    });
    if (outcome === null) return;
    if (!outcome.ok) return setError(outcome.problem.message);
    clear();
    toggleNotification({ type: 'success', message: t('recusal.done') });
    navigate(paths.session(item.sessionId));
  };

  return (
    <Modal.Root open onOpenChange={(open) => !open && close()}>
      <Modal.Content dir={dir} aria-describedby={undefined}>
        <form onSubmit={submit} noValidate style={{ display: 'contents' }}>
          <Modal.Header closeLabel={t('common.close')}>
            <Modal.Title>{t('recusal.title')}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              <Typography tag="p">{t('recusal.consequence')}</Typography>
              <Choice
                name="ground"
                label={t('recusal.ground')}
                required
                value={draft.ground}
                options={grounds.map((value) => ({ value, label: word('ground', value) }))}
                change={(ground) => change({ ground })}
                error={error}
              />
              <Field.Root name="reason">
                <Field.Label>{t('form.optional', { label: t('recusal.reason') })}</Field.Label>
                <Textarea
                  value={draft.reason}
                  maxLength={1000}
                  onChange={(event) => change({ reason: event.target.value })}
                />
              </Field.Root>
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button type="button" variant="tertiary" onClick={close}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" variant="danger" loading={busy}>
              {t('recusal.confirm')}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
