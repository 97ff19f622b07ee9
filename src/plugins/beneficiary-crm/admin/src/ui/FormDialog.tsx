import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useEffect, useRef } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useWords } from '../app/words';

interface Props {
  title: string;
  /** what follows from it */
  explained?: ReactNode;
  /** why it was refused */
  trouble: string | null;
  /** mistakes by field; the first of them takes the focus */
  errors: Record<string, string>;
  submit: () => void;
  action: string;
  busy: boolean;
  danger?: boolean;
  close: () => void;
  children?: ReactNode;
}

/** A form over the page: its heading, what follows, its fields, and the one button that sends it. */
export function FormDialog(props: Props) {
  const { title, explained, trouble, errors, submit, action, busy, danger, close, children } =
    props;
  const { t, dir } = useWords();
  const form = useRef<HTMLFormElement>(null);
  // Taken before the dialog takes the focus: there it goes back to.
  const opener = useRef(document.activeElement);
  const goBack = (event: Event) => {
    event.preventDefault();
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  useEffect(() => {
    if (Object.keys(errors).length > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    // A dialog stands within the page's tree: what it sends is not the page's.
    event.stopPropagation();
    submit();
  };
  return (
    <Modal.Root open onOpenChange={(open) => !open && close()}>
      <Modal.Content dir={dir} aria-describedby={undefined} onCloseAutoFocus={goBack}>
        <form ref={form} onSubmit={send} noValidate style={{ display: 'contents' }}>
          <Modal.Header closeLabel={t('common.close')}>
            <Modal.Title>{title}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={5}>
              {explained && <Typography tag="p">{explained}</Typography>}
              {trouble && (
                <Typography tag="p" role="alert" textColor="danger700">
                  {trouble}
                </Typography>
              )}
              {children}
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button type="button" variant="tertiary" onClick={close}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" variant={danger ? 'danger' : 'default'} loading={busy}>
              {action}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
