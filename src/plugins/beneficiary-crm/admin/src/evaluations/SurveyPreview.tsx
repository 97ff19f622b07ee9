import { Button, Flex, Typography } from '@strapi/design-system';
import { ExternalLink } from '@strapi/icons';
import { useState } from 'react';
import type { PreviewLink } from '../../../contracts/evaluation';
import { useCommand } from '../app/api';
import { useWords } from '../app/words';

const surveyUid = 'plugin::beneficiary-crm.survey';

/** What the content manager tells of the entry that is open; no id while a new one is not saved. */
interface Entry {
  model: string;
  documentId?: string;
}

/** Beside a survey in the content manager: the draft on the website, as people would see it. */
export function surveyPreviewPanel({ model, documentId }: Entry) {
  if (model !== surveyUid || !documentId) return null;
  return { title: 'المعاينة · Preview', content: <PreviewButton documentId={documentId} /> };
}

function PreviewButton({ documentId }: { documentId: string }) {
  const { t } = useWords();
  const { send, busy } = useCommand();
  const [trouble, setTrouble] = useState<string | null>(null);
  const open = async () => {
    // Opened by the click itself, or the browser takes it for an advertisement.
    const page = window.open('', '_blank');
    const outcome = await send<PreviewLink>(`/surveys/${documentId}/preview`, {});
    if (outcome?.ok && page) {
      page.opener = null;
      page.location.href = outcome.data.url;
      return setTrouble(null);
    }
    page?.close();
    if (outcome && !outcome.ok) setTrouble(outcome.problem.message);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      <Button variant="secondary" startIcon={<ExternalLink />} loading={busy} onClick={open}>
        {t('survey.preview')}
      </Button>
      <Typography variant="pi" textColor="neutral600">
        {t('survey.preview-hint')}
      </Typography>
      {trouble && (
        <Typography variant="pi" role="alert" textColor="danger700">
          {trouble}
        </Typography>
      )}
    </Flex>
  );
}
