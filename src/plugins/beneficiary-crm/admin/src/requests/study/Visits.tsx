import { Button, Flex, Link, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { NavLink } from 'react-router-dom';
import type { VisitView } from '../../../../contracts/study';
import { useFormats } from '../../app/formats';
import { paths } from '../../app/paths';
import { usePermission } from '../../app/usePermission';
import { useWords } from '../../app/words';
import { dayOf } from '../../reception/appointments/days';
import { BookLink } from '../../reception/appointments/BookLink';
import { Bdi } from '../../ui/Bdi';
import { Facts } from '../../ui/Facts';
import { Panel } from '../../ui/Panel';
import { Prose, Stack } from '../../ui/Prose';
import { Tag } from '../../ui/Tag';
import { appointmentTone } from '../../ui/tones';
import { VisitReport } from './VisitReport';

/** Home visits for a request: booked here, reported here. */
export function Visits({
  request,
  visits,
  reload,
}: {
  request: string;
  visits: readonly VisitView[];
  reload: () => void;
}) {
  const { t } = useWords();
  return (
    <Panel title={t('study.visits')} aside={<BookLink request={request} kind="home_visit" />}>
      {visits.length === 0 ? (
        <Typography tag="p" textColor="neutral600">
          {t('study.no-visits')}
        </Typography>
      ) : (
        <Stack>
          {visits.map((visit) => (
            <Visit key={visit.id} request={request} visit={visit} reload={reload} />
          ))}
        </Stack>
      )}
    </Panel>
  );
}

function Visit({
  request,
  visit,
  reload,
}: {
  request: string;
  visit: VisitView;
  reload: () => void;
}) {
  const { t, word } = useWords();
  const { dayAndTime } = useFormats();
  const [writing, setWriting] = useState(false);
  const mayWrite = usePermission('research.study');
  const mayOpen = usePermission('appointments.keep');
  const begun = Date.parse(visit.startsAt) <= Date.now();
  const at = <Bdi>{dayAndTime(visit.startsAt)}</Bdi>;
  return (
    <Stack>
      <Flex gap={3} wrap="wrap" justifyContent="space-between">
        <div>
          <Typography tag="h3" variant="omega" fontWeight="bold">
            {mayOpen ? (
              <Link
                tag={NavLink}
                to={`${paths.appointments}?view=day&date=${dayOf(visit.startsAt)}&open=${visit.id}`}
              >
                {at}
              </Link>
            ) : (
              at
            )}
          </Typography>
          <Typography tag="p" variant="pi" textColor="neutral600">
            <Bdi>{visit.with}</Bdi>
            {visit.place && (
              <>
                {' · '}
                <Bdi>{visit.place}</Bdi>
              </>
            )}
          </Typography>
        </div>
        <Tag tone={appointmentTone(visit.state)}>{word('appointment_state', visit.state)}</Tag>
      </Flex>
      <VisitFindings visit={visit} />
      {visit.state === 'booked' && mayWrite && begun && !writing && (
        <Flex>
          <Button size="L" variant="secondary" onClick={() => setWriting(true)}>
            {t('visit-report.write')}
          </Button>
        </Flex>
      )}
      {visit.state === 'booked' && !begun && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {t('visit-report.later')}
        </Typography>
      )}
      {visit.state === 'booked' && writing && (
        <VisitReport request={request} visit={visit} done={reload} />
      )}
    </Stack>
  );
}

/** What was found on a visit, as the study and the committee's file show it. */
export function VisitFindings({ visit }: { visit: VisitView }) {
  const { t } = useWords();
  const { day } = useFormats();
  const { report, words } = visit;
  if (!report) return words ? <Prose>{words}</Prose> : null;
  return (
    <Facts
      facts={[
        { key: 'visitedOn', label: t('visit-report.visitedOn'), value: day(report.visitedOn) },
        { key: 'met', label: t('visit-report.met'), value: <Bdi>{report.met}</Bdi> },
        { key: 'seen', label: t('visit-report.seen'), value: <Bdi>{report.seen}</Bdi> },
        { key: 'housing', label: t('visit-report.housing'), value: <Bdi>{report.housing}</Bdi> },
      ]}
    />
  );
}
