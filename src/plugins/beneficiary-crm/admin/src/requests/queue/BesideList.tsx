import { Box, Flex, IconButton, LinkButton, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';
import type { RequestDetail } from '../../../../contracts/admin';
import { useCrm } from '../../app/api';
import { useFormats } from '../../app/formats';
import { paths } from '../../app/paths';
import { useLeaving } from '../../app/returning';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Facts } from '../../ui/Facts';
import { Panel } from '../../ui/Panel';
import { Prose, Stack } from '../../ui/Prose';
import { Show } from '../../ui/States';
import { RequestSummary } from '../RequestSummary';

/** A list with one of its requests at its side. */
const Columns = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr) 46rem;
  gap: ${({ theme }) => theme.spaces[5]};
  align-items: start;
`;
const Pane = styled.aside`
  position: sticky;
  inset-block-start: ${({ theme }) => theme.spaces[4]};
  max-block-size: calc(100vh - 3.2rem);
  overflow-y: auto;
  padding: 2px;
`;

interface Props {
  /** null: nothing is looked at, or there is no room */
  id: string | null;
  close: () => void;
  /** the request moved on */
  changed: () => void;
  children: ReactNode;
}

export const BesideList = ({ id, close, changed, children }: Props) =>
  id === null ? (
    <>{children}</>
  ) : (
    <Columns>
      {children}
      <OneRequest key={id} id={id} close={close} changed={changed} />
    </Columns>
  );

function OneRequest({ id, close, changed }: Omit<Props, 'id' | 'children'> & { id: string }) {
  const { t } = useWords();
  const state = useLeaving();
  const request = useCrm<RequestDetail>(`/requests/${encodeURIComponent(id)}`);
  const reload = () => {
    request.reload();
    changed();
  };
  return (
    <Pane aria-label={t('beside.label')}>
      <Stack>
        <Flex justifyContent="space-between" gap={3}>
          <LinkButton tag={NavLink} to={paths.request(id)} state={state} variant="secondary">
            {t('beside.open')}
          </LinkButton>
          <IconButton label={t('beside.close')} onClick={close}>
            <Cross aria-hidden />
          </IconButton>
        </Flex>
        <Show from={request} lines={8}>
          {(loaded) => <Summary request={loaded} reload={reload} />}
        </Show>
      </Stack>
    </Pane>
  );
}

function Summary({ request, reload }: { request: RequestDetail; reload: () => void }) {
  const { t, word } = useWords();
  const { dayAndTime } = useFormats();
  const { applicant, service, kind, channel, submittedAt, message, owed, reference } = request;
  const facts: { key: string; label: string; value: ReactNode }[] = [
    { key: 'reference', label: t('beside.reference'), value: <Bdi dir="ltr">{reference}</Bdi> },
    { key: 'about', label: t('inbox.column.about'), value: service?.name ?? word('kind', kind) },
    { key: 'phone', label: t('beside.phone'), value: <Bdi dir="ltr">{applicant.phone}</Bdi> },
    { key: 'city', label: t('beside.city'), value: applicant.city && <Bdi>{applicant.city}</Bdi> },
    { key: 'channel', label: t('beside.channel'), value: word('channel', channel) },
    { key: 'submitted', label: t('beside.submitted'), value: dayAndTime(submittedAt) },
  ];
  return (
    <Stack>
      <Box tag="header">
        <Typography tag="h2" variant="beta">
          <Bdi>{applicant.name}</Bdi>
        </Typography>
      </Box>
      <RequestSummary request={request} reload={reload} />
      <Panel title={t('beside.about')}>
        <Stack>
          <Facts facts={facts.filter(({ value }) => value)} />
          {message && <Prose>{message}</Prose>}
          {owed && (
            <Typography tag="p" textColor="warning700">
              {owed.note}
            </Typography>
          )}
        </Stack>
      </Panel>
    </Stack>
  );
}
