import { Button, Field, Flex, Modal, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useNavigate } from 'react-router-dom';
import type { SessionDetail } from '../../../contracts/admin';
import { useCommand } from '../app/api';
import { paths } from '../app/paths';
import { useWords } from '../app/words';

interface Props {
  ready: number;
  close: () => void;
  done: () => void;
}

/** A session on a day, whose agenda is every request that is ready. */
export function NewSessionDialog({ ready, close, done }: Props) {
  const { t, dir } = useWords();
  const navigate = useNavigate();
  const { send, busy } = useCommand();
  const [heldOn, setHeldOn] = useState('');
  const [error, setError] = useState<string | undefined>();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (heldOn === '') return setError(t('form.error.required'));
    const outcome = await send<Partial<SessionDetail>>('/sessions', { heldOn });
    if (outcome === null) return;
    if (!outcome.ok) return setError(outcome.problem.fields.heldOn ?? outcome.problem.message);
    close();
    if (outcome.data.id) navigate(paths.session(outcome.data.id));
    else done();
  };

  return (
    <Modal.Root open onOpenChange={(open) => !open && close()}>
      <Modal.Content dir={dir} aria-describedby={undefined}>
        <form onSubmit={submit} noValidate style={{ display: 'contents' }}>
          <Modal.Header closeLabel={t('common.close')}>
            <Modal.Title>{t('sessions.new')}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              <Typography tag="p">{t('sessions.new-explained', { n: ready })}</Typography>
              <Field.Root name="heldOn" required error={error}>
                <Field.Label>{t('sessions.held-on')}</Field.Label>
                <Field.Input
                  type="date"
                  value={heldOn}
                  onChange={(event) => setHeldOn(event.target.value)}
                />
                <Field.Error />
              </Field.Root>
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button type="button" variant="tertiary" onClick={close}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('sessions.create')}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
