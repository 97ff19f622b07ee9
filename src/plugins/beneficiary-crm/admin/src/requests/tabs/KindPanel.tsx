import { Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { RequestDetail } from '../../../../contracts/admin';
import { useFormats } from '../../app/formats';
import { paths } from '../../app/paths';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Facts } from '../../ui/Facts';
import type { Fact } from '../../ui/Facts';
import { Panel } from '../../ui/Panel';
import { Prose, Stack } from '../../ui/Prose';

/** What only some requests have: what an appeal is against, whom a complaint is about, what was led to, a screening, requests that were joined. */
export function KindPanel({ request }: { request: RequestDetail }) {
  const { t } = useWords();
  const { day } = useFormats();
  const { appealed, complaint, led, duplicateOf, duplicates } = request;
  const facts: Fact[] = [];
  if (appealed)
    facts.push({
      key: 'appealed',
      label: t('request.appealed'),
      value: <RequestLink {...appealed} />,
    });
  if (complaint) {
    facts.push({
      key: 'about',
      label: t('complaint.about'),
      value: complaint.about ? <Bdi>{complaint.about.name}</Bdi> : t('form.nobody'),
    });
    if (complaint.stage > 1)
      facts.push({
        key: 'first',
        label: t('complaint.first'),
        value: <Bdi>{complaint.first ?? '—'}</Bdi>,
      });
  }
  if (led.faq) facts.push({ key: 'faq', label: t('led.to'), value: t('led.faq') });
  if (led.improvement)
    facts.push({
      key: 'improvement',
      label: t('led.improvement'),
      value: <Bdi>{led.improvement}</Bdi>,
    });
  if (duplicateOf)
    facts.push({
      key: 'duplicateOf',
      label: t('duplicate.followed-in'),
      value: <RequestLink {...duplicateOf} />,
    });
  for (const one of duplicates)
    facts.push({
      key: one.id,
      label: t('duplicate.also-asked', { day: day(one.submittedAt) }),
      value: <RequestLink {...one} />,
    });
  return (
    <>
      {facts.length > 0 && (
        <Panel title={t('request.beside')}>
          <Facts facts={facts} />
        </Panel>
      )}
      {request.screening && <Screening screening={request.screening} />}
    </>
  );
}

const RequestLink = ({ id, reference }: { id: string; reference: string }) => (
  <Link tag={NavLink} to={paths.request(id)}>
    <Bdi dir="ltr">{reference}</Bdi>
  </Link>
);

function Screening({ screening }: { screening: NonNullable<RequestDetail['screening']> }) {
  const { t, word } = useWords();
  const { dayAndTime } = useFormats();
  const listed = (list: string, values: readonly string[]) =>
    values.map((value) => word(list, value)).join(t('common.comma'));
  const yesNo = (yes: boolean) => t(yes ? 'form.yes' : 'form.no');
  return (
    <Panel title={t('screening.title')}>
      <Stack>
        <Facts
          facts={[
            {
              key: 'suitable',
              label: t('form.suitable'),
              value: (
                <Typography
                  fontWeight="bold"
                  textColor={screening.suitable ? 'success700' : 'warning700'}
                >
                  {yesNo(screening.suitable)}
                </Typography>
              ),
            },
            { key: 'skills', label: t('form.skills'), value: listed('skill', screening.skills) },
            { key: 'days', label: t('form.days'), value: listed('weekday', screening.days) },
            {
              key: 'times',
              label: t('form.times'),
              value: listed('contact_time', screening.times),
            },
            { key: 'seen', label: t('form.identitySeen'), value: yesNo(screening.identitySeen) },
            ...(screening.guardianAgreed === null
              ? []
              : [
                  {
                    key: 'guardian',
                    label: t('form.guardianAgreed'),
                    value: yesNo(screening.guardianAgreed),
                  },
                ]),
          ]}
        />
        <Prose>{screening.notes}</Prose>
        <Typography tag="p" textColor="neutral600">
          <Bdi>{screening.by}</Bdi>
          {' · '}
          <Bdi>{dayAndTime(screening.at)}</Bdi>
        </Typography>
      </Stack>
    </Panel>
  );
}
