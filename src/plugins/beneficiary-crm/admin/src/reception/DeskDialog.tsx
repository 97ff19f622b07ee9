import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import type { FormEvent, ReactNode } from 'react';
import { useWords } from '../app/words';

interface Props {
  title: string;
  /** what it is for, in a sentence */
  intro?: string;
  trouble: string | null;
  confirm: string;
  busy: boolean;
  submit: () => void;
  close: () => void;
  children: ReactNode;
}

/** What went wrong, said once and aloud. */
export const Trouble = ({ children }: { children: string }) => (
  <Typography tag="p" role="alert" textColor="danger700" paddingBottom={3}>
    {children}
  </Typography>
);

interface FrameProps {
  title: string;
  close: () => void;
  children: ReactNode;
}

export function DeskDialogFrame({ title, close, children }: FrameProps) {
  const { t, dir } = useWords();
  return (
    <Modal.Root open onOpenChange={(open) => !open && close()}>
      <Modal.Content dir={dir} aria-describedby={undefined}>
        <Modal.Header closeLabel={t('common.close')}>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        {children}
      </Modal.Content>
    </Modal.Root>
  );
}

/** A form of the desk. What is typed stays until it was accepted. */
export function DeskDialog(props: Props) {
  const { title, intro, trouble, confirm, busy, submit, close, children } = props;
  const { t } = useWords();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  return (
    <DeskDialogFrame title={title} close={close}>
      <form onSubmit={onSubmit} noValidate style={{ display: 'contents' }}>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5}>
            {intro && <Typography tag="p">{intro}</Typography>}
            {trouble && <Trouble>{trouble}</Trouble>}
            {children}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button type="button" variant="tertiary" onClick={close}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {confirm}
          </Button>
        </Modal.Footer>
      </form>
    </DeskDialogFrame>
  );
}
