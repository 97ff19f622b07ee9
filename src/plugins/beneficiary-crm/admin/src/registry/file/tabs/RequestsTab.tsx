import { Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { useFormats } from '../../../app/formats';
import { paths } from '../../../app/paths';
import { useWords } from '../../../app/words';
import { AllocationsOfPerson } from '../../../delivery/OfPerson';
import { Bdi } from '../../../ui/Bdi';
import { Panel } from '../../../ui/Panel';
import { Stack } from '../../../ui/Prose';
import { RowList } from '../../../ui/RowList';
import { Empty } from '../../../ui/States';
import { Tag } from '../../../ui/Tag';
import { requestTone } from '../../../ui/tones';
import { Dotted } from '../../PersonLines';
import type { TabProps } from '../steps';

/** What the person asked for, and what was handed over. */
export function RequestsTab({ file }: TabProps) {
  const { t, word } = useWords();
  const { day, money } = useFormats();
  const { requests, deliveries } = file;
  if (requests.length === 0 && deliveries.length === 0)
    return <Empty>{t('file.no-requests')}</Empty>;
  return (
    <Stack>
      {requests.length > 0 && (
        <Panel title={t('file.requests')}>
          <RowList items={requests} idOf={({ id }) => id}>
            {(request) => (
              <>
                <div>
                  <Link tag={NavLink} to={paths.request(request.id)}>
                    {request.serviceName ?? word('kind', request.kind)}
                  </Link>
                  <Typography tag="p" variant="pi" textColor="neutral600">
                    <Dotted
                      of={[
                        <Bdi dir="ltr">{request.reference}</Bdi>,
                        <Bdi>{day(request.submittedAt)}</Bdi>,
                        word('channel', request.channel),
                      ]}
                    />
                  </Typography>
                </div>
                <Tag tone={requestTone(request.status)}>{word('status', request.status)}</Tag>
              </>
            )}
          </RowList>
        </Panel>
      )}
      {requests.length > 0 && <AllocationsOfPerson id={file.id} />}
      {deliveries.length > 0 && (
        <Panel title={t('file.deliveries')}>
          <RowList items={deliveries} idOf={({ id }) => id}>
            {(delivery) => (
              <>
                <div>
                  <Typography tag="p">
                    <Bdi>{delivery.what}</Bdi>
                  </Typography>
                  <Typography tag="p" variant="pi" textColor="neutral600">
                    <Dotted
                      of={[
                        <Bdi>{day(delivery.deliveredOn)}</Bdi>,
                        <>
                          {t('file.received-by')} <Bdi>{delivery.receivedBy}</Bdi>
                        </>,
                        <Link tag={NavLink} to={`${paths.request(delivery.requestId)}?tab=service`}>
                          <Bdi dir="ltr">{delivery.reference}</Bdi>
                        </Link>,
                      ]}
                    />
                  </Typography>
                </div>
                {delivery.amount !== null && (
                  <Typography fontWeight="bold">
                    <Bdi>{money(delivery.amount)}</Bdi>
                  </Typography>
                )}
              </>
            )}
          </RowList>
        </Panel>
      )}
    </Stack>
  );
}
