import type { RequestDetail } from '../../../../contracts/admin';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { Service } from '../../delivery/Service';
import { Bdi } from '../../ui/Bdi';
import { Facts } from '../../ui/Facts';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';
import { Empty } from '../../ui/States';

interface Props {
  request: RequestDetail;
  reload: () => void;
}

/** Statuses in which there is something to say of the service. */
const served: readonly RequestDetail['status'][] = [
  'accepted',
  'enrolled',
  'in_delivery',
  'completed',
];

/** S6 and S7: the enrolment, what is allocated, and what was handed over. */
export function ServiceTab({ request, reload }: Props) {
  const { t, word } = useWords();
  const { day, dayAndTime, money } = useFormats();
  const { enrolment, deliveries } = request;
  const shows = request.kind === 'assistance' && served.includes(request.status);
  const before = deliveries.filter(({ allocated }) => !allocated);
  if (!shows && !enrolment && deliveries.length === 0)
    return <Empty>{t('request.no-delivery')}</Empty>;

  return (
    <Stack>
      {enrolment && (
        <Panel title={t('request.enrolment')}>
          <Facts
            facts={[
              {
                key: 'file',
                label: t('applicant.file'),
                value: <Bdi dir="ltr">{enrolment.fileNumber}</Bdi>,
              },
              {
                key: 'at',
                label: t('request.enrolled-at'),
                value: <Bdi>{dayAndTime(enrolment.enrolledAt)}</Bdi>,
              },
              {
                key: 'identity',
                label: t('applicant.identity'),
                value: word('identity-state', enrolment.identityState),
              },
            ]}
          />
        </Panel>
      )}
      {request.kind === 'assistance' && <Service request={request} reload={reload} />}
      {before.map((delivery) => (
        <Panel
          key={delivery.id}
          title={t('request.delivery', { what: delivery.what, day: day(delivery.deliveredOn) })}
        >
          <Facts
            facts={[
              ...(delivery.amount === null
                ? []
                : [
                    {
                      key: 'amount',
                      label: t('delivery.given.money'),
                      value: <Bdi>{money(delivery.amount)}</Bdi>,
                    },
                  ]),
              {
                key: 'receivedBy',
                label: t('delivery.received-by'),
                value: <Bdi>{delivery.receivedBy}</Bdi>,
              },
              {
                key: 'acknowledgement',
                label: t('form.acknowledgement'),
                value: word('acknowledgement', delivery.acknowledgement),
              },
              {
                key: 'recordedBy',
                label: t('request.recorded-by'),
                value: <Bdi>{delivery.recordedBy}</Bdi>,
              },
            ]}
          />
        </Panel>
      ))}
    </Stack>
  );
}
