import { Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { useFormats } from '../../app/formats';
import { paths } from '../../app/paths';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { DrawnSignature } from '../../ui/DrawnSignature';
import { Facts } from '../../ui/Facts';
import type { Fact } from '../../ui/Facts';
import { Panel } from '../../ui/Panel';
import { Prose, Stack } from '../../ui/Prose';
import type { RequestDetail } from '../../../../contracts/admin';
import { PaperButton } from '../../ui/PaperButton';
import { Comparison } from '../checking/Comparison';
import { Papers } from '../checking/Papers';
import { Checklist } from './Checklist';
import { KindPanel } from './KindPanel';

interface Props {
  request: RequestDetail;
  reload: () => void;
}

/** What the applicant said and sent, and what the check found. */
export function RequestTab({ request, reload }: Props) {
  const { t, word } = useWords();
  const { dayAndTime } = useFormats();
  const { applicant, declaration } = request;
  // What is answered at once has no check of its own.
  const checks = request.kind === 'assistance';
  const person: Fact[] = [
    { key: 'phone', label: t('applicant.phone'), value: <Bdi dir="ltr">{applicant.phone}</Bdi> },
    {
      key: 'id',
      label: t('applicant.identity'),
      value: applicant.idType ? (
        <>
          {word('identity', applicant.idType)} <Bdi dir="ltr">{applicant.idMasked ?? ''}</Bdi>
        </>
      ) : (
        t('applicant.no-identity')
      ),
    },
    ...[
      { key: 'city', label: t('applicant.city'), value: applicant.city },
      { key: 'email', label: t('applicant.email'), value: applicant.email },
      {
        key: 'preferred',
        label: t('applicant.preferred'),
        value: applicant.preferredChannel && word('contact', applicant.preferredChannel),
      },
      { key: 'branch', label: t('applicant.branch'), value: request.branch },
    ]
      .filter((fact) => fact.value)
      .map((fact) => ({ ...fact, value: <Bdi>{fact.value}</Bdi> })),
  ];

  if (applicant.fileId && applicant.fileNumber)
    person.push({
      key: 'file',
      label: t('applicant.file'),
      value: (
        <Link tag={NavLink} to={paths.person(applicant.fileId)}>
          <Bdi dir="ltr">{applicant.fileNumber}</Bdi>
        </Link>
      ),
    });

  return (
    <Stack>
      <Panel title={t('request.applicant')}>
        <Facts facts={person} />
      </Panel>
      {request.message && (
        <Panel title={t('request.message')}>
          <Prose>{request.message}</Prose>
        </Panel>
      )}
      <KindPanel request={request} />
      <Comparison request={request} reload={reload} />
      {request.answers.length > 0 && !checks && (
        <Panel title={t('request.answers')}>
          <Facts
            facts={request.answers.map(({ key, label, shown, type }) => ({
              key,
              label,
              value: (
                <Bdi dir={type === 'iban' || type === 'phone' ? 'ltr' : undefined}>{shown}</Bdi>
              ),
            }))}
          />
        </Panel>
      )}
      {checks && request.checklist.some(({ kind }) => kind !== 'document') && (
        <Panel title={t('request.checklist')} aside={<Done request={request} />}>
          <Checklist request={request} reload={reload} />
        </Panel>
      )}
      {request.documents.length > 0 && (
        <Panel title={t('request.documents')}>
          <Papers request={request} reload={reload} />
        </Panel>
      )}
      {declaration.state !== 'not_needed' && (
        <Panel title={t('request.declaration')}>
          <Typography
            tag="p"
            textColor={declaration.state === 'stands' ? 'success700' : 'warning700'}
            fontWeight="bold"
          >
            {t(`declaration.${declaration.state}`)}
          </Typography>
          {declaration.signer && declaration.signedAt && (
            <Typography tag="p" textColor="neutral600">
              <Bdi>{declaration.signer}</Bdi>
              {declaration.way && ` · ${word('way', declaration.way)}`}
              {' · '}
              <Bdi>{dayAndTime(declaration.signedAt)}</Bdi>
            </Typography>
          )}
          {declaration.signer && (
            <PaperButton
              path={`/requests/${request.id}/declaration`}
              name={`declaration-${request.reference}.pdf`}
            >
              {t('paper.declaration')}
            </PaperButton>
          )}
          {declaration.way === 'drawn' && (
            <DrawnSignature path={`/requests/${request.id}/signature`} />
          )}
        </Panel>
      )}
    </Stack>
  );
}

/** How much of the check is done. */
function Done({ request: { checklist } }: Pick<Props, 'request'>) {
  const { t } = useWords();
  const { number } = useFormats();
  const done = checklist.filter(({ state }) => state === 'ok').length;
  return (
    <Typography textColor="neutral600">
      {t('checklist.done', { done: number(done), all: number(checklist.length) })}
    </Typography>
  );
}
