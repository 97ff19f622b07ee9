import { Modal } from '@strapi/design-system';
import { useEffect, useRef, useState } from 'react';
import { Outlet, useLocation } from 'react-router-dom';
import { usePermission } from '../app/usePermission';
import { useWords } from '../app/words';
import { PersonSearch } from './PersonSearch';
import { isTyping, opensSearch } from './shortcut';
import { useOpening } from './useOpening';

function SearchDialog({ close }: { close: () => void }) {
  const { t, dir } = useWords();
  const opening = useOpening();
  // Taken before the dialog takes the focus: who was writing goes on writing there.
  const opener = useRef(document.activeElement);
  const goBack = (event: Event) => {
    event.preventDefault();
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  return (
    <Modal.Root open onOpenChange={(open) => !open && close()}>
      <Modal.Content dir={dir} aria-describedby={undefined} onCloseAutoFocus={goBack}>
        <Modal.Header closeLabel={t('common.close')}>
          <Modal.Title>{t('search.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <PersonSearch label={t('search.label')} autoFocus {...opening} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/** The frame of every page: the search opens over it by a key, for those who may find anybody. */
export function SearchEverywhere() {
  const [open, setOpen] = useState(false);
  const people = usePermission('registry.read');
  const requests = usePermission('requests.read');
  const may = people || requests;
  const { pathname } = useLocation();

  // Whoever was found, or is to be registered, is on the page that follows.
  useEffect(() => setOpen(false), [pathname]);
  useEffect(() => {
    if (!may) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !opensSearch(event, isTyping(event.target))) return;
      // A dialog that is open is answered first.
      if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [may]);

  return (
    <>
      <Outlet />
      {open && <SearchDialog close={() => setOpen(false)} />}
    </>
  );
}
