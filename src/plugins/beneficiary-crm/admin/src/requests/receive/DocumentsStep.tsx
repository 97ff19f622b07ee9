import { Button, Flex, ProgressBar, Typography } from '@strapi/design-system';
import { useId, useRef } from 'react';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';
import type { DocumentRequirement } from '../../../../contracts/website';
import type { StepProps } from './step';
import { useUpload } from './useUpload';

/** The papers, each with its file; what is not needed at once may be brought later. */
export function DocumentsStep({ definition, draft, change, errorAt }: StepProps) {
  const { t } = useWords();
  return (
    <Panel title={t('receive.documents')}>
      <Stack>
        <Typography tag="p" textColor="neutral600">
          {t('receive.documents-hint')}
        </Typography>
        {definition.requiredDocuments.map((paper) => (
          <Paper key={paper.key} {...{ paper, draft, change, errorAt }} />
        ))}
      </Stack>
    </Panel>
  );
}

type PaperProps = Omit<StepProps, 'definition'> & { paper: DocumentRequirement };

function Paper({ paper, draft, change, errorAt }: PaperProps) {
  const { t } = useWords();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { send, share, trouble } = useUpload((receipt) =>
    change((before) => ({ uploads: { ...before.uploads, [paper.key]: receipt } })),
  );
  const held = draft.uploads[paper.key];
  const error = trouble ?? errorAt(`documents.${paper.key}`);
  const remove = () =>
    change(({ uploads: { [paper.key]: _gone, ...others } }) => ({ uploads: others }));

  return (
    <Flex
      tag="section"
      aria-labelledby={id}
      direction="column"
      alignItems="stretch"
      gap={2}
      paddingBottom={3}
    >
      <Typography tag="h3" id={id} variant="omega" fontWeight="bold">
        {paper.required ? t('request.document-required', { label: paper.label }) : paper.label}
      </Typography>
      {paper.hint && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {paper.hint}
        </Typography>
      )}
      <Flex gap={3} wrap="wrap">
        <input
          ref={input}
          type="file"
          hidden
          aria-hidden
          tabIndex={-1}
          accept="application/pdf,image/jpeg,image/png"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) send(file);
            target.value = '';
          }}
        />
        {held ? (
          <>
            <Typography>
              <Bdi>{held.name}</Bdi>
            </Typography>
            <Button
              variant="tertiary"
              aria-label={t('receive.remove-file-of', { label: paper.label })}
              onClick={remove}
            >
              {t('receive.remove-file')}
            </Button>
          </>
        ) : (
          <Button
            variant="secondary"
            size="L"
            loading={share !== null}
            aria-label={t('receive.choose-file-of', { label: paper.label })}
            onClick={() => input.current?.click()}
          >
            {t('receive.choose-file')}
          </Button>
        )}
        {!held && share === null && !paper.required && (
          <Typography textColor="neutral600">{t('receive.later')}</Typography>
        )}
      </Flex>
      {share !== null && (
        <ProgressBar
          value={Math.round(share * 100)}
          aria-label={t('receive.uploading', { label: paper.label })}
        />
      )}
      {error && (
        <Typography tag="p" role="alert" variant="pi" textColor="danger700">
          {error}
        </Typography>
      )}
    </Flex>
  );
}
