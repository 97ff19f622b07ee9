import { Button, LinkButton, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { CallRow } from '../../../contracts/evaluation';
import { useCrm } from '../app/api';
import { useFormats } from '../app/formats';
import { paths } from '../app/paths';
import { useLive } from '../app/useLive';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { PageFrame } from '../ui/PageFrame';
import { Panel } from '../ui/Panel';
import { Stack } from '../ui/Prose';
import { RowList } from '../ui/RowList';
import { Empty, Show } from '../ui/States';

/** Who is to be asked by phone or in person, since no message reaches them or they want none. */
export function CallsPage() {
  const { t } = useWords();
  const calls = useCrm<CallRow[]>('/evaluations/calls');
  useLive(calls.reload);
  return (
    <PageFrame title={t('calls.title')} subtitle={t('calls.subtitle')}>
      <Show from={calls}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty>{t('calls.empty')}</Empty>
          ) : (
            <Panel title={t('calls.waiting')}>
              <RowList items={rows} idOf={({ id }) => id}>
                {(row) => <Call row={row} />}
              </RowList>
            </Panel>
          )
        }
      </Show>
    </PageFrame>
  );
}

function Call({ row }: { row: CallRow }) {
  const { t, word } = useWords();
  const { day } = useFormats();
  return (
    <>
      <Stack>
        <Typography fontWeight="bold">
          <Bdi>{row.name}</Bdi>
        </Typography>
        <Typography>
          <Bdi dir="ltr">{row.phone}</Bdi>
          {' · '}
          <Bdi>{row.service ?? word('kind', row.kind)}</Bdi>
          {' · '}
          {t('calls.since')} <Bdi>{day(row.since)}</Bdi>
        </Typography>
        {row.own && (
          <Typography variant="pi" textColor="neutral600">
            {t('calls.own')}
          </Typography>
        )}
      </Stack>
      {row.own ? (
        <Button variant="tertiary" disabled>
          {t('calls.start')}
        </Button>
      ) : (
        <LinkButton tag={NavLink} to={paths.call(row.id)} variant="secondary">
          {t('calls.start')}
        </LinkButton>
      )}
    </>
  );
}
