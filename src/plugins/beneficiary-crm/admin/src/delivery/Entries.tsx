import { Button, Flex, Typography } from '@strapi/design-system';
import type { AllocationView, EntryView } from '../../../contracts/delivery';
import { useFormats } from '../app/formats';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { DrawnSignature } from '../ui/DrawnSignature';
import { FileList } from '../ui/FileList';
import { RowList } from '../ui/RowList';
import { useMeasure } from './useMeasure';

interface Props {
  allocation: AllocationView;
  /** what the reader may do about a delivery now */
  returns?: (entry: EntryView) => void;
  corrects?: (entry: EntryView) => void;
}

/** Everything that was written down against an allocation: deliveries, what came back, what was corrected. */
export function Entries({ allocation, returns, corrects }: Props) {
  const { t } = useWords();
  return (
    <RowList items={allocation.entries} idOf={({ id }) => id}>
      {(entry) => (
        <>
          <Entry allocation={allocation} entry={entry} />
          {entry.entry === 'delivery' && (returns ?? corrects) && (
            <Flex gap={2} wrap="wrap">
              {returns && entry.left > 0 && (
                <Button variant="tertiary" size="S" onClick={() => returns(entry)}>
                  {t('delivery.return')}
                </Button>
              )}
              {corrects && (
                <Button variant="tertiary" size="S" onClick={() => corrects(entry)}>
                  {t('delivery.correct')}
                </Button>
              )}
            </Flex>
          )}
        </>
      )}
    </RowList>
  );
}

function Entry({ allocation, entry }: { allocation: AllocationView; entry: EntryView }) {
  const { t, word } = useWords();
  const { day } = useFormats();
  const say = useMeasure();
  const amount = say(allocation.kind, Math.abs(entry.amount), allocation.terms?.unit);
  const less = entry.amount < 0;
  const { acknowledgement, receivedBy, capacity, witness, reason, fileId } = entry;
  return (
    <div>
      <Typography tag="p" fontWeight="bold">
        {word('delivery_entry', entry.entry)}
        {' · '}
        <Bdi>
          {entry.entry === 'correction'
            ? t(less ? 'delivery.less' : 'delivery.more', { amount })
            : amount}
        </Bdi>
        {' · '}
        <Bdi>{day(entry.on)}</Bdi>
      </Typography>
      {receivedBy && (
        <Typography tag="p">
          {t('file.received-by')} <Bdi>{receivedBy}</Bdi>
          {capacity && ` (${word('authority', capacity)})`}
          {acknowledgement && ` · ${word('acknowledgement', acknowledgement)}`}
          {witness && (
            <>
              {' · '}
              <Bdi>{witness}</Bdi>
            </>
          )}
        </Typography>
      )}
      {reason && (
        <Typography tag="p">
          <Bdi>{reason}</Bdi>
        </Typography>
      )}
      <Typography tag="p" variant="pi" textColor="neutral600">
        {t('request.recorded-by')} <Bdi>{entry.recordedBy}</Bdi>
      </Typography>
      {fileId && <FileList files={[{ id: fileId, name: t('delivery.receipt') }]} />}
      {acknowledgement === 'signature' && (
        <DrawnSignature path={`/deliveries/${entry.id}/signature`} />
      )}
    </div>
  );
}
