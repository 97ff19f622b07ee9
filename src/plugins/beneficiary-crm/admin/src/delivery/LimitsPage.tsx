import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { LimitList, LimitView } from '../../../contracts/delivery';
import { useCrm } from '../app/api';
import { useFormats } from '../app/formats';
import { paths } from '../app/paths';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { PageFrame } from '../ui/PageFrame';
import { Panel } from '../ui/Panel';
import { Stack } from '../ui/Prose';
import { Empty, Show } from '../ui/States';
import { LimitDialog } from './LimitDialog';
import { LimitFacts } from './LimitFacts';

/** Budgets and places of the services, kept by whoever approves what is given of them. */
export function LimitsPage() {
  const { t } = useWords();
  const { money, number, dayAndTime } = useFormats();
  const limits = useCrm<LimitList>('/service-limits');
  const [open, setOpen] = useState<{ limit: LimitView | null } | null>(null);
  return (
    <PageFrame
      title={t('limit.title')}
      subtitle={t('limit.subtitle')}
      back={{ to: paths.deliveries, label: t('limit.back') }}
      actions={<Button onClick={() => setOpen({ limit: null })}>{t('limit.new')}</Button>}
    >
      <Show from={limits}>
        {(list) => (
          <Stack>
            {list.limits.length === 0 && <Empty>{t('limit.empty')}</Empty>}
            {list.limits.map((limit) => (
              <Panel
                key={`${limit.service}.${limit.period}`}
                title={t('limit.named', {
                  service: limit.serviceName,
                  period:
                    limit.period === 'open'
                      ? t('limit.open')
                      : t('limit.year', { year: limit.period }),
                })}
                aside={
                  <Button variant="tertiary" onClick={() => setOpen({ limit })}>
                    {t('limit.change')}
                  </Button>
                }
              >
                <Stack>
                  {limit.budget && (
                    <>
                      <Typography tag="h3" variant="omega" fontWeight="bold">
                        {t('limit.budget')}
                      </Typography>
                      <LimitFacts sums={limit.budget} say={(n) => money(n / 100)} />
                    </>
                  )}
                  {limit.places && (
                    <>
                      <Typography tag="h3" variant="omega" fontWeight="bold">
                        {t('limit.places')}
                      </Typography>
                      <LimitFacts sums={limit.places} say={number} />
                    </>
                  )}
                  <Flex direction="column" alignItems="start" gap={1}>
                    <Typography tag="p">
                      <Bdi>{limit.reason}</Bdi>
                    </Typography>
                    <Typography tag="p" variant="pi" textColor="neutral600">
                      {t('delivery.by-at', { by: limit.setBy, at: dayAndTime(limit.setAt) })}
                    </Typography>
                  </Flex>
                </Stack>
              </Panel>
            ))}
            {open && (
              <LimitDialog
                limit={open.limit}
                services={list.services}
                versionOf={(service, period) =>
                  list.limits.find((one) => one.service === service && one.period === period)
                    ?.version ?? 0
                }
                close={() => setOpen(null)}
                reload={limits.reload}
              />
            )}
          </Stack>
        )}
      </Show>
    </PageFrame>
  );
}
