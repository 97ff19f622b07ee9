import { Button } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useState } from 'react';
import type { MinutesView } from '../../../../contracts/minutes';
import { useDownload } from '../../app/useDownload';
import { useWords } from '../../app/words';

interface Props {
  path: string;
  minutes: MinutesView;
}

/** The version that is read, as the association files it. A second click while it is being set does nothing. */
export function PdfButton({ path, minutes: { version, session } }: Props) {
  const { t } = useWords();
  const download = useDownload();
  const [busy, setBusy] = useState(false);
  const fetch = async () => {
    setBusy(true);
    await download(
      `${path}/pdf`,
      `${t('minutes.file')}-${session.hijriYear}-${session.ordinal}-${version}.pdf`,
      { version: String(version) },
    );
    setBusy(false);
  };
  return (
    <Button
      variant="secondary"
      startIcon={<Download aria-hidden />}
      loading={busy}
      onClick={() => void fetch()}
    >
      {t('minutes.pdf')}
    </Button>
  );
}
