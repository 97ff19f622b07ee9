import { Flex, LinkButton, Typography } from '@strapi/design-system';
import { useEffect } from 'react';
import { NavLink, useLocation } from 'react-router-dom';
import type { SessionDetail } from '../../../../contracts/sessions';
import type { AgendaItemStatus } from '../../../../contracts/vocabulary';
import { useCrm } from '../../app/api';
import { useFormats } from '../../app/formats';
import { paths } from '../../app/paths';
import { useWords } from '../../app/words';
import { NextIcon, PreviousIcon } from '../../ui/Pointing';

interface Props {
  session: string;
  item: string;
  /** of the item that is looked at: when it moves on, the agenda has too */
  status: AgendaItemStatus | undefined;
}

/** From one item of the agenda to the next, among those that the reader may know of. */
export function ItemNav({ session, item, status }: Props) {
  const { t } = useWords();
  const { number } = useFormats();
  const { state } = useLocation();
  const { data, reload } = useCrm<SessionDetail>(`/sessions/${encodeURIComponent(session)}`);
  useEffect(() => {
    if (status !== undefined) reload();
  }, [status, reload]);
  if (!data) return null;
  const place = data.agenda.findIndex(({ id }) => id === item);
  if (place < 0) return null;
  const before = data.agenda[place - 1];
  const after = data.agenda[place + 1];
  return (
    <Flex tag="nav" aria-label={t('item.nav')} justifyContent="space-between" gap={3}>
      {before ? (
        <LinkButton
          tag={NavLink}
          to={paths.item(session, before.id)}
          state={state}
          variant="tertiary"
          startIcon={<PreviousIcon aria-hidden />}
        >
          {t('item.previous')}
        </LinkButton>
      ) : (
        <span />
      )}
      <Typography textColor="neutral600">
        {t('item.place', { n: number(place + 1), of: number(data.agenda.length) })}
      </Typography>
      {after ? (
        <LinkButton
          tag={NavLink}
          to={paths.item(session, after.id)}
          state={state}
          variant="tertiary"
          endIcon={<NextIcon aria-hidden />}
        >
          {t('item.next')}
        </LinkButton>
      ) : (
        <span />
      )}
    </Flex>
  );
}
