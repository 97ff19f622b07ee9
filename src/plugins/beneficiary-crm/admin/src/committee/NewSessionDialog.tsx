import { Button, Field, Flex, Modal, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useNavigate } from 'react-router-dom';
import type { SessionDetail, SessionList } from '../../../contracts/sessions';
import { useCommand } from '../app/api';
import { paths } from '../app/paths';
import { useWords } from '../app/words';
import { Choice } from '../ui/Choice';

interface Props {
  /** the committees whose session the reader may plan */
  plans: SessionList['plans'];
  close: () => void;
  done: () => void;
}

/** A session of a committee on a day, whose agenda is everything that is ready for it. */
export function NewSessionDialog({ plans, close, done }: Props) {
  const { t, word, dir } = useWords();
  const navigate = useNavigate();
  const { send, busy } = useCommand();
  const [heldOn, setHeldOn] = useState('');
  const [purpose, setPurpose] = useState(
    () => (plans.find(({ ready }) => ready > 0) ?? plans[0])?.purpose,
  );
  const ready = plans.find((plan) => plan.purpose === purpose)?.ready ?? 0;
  const [error, setError] = useState<string | undefined>();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (heldOn === '') return setError(t('form.error.required'));
    const outcome = await send<Partial<SessionDetail>>('/sessions', { heldOn, purpose });
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
              {plans.length > 1 && (
                <Choice
                  label={t('sessions.of')}
                  name="purpose"
                  required
                  value={purpose ?? ''}
                  options={plans.map((plan) => ({
                    value: plan.purpose,
                    label: word('committee_purpose', plan.purpose),
                  }))}
                  change={(value) =>
                    setPurpose(plans.find((plan) => plan.purpose === value)?.purpose)
                  }
                />
              )}
              <Typography tag="p">
                {t(`sessions.new-explained.${purpose ?? 'requests'}`, { n: ready })}
              </Typography>
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
