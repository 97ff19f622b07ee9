import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { styled } from 'styled-components';
import type { MessageList, MessageRow } from '../../../contracts/admin';
import { messageViews } from '../../../contracts/admin';
import { messageStatuses } from '../../../contracts/vocabulary';
import { useCrm } from '../app/api';
import { useFormats } from '../app/formats';
import { usePermission } from '../app/usePermission';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { CardList } from '../ui/CardList';
import { Choice } from '../ui/Choice';
import { PageFrame } from '../ui/PageFrame';
import { Pager } from '../ui/Pager';
import { Stack } from '../ui/Prose';
import { Empty, Show } from '../ui/States';
import { Tag } from '../ui/Tag';
import { messageTone } from '../ui/tones';
import { MessageDialog } from './MessageDialog';

const Filters = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.spaces[3]};
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 28rem));
`;
const Card = styled.li`
  padding: ${({ theme }) => theme.spaces[4]};
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
`;

/** What the association has to say to people: sent, or kept here to be handed over. */
export function MessagesPage() {
  const { t, word } = useWords();
  const [search, setSearch] = useSearchParams();
  const [open, setOpen] = useState<string | null>(null);
  // Whoever hands messages over begins with those that wait for it.
  const usual = usePermission('messages.hand-over') ? 'waiting' : 'all';
  const view = messageViews.find((known) => known === search.get('view')) ?? usual;
  const status = view === 'all' ? (search.get('status') ?? '') : '';
  const page = Math.max(1, Number(search.get('page')) || 1);
  const messages = useCrm<MessageList>('/messages', { view, status, page });
  const go = (next: { view?: string; status?: string; page?: number }) => {
    const { page: toPage, ...filters } = { view, status, ...next };
    setSearch({
      view: filters.view,
      ...(filters.status ? { status: filters.status } : {}),
      ...(toPage ? { page: String(toPage) } : {}),
    });
  };

  return (
    <PageFrame title={t('messages.title')} subtitle={t('messages.subtitle')}>
      <Filters>
        <Choice
          name="view"
          label={t('messages.view')}
          value={view}
          options={messageViews.map((value) => ({ value, label: t(`messages.view.${value}`) }))}
          change={(next) => go({ view: next, status: '' })}
        />
        {view === 'all' && (
          <Choice
            name="status"
            label={t('inbox.filter.status')}
            empty={t('inbox.filter.any')}
            value={status}
            options={messageStatuses.map((value) => ({
              value,
              label: word('message-status', value),
            }))}
            change={(next) => go({ status: next })}
          />
        )}
      </Filters>
      <Show from={messages}>
        {({ rows, total, transportConfigured }) => (
          <Stack>
            {!transportConfigured && (
              <Box background="warning100" borderColor="warning200" hasRadius padding={5}>
                <Typography tag="h2" variant="omega" fontWeight="bold" textColor="warning700">
                  {t('messages.no-transport')}
                </Typography>
                <Typography tag="p">{t('messages.no-transport-explained')}</Typography>
              </Box>
            )}
            {rows.length === 0 ? (
              <Empty>{t(`messages.empty.${view}`)}</Empty>
            ) : (
              <CardList aria-label={t('messages.title')}>
                {rows.map((row) => (
                  <Card key={row.id}>
                    <MessageLine row={row} open={() => setOpen(row.id)} />
                  </Card>
                ))}
              </CardList>
            )}
            <Pager page={page} pageSize={20} total={total} go={(next) => go({ page: next })} />
          </Stack>
        )}
      </Show>
      {open && (
        <MessageDialog
          id={open}
          close={() => {
            setOpen(null);
            // Opening it handed it over: the list says so.
            messages.reload();
          }}
        />
      )}
    </PageFrame>
  );
}

function MessageLine({ row, open }: { row: MessageRow; open: () => void }) {
  const { t, word } = useWords();
  const { dayAndTime } = useFormats();
  const mayOpen = usePermission('messages.hand-over');
  return (
    <Flex justifyContent="space-between" gap={3} wrap="wrap" alignItems="center">
      <Flex direction="column" alignItems="start" gap={1}>
        <Typography fontWeight="bold">{word('template', row.template)}</Typography>
        <Typography textColor="neutral600">
          {word('transport', row.transport)}
          {' · '}
          <Bdi dir="ltr">{row.to}</Bdi>
          {row.reference && (
            <>
              {' · '}
              <Bdi dir="ltr">{row.reference}</Bdi>
            </>
          )}
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          <Bdi>{dayAndTime(row.at)}</Bdi>
          {row.handedOverAt !== null && (
            <>
              {' · '}
              {t('messages.handed-over-at', { at: dayAndTime(row.handedOverAt) })}
            </>
          )}
        </Typography>
      </Flex>
      <Flex gap={3} wrap="wrap">
        {row.handedOverAt === null ? (
          <Tag tone={messageTone(row.status)}>{word('message-status', row.status)}</Tag>
        ) : (
          <Tag tone="success">{t('messages.handed-over')}</Tag>
        )}
        {mayOpen && (
          <Button variant="tertiary" onClick={open}>
            {t('messages.open')}
          </Button>
        )}
      </Flex>
    </Flex>
  );
}
