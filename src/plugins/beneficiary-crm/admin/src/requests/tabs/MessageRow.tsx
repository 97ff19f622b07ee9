import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { RequestDetail } from '../../../../contracts/admin';
import { useCommand } from '../../app/api';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { FormDialog } from '../../ui/FormDialog';
import { Tag } from '../../ui/Tag';
import { messageTone } from '../../ui/tones';

interface Props {
  request: string;
  message: RequestDetail['messages'][number];
  reload: () => void;
}

/** A message to the applicant and what became of it; who brings it by hand says here that it was brought. */
export function MessageRow({ request, message, reload }: Props) {
  const { t, word } = useWords();
  const { dayAndTime } = useFormats();
  const [asked, setAsked] = useState(false);
  const { template, transport, status, at, handedOverAt, mayHandOver } = message;
  return (
    <Flex justifyContent="space-between" gap={3} wrap="wrap">
      <div>
        <Typography tag="p" fontWeight="bold">
          {word('template', template)}
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {word('transport', transport)}
          {' · '}
          <Bdi>{dayAndTime(at)}</Bdi>
          {handedOverAt !== null &&
            ` · ${t('messages.handed-over-at', { at: dayAndTime(handedOverAt) })}`}
        </Typography>
      </div>
      <Flex gap={3} wrap="wrap">
        {handedOverAt === null ? (
          <Tag tone={messageTone(status)}>{word('message-status', status)}</Tag>
        ) : (
          <Tag tone="success">{t('messages.handed-over')}</Tag>
        )}
        {mayHandOver && (
          <Button
            variant="secondary"
            size="S"
            aria-label={t('messages.hand-over-this', { what: word('template', template) })}
            onClick={() => setAsked(true)}
          >
            {t('messages.hand-over')}
          </Button>
        )}
      </Flex>
      {asked && (
        <HandOver
          path={`/requests/${request}/messages/${message.id}/hand-over`}
          close={() => setAsked(false)}
          done={() => {
            setAsked(false);
            reload();
          }}
        />
      )}
    </Flex>
  );
}

function HandOver({ path, close, done }: { path: string; close: () => void; done: () => void }) {
  const { t } = useWords();
  const { send, busy } = useCommand();
  const [trouble, setTrouble] = useState<string | null>(null);
  const submit = async () => {
    const outcome = await send(path, {});
    if (outcome === null) return;
    if (outcome.ok) return done();
    setTrouble(outcome.problem.message);
  };
  return (
    <FormDialog
      title={t('messages.hand-over')}
      explained={t('messages.hand-over-explained')}
      trouble={trouble}
      errors={{}}
      submit={() => void submit()}
      action={t('messages.hand-over')}
      busy={busy}
      close={close}
    />
  );
}
