import { Button, Flex } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useState } from 'react';
import { useDownload } from '../app/useDownload';
import { useWords } from '../app/words';

interface Props {
  /** period, dimension and value, as the address has them */
  query: Record<string, string>;
}

/** The same figures as a workbook, as a report for the board, and on paper. */
export function ExportButtons({ query }: Props) {
  const { t } = useWords();
  const download = useDownload();
  const [busy, setBusy] = useState<string | null>(null);
  const fetch = async (kind: 'xlsx' | 'pdf') => {
    setBusy(kind);
    await download(`/satisfaction/report.${kind}`, `${t('figures.report-name')}.${kind}`, query);
    setBusy(null);
  };
  return (
    <Flex gap={2} wrap="wrap" className="not-printed">
      {(['pdf', 'xlsx'] as const).map((kind) => (
        <Button
          key={kind}
          variant="tertiary"
          startIcon={<Download aria-hidden />}
          loading={busy === kind}
          disabled={busy !== null && busy !== kind}
          onClick={() => void fetch(kind)}
        >
          {t(`figures.export.${kind}`)}
        </Button>
      ))}
      <Button variant="tertiary" onClick={() => window.print()}>
        {t('figures.print')}
      </Button>
    </Flex>
  );
}
