import { Button, Typography } from '@strapi/design-system';
import { useFormats } from '../../../app/formats';
import { useWords } from '../../../app/words';
import { Bdi } from '../../../ui/Bdi';
import { Panel } from '../../../ui/Panel';
import { RowList } from '../../../ui/RowList';
import { Dotted } from '../../PersonLines';
import type { TabProps } from '../steps';

/** Files of the same person that were merged into this one; each can be taken apart again. */
export function MergedTab({ file, begin }: TabProps) {
  const { t } = useWords();
  const { dayAndTime } = useFormats();
  return (
    <Panel title={t('file.merged')}>
      <RowList items={file.merged} idOf={({ mergeId }) => mergeId}>
        {(merged) => (
          <>
            <div>
              <Typography tag="p">
                <Bdi>{merged.name}</Bdi>
              </Typography>
              <Typography tag="p" variant="pi" textColor="neutral600">
                <Dotted
                  of={[
                    <Bdi dir="ltr">{merged.fileNumber}</Bdi>,
                    <Bdi>{merged.mergedBy}</Bdi>,
                    <Bdi>{dayAndTime(merged.mergedAt)}</Bdi>,
                  ]}
                />
              </Typography>
            </div>
            {begin && file.may.merge && (
              <Button
                size="S"
                variant="tertiary"
                aria-label={t('file.undo-merge-of', { number: merged.fileNumber })}
                onClick={() => begin({ kind: 'undo_merge', merged })}
              >
                {t('file.undo-merge')}
              </Button>
            )}
          </>
        )}
      </RowList>
    </Panel>
  );
}
