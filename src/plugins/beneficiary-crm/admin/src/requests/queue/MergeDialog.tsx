import { Flex, Typography } from '@strapi/design-system';
import type { QueueRow } from '../../../../contracts/queue';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { FormDialog } from '../../ui/FormDialog';
import { RowList } from '../../ui/RowList';
import type { Merging } from './bulk';

interface Props {
  merging: Merging<QueueRow>;
  trouble: string | null;
  busy: boolean;
  merge: () => void;
  close: () => void;
}

/** Before several requests of one person become one: which of them stays, and which are followed in it. */
export function MergeDialog({ merging: { stays, others }, trouble, busy, merge, close }: Props) {
  const { t } = useWords();
  const { day } = useFormats();
  return (
    <FormDialog
      title={t('bulk.merge-title')}
      explained={t('bulk.merge-explained')}
      trouble={trouble}
      errors={{}}
      submit={merge}
      action={t('bulk.merge')}
      busy={busy}
      close={close}
    >
      <RowList items={[stays, ...others]} idOf={({ id }) => id}>
        {({ id, applicantName, reference, submittedAt }) => (
          <Flex direction="column" alignItems="start" gap={1}>
            <Typography tag="p" fontWeight={id === stays.id ? 'bold' : 'regular'}>
              {t(id === stays.id ? 'bulk.merge-stays' : 'bulk.merge-followed')}{' '}
              <Bdi>{applicantName}</Bdi>
            </Typography>
            <Typography tag="p" variant="pi" textColor="neutral600">
              <Bdi dir="ltr">{reference}</Bdi>
              {' · '}
              <Bdi>{day(submittedAt)}</Bdi>
            </Typography>
          </Flex>
        )}
      </RowList>
    </FormDialog>
  );
}
