import { Box, Typography } from '@strapi/design-system';
import type { PersonUpload } from '../../../../contracts/registry';
import { legalBases, personDocumentKinds } from '../../../../contracts/vocabulary';
import { noDay } from '../../app/typedDay';
import { useUpload } from '../../app/useUpload';
import { useWords } from '../../app/words';
import { Choice } from '../../ui/Choice';
import { LineField } from '../../ui/Fields';
import { FormDialog } from '../../ui/FormDialog';
import { TypedDayField } from '../../ui/TypedDayField';
import { UploadField } from '../../ui/UploadField';
import { isoDays, missing, wrongDays } from './mistakes';
import { useStep } from './useStep';
import type { StepProps } from './useStep';

const empty = {
  kind: '',
  legalBasis: '',
  legalReference: '',
  upload: '',
  uploadName: '',
  title: '',
  issuedOn: noDay,
  validUntil: noDay,
};

/** A paper with its validity. An image of an identity needs its legal basis before the file is even chosen. */
export function DocumentStep(props: StepProps) {
  const { t, word } = useWords();
  const { file } = props;
  const { draft, change, take, form } = useStep(props, 'document', empty);
  const { upload, progress } = useUpload<PersonUpload>('/registry/uploads', '/registry/choices');
  const { errors } = form;
  const { kind, legalBasis, legalReference, title } = draft;
  const identity = kind === 'identity';
  const basis = { legalBasis, legalReference };
  const days = { issuedOn: draft.issuedOn, validUntil: draft.validUntil };
  const ready = kind !== '' && (!identity || (legalBasis !== '' && legalReference.trim() !== ''));
  const submit = () =>
    void take(
      `/beneficiaries/${file.id}/documents`,
      {
        kind,
        title: title.trim() || undefined,
        upload: draft.upload,
        ...isoDays(days),
        ...(identity ? basis : {}),
      },
      {
        ...missing({
          kind,
          ...(identity ? basis : {}),
          ...(ready ? { upload: draft.upload } : {}),
        }),
        ...wrongDays(days),
      },
    );

  return (
    <FormDialog {...form} title={t('step.document')} action={t('step.document')} submit={submit}>
      <Choice
        name="kind"
        label={t('step.document-kind')}
        required
        value={kind}
        options={personDocumentKinds.map((value) => ({
          value,
          label: word('document_kind', value),
        }))}
        change={(chosen) => change({ kind: chosen })}
        error={errors.kind}
      />
      {identity && (
        <>
          <Box background="warning100" hasRadius padding={4} role="status">
            <Typography tag="p" textColor="warning700">
              {t('step.identity-image')}
            </Typography>
          </Box>
          <Choice
            name="legalBasis"
            label={t('step.legal-basis')}
            required
            value={legalBasis}
            options={legalBases.map((value) => ({ value, label: word('legal_basis', value) }))}
            change={(chosen) => change({ legalBasis: chosen })}
            error={errors.legalBasis}
          />
          <LineField
            name="legalReference"
            label={t('step.legal-reference')}
            hint={t('step.legal-reference-hint')}
            required
            maxLength={200}
            value={legalReference}
            change={(text) => change({ legalReference: text })}
            error={errors.legalReference}
          />
        </>
      )}
      {ready && (
        <>
          <UploadField
            label={t('step.file')}
            hint={t('step.file-hint')}
            accept=".pdf,.jpg,.jpeg,.png"
            arrived={draft.uploadName || null}
            upload={upload}
            progress={progress}
            done={({ upload: token, name }) => change({ upload: token, uploadName: name })}
            error={errors.upload}
          />
          <LineField
            name="title"
            label={t('step.document-title')}
            maxLength={120}
            value={title}
            change={(text) => change({ title: text })}
            error={errors.title}
          />
          <TypedDayField
            name="issuedOn"
            label={t('step.issued-on')}
            value={draft.issuedOn}
            change={(issuedOn) => change({ issuedOn })}
            error={errors.issuedOn}
          />
          <TypedDayField
            name="validUntil"
            label={t('step.valid-until')}
            value={draft.validUntil}
            change={(validUntil) => change({ validUntil })}
            error={errors.validUntil}
          />
        </>
      )}
    </FormDialog>
  );
}
