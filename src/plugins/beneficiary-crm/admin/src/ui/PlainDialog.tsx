import { Modal } from '@strapi/design-system';
import { useRef } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '../app/words';

interface Props {
  title: string;
  close: () => void;
  children: ReactNode;
}

/** Something over the page that is read, or holds buttons of its own; what is filled in is a `FormDialog`. */
export function PlainDialog({ title, close, children }: Props) {
  const { t, dir } = useWords();
  // Taken before the dialog takes the focus: there it goes back to.
  const opener = useRef(document.activeElement);
  const goBack = (event: Event) => {
    event.preventDefault();
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  return (
    <Modal.Root open onOpenChange={(open) => !open && close()}>
      <Modal.Content dir={dir} aria-describedby={undefined} onCloseAutoFocus={goBack}>
        <Modal.Header closeLabel={t('common.close')}>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
