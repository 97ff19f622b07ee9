import { Button, Flex, Link, Tabs, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { NavLink, useSearchParams } from 'react-router-dom';
import { styled } from 'styled-components';
import { dueViews } from '../../../contracts/delivery';
import type { DueList, DueRow, ServiceView } from '../../../contracts/delivery';
import { useCrm } from '../app/api';
import { useFormats } from '../app/formats';
import { paths } from '../app/paths';
import { usePermission } from '../app/usePermission';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { CardList } from '../ui/CardList';
import { PageFrame } from '../ui/PageFrame';
import { Pager } from '../ui/Pager';
import { Stack } from '../ui/Prose';
import { ScrollingTabs } from '../ui/ScrollingTabs';
import { Empty, Show } from '../ui/States';
import { Tag } from '../ui/Tag';
import { DeliverDialog } from './DeliverDialog';
import { useMeasure } from './useMeasure';

const Card = styled.li`
  padding: ${({ theme }) => theme.spaces[4]};
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  overflow-wrap: anywhere;
`;

/** What is to be handed over, by its day, for whoever is on the way to people; and what waits for an approval. */
export function DeliveryPage() {
  const { t, dir } = useWords();
  const { number } = useFormats();
  const [search, setSearch] = useSearchParams();
  const approves = usePermission('delivery.approve');
  const records = usePermission('delivery.record');
  const usual = records ? 'today' : 'proposed';
  const view = dueViews.find((known) => known === search.get('view')) ?? usual;
  const page = Math.max(1, Number(search.get('page')) || 1);
  const list = useCrm<DueList>('/deliveries', { view, page });
  const [open, setOpen] = useState<DueRow | null>(null);
  const counts = list.data?.counts;

  return (
    <PageFrame
      title={t('delivery.title')}
      subtitle={t('delivery.subtitle')}
      actions={
        approves && (
          <Link tag={NavLink} to={paths.limits}>
            {t('limit.title')}
          </Link>
        )
      }
    >
      <Tabs.Root
        dir={dir}
        variant="simple"
        value={view}
        onValueChange={(next) => setSearch({ view: next })}
      >
        <ScrollingTabs>
          <Tabs.List aria-label={t('delivery.views')}>
            {dueViews.map((name) => (
              <Tabs.Trigger key={name} value={name}>
                {counts?.[name]
                  ? t('inbox.view-count', {
                      view: t(`delivery.view.${name}`),
                      n: number(counts[name]),
                    })
                  : t(`delivery.view.${name}`)}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
        </ScrollingTabs>
        <Tabs.Content value={view}>
          <Show from={list}>
            {({ rows, total, pageSize }) => (
              <Stack>
                {rows.length === 0 ? (
                  <Empty>{t(`delivery.empty.${view}`)}</Empty>
                ) : (
                  <CardList aria-label={t(`delivery.view.${view}`)}>
                    {rows.map((row) => (
                      <Card key={row.allocation}>
                        <Line
                          row={row}
                          deliver={records && view !== 'proposed' ? () => setOpen(row) : undefined}
                        />
                      </Card>
                    ))}
                  </CardList>
                )}
                <Pager
                  page={page}
                  pageSize={pageSize}
                  total={total}
                  go={(next) => setSearch({ view, page: String(next) })}
                />
              </Stack>
            )}
          </Show>
        </Tabs.Content>
      </Tabs.Root>
      {open && <Deliver row={open} close={() => setOpen(null)} reload={list.reload} />}
    </PageFrame>
  );
}

function Line({ row, deliver }: { row: DueRow; deliver: (() => void) | undefined }) {
  const { t, word } = useWords();
  const { day } = useFormats();
  const say = useMeasure();
  return (
    <Flex justifyContent="space-between" gap={3} wrap="wrap" alignItems="start">
      <Flex direction="column" alignItems="start" gap={1} maxWidth="100%">
        <Link tag={NavLink} to={`${paths.request(row.requestId)}?tab=service`}>
          <Bdi>{row.name}</Bdi>
        </Link>
        <Typography tag="p" fontWeight="bold">
          <Bdi>{row.what}</Bdi>
          {' · '}
          <Bdi>{say(row.kind, row.amount, row.unit)}</Bdi>
        </Typography>
        <Typography tag="p" textColor="neutral600">
          {row.serviceName && <Bdi>{row.serviceName}</Bdi>}
          {row.city && (
            <>
              {' · '}
              <Bdi>{row.city}</Bdi>
            </>
          )}
          {' · '}
          <Bdi dir="ltr">{row.reference}</Bdi>
        </Typography>
        {deliver && (
          <a href={`tel:${row.phone}`}>
            <Bdi dir="ltr">{row.phone}</Bdi>
          </a>
        )}
        {row.proposedBy && (
          <Typography tag="p" variant="pi" textColor="neutral600">
            {t('delivery.proposed-by')} <Bdi>{row.proposedBy}</Bdi>
          </Typography>
        )}
      </Flex>
      <Flex direction="column" alignItems="end" gap={2}>
        {row.dueOn && <Tag tone="secondary">{day(row.dueOn)}</Tag>}
        {row.pay && <Typography variant="pi">{word('pay', row.pay)}</Typography>}
        {deliver && (
          <Button size="L" onClick={deliver}>
            {word('action', 'record_delivery')}
          </Button>
        )}
      </Flex>
    </Flex>
  );
}

function Deliver({ row, ...rest }: { row: DueRow; close: () => void; reload: () => void }) {
  const service = useCrm<ServiceView>(`/requests/${row.requestId}/service`);
  const allocation = service.data?.allocations.find(({ id }) => id === row.allocation);
  if (!service.data || !allocation) return <Show from={service}>{() => null}</Show>;
  return <DeliverDialog allocation={allocation} service={service.data} {...rest} />;
}
