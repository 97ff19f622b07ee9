import { Button } from '@strapi/design-system';
import { useState } from 'react';
import { useCrm } from '../../app/api';
import { useWords } from '../../app/words';
import { Ink, SignaturePaper } from '../../ui/Signature';
import { Show } from '../../ui/States';
import type { SignatureView } from '../../../../contracts/receiving';

/** A signature drawn on screen, fetched when somebody asks for it: who looked is on record. */
export function DrawnSignature({ requestId }: { requestId: string }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  if (open) return <Picture requestId={requestId} />;
  return (
    <Button variant="tertiary" onClick={() => setOpen(true)}>
      {t('receive.show-signature')}
    </Button>
  );
}

function Picture({ requestId }: { requestId: string }) {
  const { t } = useWords();
  const signature = useCrm<SignatureView>(`/requests/${requestId}/signature`);
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
