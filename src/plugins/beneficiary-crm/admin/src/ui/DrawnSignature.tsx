import { Button } from '@strapi/design-system';
import { useState } from 'react';
import { useCrm } from '../app/api';
import { useWords } from '../app/words';
import { Ink, SignaturePaper } from './Signature';
import { Show } from './States';
import type { SignatureView } from '../../../contracts/receiving';

/** A signature drawn on screen, fetched when somebody asks for it: who looked is on record. */
export function DrawnSignature({ path }: { path: string }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  if (open) return <Picture path={path} />;
  return (
    <Button variant="tertiary" size="S" onClick={() => setOpen(true)}>
      {t('receive.show-signature')}
    </Button>
  );
}

function Picture({ path }: { path: string }) {
  const { t } = useWords();
  const signature = useCrm<SignatureView>(path);
  return (
    <Show from={signature} lines={3}>
      {({ strokes, signer }) => (
        <SignaturePaper role="img" aria-label={t('receive.signature-of', { name: signer })}>
          <Ink strokes={strokes} />
        </SignaturePaper>
      )}
    </Show>
  );
}
