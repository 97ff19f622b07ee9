import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { styled } from 'styled-components';
import type { MessageList, MessageRow } from '../../../contracts/admin';
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

const Narrow = styled.div`
  max-inline-size: 28rem;
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
  const status = search.get('status') ?? '';
  const messages = useCrm<MessageList>('/messages', { status, page: search.get('page') ?? '1' });
  const page = Math.max(1, Number(search.get('page')) || 1);

  return (
    <PageFrame title={t('messages.title')} subtitle={t('messages.subtitle')}>
      <Narrow>
        <Choice
          name="status"
          label={t('inbox.filter.status')}
          empty={t('inbox.filter.any')}
          value={status}
          options={messageStatuses.map((value) => ({
            value,
            label: word('message-status', value),
          }))}
          change={(next) => setSearch(next ? { status: next } : {})}
        />
      </Narrow>
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
              <Empty>{t('messages.empty')}</Empty>
            ) : (
              <CardList aria-label={t('messages.title')}>
                {rows.map((row) => (
                  <Card key={row.id}>
                    <MessageLine row={row} open={() => setOpen(row.id)} />
                  </Card>
                ))}
              </CardList>
            )}
            <Pager
              page={page}
              pageSize={20}
              total={total}
              go={(next) => setSearch({ ...(status ? { status } : {}), page: String(next) })}
            />
          </Stack>
        )}
      </Show>
      {open && <MessageDialog id={open} close={() => setOpen(null)} />}
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
        </Typography>
      </Flex>
      <Flex gap={3} wrap="wrap">
        <Tag tone={messageTone(row.status)}>{word('message-status', row.status)}</Tag>
        {mayOpen && (
          <Button variant="tertiary" onClick={open}>
            {t('messages.open')}
          </Button>
        )}
      </Flex>
    </Flex>
  );
}
