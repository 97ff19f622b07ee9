import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { Acknowledgement, ServiceView } from '../../../contracts/delivery';
import type { DeclarationCodeSent, Strokes } from '../../../contracts/receiving';
import type { UploadReceipt } from '../../../contracts/website';
import { useCommand } from '../app/api';
import { useUpload } from '../app/useUpload';
import { useWords } from '../app/words';
import { SignaturePad } from '../requests/receive/SignaturePad';
import { Bdi } from '../ui/Bdi';
import { LineField } from '../ui/Fields';
import { UploadField } from '../ui/UploadField';

/** What proves that it was received, as far as it is there. */
export interface Proof {
  way: Acknowledgement | '';
  strokes: Strokes;
  codeId: string;
  sentTo: string;
  code: string;
  upload: string;
  fileName: string;
  witness: string;
}
export const noProof: Proof = {
  way: '',
  strokes: [],
  codeId: '',
  sentTo: '',
  code: '',
  upload: '',
  fileName: '',
  witness: '',
};

/** The proof as the server takes it. */
export function proofBody(proof: Proof): Record<string, unknown> {
  const { way, strokes, codeId, code, upload, witness } = proof;
  if (way === 'signature') return { way, strokes };
  if (way === 'code') return { way, codeId, code };
  return way === 'bank_receipt' ? { way, upload } : { way, witness };
}

/** The key of what is missing of the proof, by its field. */
export function proofMistakes(proof: Proof): Record<string, string | false> {
  const { way } = proof;
  return {
    'acknowledgement.way': way === '' && 'form.error.required',
    'acknowledgement.strokes':
      way === 'signature' && proof.strokes.length === 0 && 'receive.error.strokes',
    'acknowledgement.code':
      way === 'code' && (proof.codeId === '' || proof.code === '') && 'receive.error.code-not-sent',
    'acknowledgement.upload': way === 'bank_receipt' && !proof.upload && 'form.error.required',
    'acknowledgement.witness':
      way === 'witnessed' && proof.witness.trim().length < 3 && 'form.error.required',
  };
}

interface Props {
  requestId: string;
  proof: Proof;
  change: (part: Partial<Proof>) => void;
  codeBy: ServiceView['codeBy'];
  errors: Record<string, string>;
}

/** The fields of the way that was chosen: a drawn signature, a code, the bank's receipt, or a witness. */
export function Acknowledge({ proof, change, errors, ...rest }: Props) {
  const { t } = useWords();
  switch (proof.way) {
    case 'signature':
      return (
        <SignaturePad
          strokes={proof.strokes}
          change={(strokes) => change({ strokes })}
          error={errors['acknowledgement.strokes']}
        />
      );
    case 'code':
      return <Code proof={proof} change={change} errors={errors} {...rest} />;
    case 'bank_receipt':
      return <Receipt proof={proof} change={change} error={errors['acknowledgement.upload']} />;
    case 'witnessed':
      return (
        <LineField
          name="acknowledgement.witness"
          label={t('delivery.witness')}
          required
          maxLength={120}
          autoComplete="off"
          value={proof.witness}
          change={(witness) => change({ witness })}
          error={errors['acknowledgement.witness']}
        />
      );
    default:
      return null;
  }
}

function Receipt({
  proof,
  change,
  error,
}: Pick<Props, 'proof' | 'change'> & { error: string | undefined }) {
  const { t } = useWords();
  const { upload, progress } = useUpload<UploadReceipt>('/deliveries/uploads', '/deliveries');
  return (
    <UploadField
      label={t('delivery.receipt')}
      hint={t('delivery.receipt-hint')}
      accept="application/pdf,image/jpeg,image/png"
      arrived={proof.fileName || null}
      upload={upload}
      progress={progress}
      done={(file) => change({ upload: file.upload, fileName: file.name })}
      error={error}
    />
  );
}

/** The code goes to the beneficiary, who reads it out once they have what was brought. */
function Code({ requestId, proof, change, codeBy, errors }: Props) {
  const { t } = useWords();
  const { send, busy } = useCommand();
  const [trouble, setTrouble] = useState<string | null>(null);
  const sendBy = async (by: ServiceView['codeBy'][number]) => {
    const path = `/requests/${requestId}/delivery-codes`;
    const outcome = await send<DeclarationCodeSent>(path, { by });
    if (outcome === null) return;
    setTrouble(outcome.ok ? null : outcome.problem.message);
    if (outcome.ok) change({ codeId: outcome.data.id, sentTo: outcome.data.sentTo, code: '' });
  };
  const error = trouble ?? errors['acknowledgement.code'];
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex gap={2} wrap="wrap">
        {codeBy.map((by) => (
          <Button
            key={by}
            variant="secondary"
            size="L"
            loading={busy}
            onClick={() => void sendBy(by)}
          >
            {t(proof.codeId ? `receive.code-again-${by}` : `receive.code-send-${by}`)}
          </Button>
        ))}
      </Flex>
      {proof.codeId ? (
        <>
          <Typography tag="p" role="status">
            {t('receive.code-sent')} <Bdi dir="ltr">{proof.sentTo}</Bdi>
          </Typography>
          <LineField
            name="acknowledgement.code"
            label={t('receive.code')}
            required
            inputMode="numeric"
            dir="ltr"
            maxLength={20}
            autoComplete="off"
            value={proof.code}
            change={(code) => change({ code })}
            error={error ?? undefined}
          />
        </>
      ) : (
        error && (
          <Typography tag="p" role="alert" variant="pi" textColor="danger700">
            {error}
          </Typography>
        )
      )}
    </Flex>
  );
}
