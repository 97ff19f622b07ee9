import { Button } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useState } from 'react';
import { useDownload } from '../app/useDownload';

interface Props {
  /** where the paper is made; who took it is on record */
  path: string;
  name: string;
  children: string;
}

/** Fetches a paper as PDF. A second click while it is being set does nothing. */
export function PaperButton({ path, name, children }: Props) {
  const download = useDownload();
  const [busy, setBusy] = useState(false);
  const fetch = async () => {
    setBusy(true);
    await download(path, name);
    setBusy(false);
  };
  return (
    <Button
      variant="tertiary"
      startIcon={<Download aria-hidden />}
      loading={busy}
      onClick={() => void fetch()}
    >
      {children}
    </Button>
  );
}
