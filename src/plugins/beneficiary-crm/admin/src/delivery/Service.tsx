import { useNotification } from '@strapi/strapi/admin';
import { Button } from '@strapi/design-system';
import { useEffect, useState } from 'react';
import type { RequestDetail } from '../../../contracts/admin';
import type { AllocationView, EntryView, ServiceView } from '../../../contracts/delivery';
import type { RequestAction } from '../../../contracts/vocabulary';
import { useCommand, useCrm } from '../app/api';
import { useFormats } from '../app/formats';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { Facts } from '../ui/Facts';
import { Panel } from '../ui/Panel';
import { Stack } from '../ui/Prose';
import { Show } from '../ui/States';
import { AllocateDialog } from './AllocateDialog';
import { AllocationPanel } from './AllocationPanel';
import { BackDialog } from './BackDialog';
import { DeliverDialog } from './DeliverDialog';
import { EnrolmentPanel } from './EnrolmentPanel';
import { Entries } from './Entries';
import { LimitsPanel } from './LimitsPanel';
import { ReasonDialog } from './ReasonDialog';

interface Props {
  request: RequestDetail;
  reload: () => void;
}

type Open =
  | { action: 'allocate'; allocation: AllocationView | null }
  | { action: 'refuse_allocation' | 'end_allocation'; allocation: AllocationView }
  | { action: 'record_delivery'; allocation: AllocationView }
  | {
      action: 'return_delivery' | 'correct_delivery';
      allocation: AllocationView;
      entry: EntryView;
    };

/** What comes after the acceptance: what is missing, what the committee decided, what is allocated and handed over. */
export function Service({ request, reload }: Props) {
  const service = useCrm<ServiceView>(`/requests/${request.id}/service`);
  const { reload: reloadService } = service;
  // Whatever changes the request may change what is allocated.
  useEffect(() => reloadService(), [request.version, reloadService]);
  return (
    <Show from={service} lines={4}>
      {(loaded) => <Loaded request={request} service={loaded} reload={reload} />}
    </Show>
  );
}

function Loaded({ request, service, reload }: Props & { service: ServiceView }) {
  const { t, word } = useWords();
  const { day } = useFormats();
  const { toggleNotification } = useNotification();
  const { send, busy } = useCommand();
  const [open, setOpen] = useState<Open | null>(null);
  const may = (action: RequestAction) =>
    request.actions.some((one) => one.action === action && one.allowed);
  const on = { request, reload, close: () => setOpen(null) };

  const approve = async (allocation: string) => {
    const outcome = await send(`/requests/${request.id}/actions/approve_allocation`, {
      expectedVersion: request.version,
      allocation,
    });
    if (outcome === null) return;
    const action = word('action', 'approve_allocation');
    toggleNotification(
      outcome.ok
        ? { type: 'success', message: t('action.done', { action }) }
        : { type: 'warning', message: outcome.problem.message },
    );
    reload();
  };

  return (
    <Stack>
      {service.enrolment && <EnrolmentPanel check={service.enrolment} />}
      {request.decision?.outcome === 'accepted' && (
        <Panel
          title={t('delivery.allocations')}
          aside={
            may('allocate') && (
              <Button
                variant={service.allocations.length === 0 ? 'default' : 'secondary'}
                onClick={() => setOpen({ action: 'allocate', allocation: null })}
              >
                {word('action', 'allocate')}
              </Button>
            )
          }
        >
          <Facts
            facts={[
              {
                key: 'decision',
                label: t('delivery.decided', { day: day(request.decision.decidedAt) }),
                value: <Bdi>{request.decision.reason}</Bdi>,
              },
            ]}
          />
        </Panel>
      )}
      {may('approve_allocation') && <LimitsPanel limits={service.limits} />}
      {service.allocations.map((allocation) => (
        <AllocationPanel
          key={allocation.id}
          allocation={allocation}
          judging={
            may('approve_allocation') &&
            !allocation.proposal?.mine && (
              <>
                <Button loading={busy} onClick={() => void approve(allocation.id)}>
                  {word('action', 'approve_allocation')}
                </Button>
                <Button
                  variant="danger-light"
                  onClick={() => setOpen({ action: 'refuse_allocation', allocation })}
                >
                  {word('action', 'refuse_allocation')}
                </Button>
              </>
            )
          }
          actions={
            !allocation.ended && (
              <>
                {allocation.terms &&
                  allocation.net < allocation.terms.total &&
                  may('record_delivery') && (
                    <Button onClick={() => setOpen({ action: 'record_delivery', allocation })}>
                      {word('action', 'record_delivery')}
                    </Button>
                  )}
                {may('allocate') && (
                  <Button
                    variant="tertiary"
                    onClick={() => setOpen({ action: 'allocate', allocation })}
                  >
                    {t('delivery.change-terms')}
                  </Button>
                )}
                {may('end_allocation') && allocation.state !== 'refused' && (
                  <Button
                    variant="tertiary"
                    onClick={() => setOpen({ action: 'end_allocation', allocation })}
                  >
                    {word('action', 'end_allocation')}
                  </Button>
                )}
              </>
            )
          }
        >
          <Entries
            allocation={allocation}
            returns={
              may('return_delivery')
                ? (entry) => setOpen({ action: 'return_delivery', allocation, entry })
                : undefined
            }
            corrects={
              may('correct_delivery')
                ? (entry) => setOpen({ action: 'correct_delivery', allocation, entry })
                : undefined
            }
          />
        </AllocationPanel>
      ))}
      {open?.action === 'allocate' && (
        <AllocateDialog
          {...on}
          allocation={open.allocation}
          decided={request.decision?.amount ?? null}
        />
      )}
      {(open?.action === 'refuse_allocation' || open?.action === 'end_allocation') && (
        <ReasonDialog {...on} action={open.action} allocation={open.allocation.id} />
      )}
      {open?.action === 'record_delivery' && (
        <DeliverDialog
          allocation={open.allocation}
          service={service}
          close={on.close}
          reload={reload}
        />
      )}
      {(open?.action === 'return_delivery' || open?.action === 'correct_delivery') && (
        <BackDialog {...on} action={open.action} allocation={open.allocation} entry={open.entry} />
      )}
    </Stack>
  );
}
