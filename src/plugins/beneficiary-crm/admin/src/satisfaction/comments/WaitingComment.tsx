import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { CommentRow } from '../../../../contracts/comments';
import { useDraft } from '../../app/useDraft';
import { useWords } from '../../app/words';
import { AreaField } from '../../ui/Fields';
import { FormDialog } from '../../ui/FormDialog';
import { Stack } from '../../ui/Prose';
import { useSend } from '../useSend';
import { CommentHead } from './CommentHead';
import { Marked } from './Marked';

interface Props {
  comment: CommentRow;
  reload: () => void;
}

/** A comment that nobody else has read: it is released as it is edited here, or destroyed. */
export function WaitingComment({ comment, reload }: Props) {
  const { t } = useWords();
  const { id, text, marks } = comment;
  const { draft, change, clear } = useDraft(`comment.${id}`, { text });
  const { take, errors, trouble, busy } = useSend(reload);
  const [refusing, setRefusing] = useState(false);
  const release = async () => {
    const released = await take({
      path: `/satisfaction/comments/${id}/release`,
      body: { text: draft.text },
      mistakes: { text: draft.text.trim() === '' && 'form.error.required' },
      done: t('comments.released'),
    });
    if (released) clear();
  };
  const refuse = async () => {
    const refused = await take({
      path: `/satisfaction/comments/${id}/refuse`,
      body: {},
      done: t('comments.refused'),
    });
    if (!refused) return;
    clear();
    setRefusing(false);
  };
  return (
    <Box
      tag="article"
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={{ initial: 4, medium: 6 }}
    >
      <Stack>
        <CommentHead comment={comment} />
        {marks.length > 0 && (
          <div>
            <Typography tag="p" textColor="warning700">
              {t('comments.marks')}
            </Typography>
            <Marked text={text} marks={marks} />
          </div>
        )}
        <AreaField
          name={`text.${id}`}
          label={t('comments.text')}
          hint={t('comments.text-hint')}
          required
          maxLength={2_000}
          value={draft.text}
          change={(next) => change({ text: next })}
          error={errors.text}
        />
        {trouble && !errors.text && !refusing && (
          <Typography tag="p" role="alert" textColor="danger700">
            {trouble}
          </Typography>
        )}
        <Flex gap={3} wrap="wrap">
          <Button loading={busy && !refusing} onClick={() => void release()}>
            {t('comments.release')}
          </Button>
          {draft.text !== text && (
            <Button variant="tertiary" onClick={() => change({ text })}>
              {t('comments.as-written')}
            </Button>
          )}
          <Button variant="danger-light" onClick={() => setRefusing(true)}>
            {t('comments.refuse')}
          </Button>
        </Flex>
      </Stack>
      {refusing && (
        <FormDialog
          title={t('comments.refuse')}
          explained={t('comments.refuse-explained')}
          trouble={trouble}
          errors={{}}
          submit={() => void refuse()}
          action={t('comments.refuse')}
          busy={busy}
          danger
          close={() => setRefusing(false)}
        />
      )}
    </Box>
  );
}
