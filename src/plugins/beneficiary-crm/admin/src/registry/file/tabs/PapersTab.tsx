import { Button, Flex, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import type { PersonFile } from '../../../../../contracts/registry';
import { useFormats } from '../../../app/formats';
import { useDownload } from '../../../app/useDownload';
import { useWords } from '../../../app/words';
import { Bdi } from '../../../ui/Bdi';
import { Panel } from '../../../ui/Panel';
import { Stack } from '../../../ui/Prose';
import { RowList } from '../../../ui/RowList';
import { Tag } from '../../../ui/Tag';
import type { Tone } from '../../../ui/tones';
import { Dotted } from '../../PersonLines';
import type { TabProps } from '../steps';
import { IdentityRow } from './IdentityRow';

type PersonDocument = PersonFile['documents'][number];

const validityTones: Record<PersonDocument['validity'], Tone> = {
  valid: 'success',
  expiring: 'warning',
  expired: 'warning',
  open: 'neutral',
};

/** Identities with who saw them, and the papers that are kept. */
export function PapersTab({ file, begin }: TabProps) {
  const { t } = useWords();
  return (
    <Stack>
      <Panel
        title={t('file.identities')}
        aside={
          begin && (
            <Button size="S" variant="secondary" onClick={() => begin({ kind: 'sighting' })}>
              {t('step.sighting')}
            </Button>
          )
        }
      >
        {file.identities.length === 0 ? (
          <Typography textColor="neutral600">{t('file.no-identities')}</Typography>
        ) : (
          <RowList items={file.identities} idOf={({ id }) => id}>
            {(identity) => <IdentityRow identity={identity} begin={begin} />}
          </RowList>
        )}
      </Panel>
      <Panel
        title={t('request.documents')}
        aside={
          begin && (
            <Button size="S" variant="secondary" onClick={() => begin({ kind: 'document' })}>
              {t('step.document')}
            </Button>
          )
        }
      >
        {file.documents.length === 0 ? (
          <Typography textColor="neutral600">{t('file.no-documents')}</Typography>
        ) : (
          <RowList items={file.documents} idOf={({ id }) => id}>
            {(document) => <DocumentRow file={file} document={document} begin={begin} />}
          </RowList>
        )}
      </Panel>
    </Stack>
  );
}

function DocumentRow({ file, document, begin }: TabProps & { document: PersonDocument }) {
  const { t, word } = useWords();
  const { day, dayAndTime } = useFormats();
  const download = useDownload();
  const kind = word('document_kind', document.kind);
  const name = document.title ?? kind;
  return (
    <>
      <div>
        <Typography tag="p" fontWeight="bold">
          <Bdi>{name}</Bdi>
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600">
          <Dotted
            of={[
              document.title && kind,
              document.issuedOn && t('file.issued', { day: day(document.issuedOn) }),
              document.validUntil && t('file.until', { day: day(document.validUntil) }),
              document.legalBasis && word('legal_basis', document.legalBasis),
              document.legalReference && <Bdi>{document.legalReference}</Bdi>,
            ]}
          />
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600">
          <Bdi>{document.recordedBy}</Bdi>
          {' · '}
          <Bdi>{dayAndTime(document.recordedAt)}</Bdi>
        </Typography>
      </div>
      <Flex gap={2} wrap="wrap">
        <Tag tone={validityTones[document.validity]}>{t(`validity.${document.validity}`)}</Tag>
        <Button
          size="S"
          variant="tertiary"
          startIcon={<Download aria-hidden />}
          aria-label={t('file.download', { name: document.name })}
          onClick={() =>
            void download(`/beneficiaries/${file.id}/documents/${document.id}/file`, document.name)
          }
        >
          {t('file.open-document')}
        </Button>
        {begin && (
          <Button
            size="S"
            variant="danger-light"
            aria-label={t('file.remove-document', { name })}
            onClick={() => begin({ kind: 'remove_document', document })}
          >
            {t('file.remove')}
          </Button>
        )}
      </Flex>
    </>
  );
}
