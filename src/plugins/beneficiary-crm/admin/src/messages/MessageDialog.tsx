import { Button, Modal, Typography } from '@strapi/design-system';
import type { MessageDetail } from '../../../contracts/admin';
import { useCrm } from '../app/api';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { Prose, Stack } from '../ui/Prose';
import { Show } from '../ui/States';

/** The text of a kept message, to be read or handed to whom it is for. */
export function MessageDialog({ id, close }: { id: string; close: () => void }) {
  const { t, word, dir } = useWords();
  const message = useCrm<MessageDetail>(`/messages/${encodeURIComponent(id)}`);
  return (
    <Modal.Root open onOpenChange={(open) => !open && close()}>
      <Modal.Content dir={dir} aria-describedby={undefined}>
        <Modal.Header closeLabel={t('common.close')}>
          <Modal.Title>
            {message.data ? word('template', message.data.template) : t('messages.one')}
          </Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Show from={message}>
            {(loaded) => (
              <Stack>
                <Typography tag="p" textColor="neutral600">
                  {t('messages.to')} <Bdi dir="ltr">{loaded.to}</Bdi>
                </Typography>
                <Typography tag="h3" variant="delta">
                  <Bdi>{loaded.subject}</Bdi>
                </Typography>
                <Prose>{loaded.body}</Prose>
              </Stack>
            )}
          </Show>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={close}>
            {t('common.close')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
