import { Button, Flex } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useDownload } from '../app/useDownload';
import { useWords } from '../app/words';
import { Bdi } from './Bdi';

/** Files to be downloaded, each by its name. */
export function FileList({ files }: { files: { id: string; name: string }[] }) {
  const { t } = useWords();
  const download = useDownload();
  return (
    <Flex gap={2} wrap="wrap">
      {files.map((file) => (
        <Button
          key={file.id}
          variant="tertiary"
          size="S"
          startIcon={<Download aria-hidden />}
          aria-label={t('file.download', { name: file.name })}
          onClick={() => void download(`/files/${file.id}`, file.name)}
        >
          <Bdi>{file.name}</Bdi>
        </Button>
      ))}
    </Flex>
  );
}
