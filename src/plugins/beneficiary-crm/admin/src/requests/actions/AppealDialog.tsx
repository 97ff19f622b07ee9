import { Button, Modal, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { RequestDetail } from '../../../../contracts/admin';
import type { Received } from '../../../../contracts/receiving';
import { channelSlugs } from '../../../../contracts/vocabulary';
import { useCommand } from '../../app/api';
import { useFormats } from '../../app/formats';
import { useDraft } from '../../app/useDraft';
import { useOnceKey } from '../../app/useOnceKey';
import { useWords } from '../../app/words';
import { Choice } from '../../ui/Choice';
import { AreaField } from '../../ui/Fields';
import { FormDialog } from '../../ui/FormDialog';
import { Stack } from '../../ui/Prose';
import { BigCode } from '../receive/Calm';
import { useReceiptPaper } from '../receive/useReceiptPaper';

interface Props {
  request: RequestDetail;
  close: () => void;
  reload: () => void;
}

/** least letters of an appeal, as its contract has it */
const least = 10;

/** An appeal that is taken down for the applicant, and the receipt that they take along. */
export function AppealDialog({ request, close, reload }: Props) {
  const { t, word } = useWords();
  const { send, busy } = useCommand();
  const name = `${request.id}.appeal`;
  const { draft, change, clear } = useDraft(name, { channel: '', message: '' });
  const { headersFor, done } = useOnceKey(name);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const [receipt, setReceipt] = useState<Received | null>(null);

  const submit = async () => {
    const found = {
      ...(draft.channel === '' ? { channel: t('form.error.required') } : {}),
      ...(draft.message.trim().length < least
        ? { message: t('form.error.short', { n: least }) }
        : {}),
    };
    setErrors(found);
    setTrouble(null);
    if (Object.keys(found).length > 0) return;
    const body = { expectedVersion: request.version, ...draft };
    const outcome = await send<Received>(
      `/requests/${request.id}/appeals`,
      body,
      headersFor(draft),
    );
    if (outcome === null) return;
    if (outcome.ok) {
      clear();
      done();
      setReceipt(outcome.data);
      return;
    }
    setErrors(outcome.problem.fields);
    setTrouble(outcome.problem.message);
    if (outcome.problem.status === 409) reload();
  };

  const leave = () => {
    close();
    reload();
  };
  if (receipt) return <Taken receipt={receipt} locale={request.locale} leave={leave} />;
  return (
    <FormDialog
      title={word('action', 'appeal')}
      explained={t('ask.appeal')}
      trouble={trouble}
      errors={errors}
      submit={() => void submit()}
      action={word('action', 'appeal')}
      busy={busy}
      close={close}
    >
      <Choice
        label={t('form.appeal.channel')}
        name="channel"
        required
        value={draft.channel}
        options={channelSlugs.map((value) => ({ value, label: word('channel', value) }))}
        change={(channel) => change({ channel })}
        {...(errors.channel ? { error: errors.channel } : {})}
      />
      <AreaField
        name="message"
        label={t('form.appeal.message')}
        required
        maxLength={5_000}
        value={draft.message}
        change={(message) => change({ message })}
        {...(errors.message ? { error: errors.message } : {})}
      />
    </FormDialog>
  );
}

interface TakenProps {
  receipt: Received;
  locale: RequestDetail['locale'];
  leave: () => void;
}

function Taken({ receipt, locale, leave }: TakenProps) {
  const { t, dir } = useWords();
  const { day, hijri } = useFormats();
  const paper = useReceiptPaper(receipt, locale);
  const written = (iso: string) => t('common.both-dates', { day: day(iso), hijri: hijri(iso) });
  const { earliest, latest } = receipt.promise;
  return (
    <Modal.Root open onOpenChange={(open) => !open && leave()}>
      <Modal.Content dir={dir} aria-describedby={undefined}>
        <Modal.Header closeLabel={t('common.close')}>
          <Modal.Title>{t('appeal.taken')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Stack>
            <Typography tag="h3">{t('receive.reference')}</Typography>
            <BigCode>{receipt.reference}</BigCode>
            <Typography tag="h3">{t('receive.access-code')}</Typography>
            <BigCode>{receipt.accessCode}</BigCode>
            <Typography tag="p">{t('receive.keep-code')}</Typography>
            <Typography tag="p" fontWeight="bold">
              {t('receive.promise-both', { earliest: written(earliest), latest: written(latest) })}
            </Typography>
            {paper.trouble && (
              <Typography tag="p" role="alert" textColor="danger700">
                {paper.trouble}
              </Typography>
            )}
          </Stack>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={leave}>
            {t('common.close')}
          </Button>
          <Button loading={paper.busy} onClick={() => void paper.open()}>
            {t('receive.print')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
