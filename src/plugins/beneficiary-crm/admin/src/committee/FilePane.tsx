import { Typography } from '@strapi/design-system';
import type { AgendaItemDetail } from '../../../contracts/items';
import { useFormats } from '../app/formats';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { Facts } from '../ui/Facts';
import { FileList } from '../ui/FileList';
import { Panel } from '../ui/Panel';
import { PaperButton } from '../ui/PaperButton';
import { Prose, Stack } from '../ui/Prose';
import { RowList } from '../ui/RowList';
import { Study } from '../ui/Study';
import { Paper } from '../requests/study/Papers';
import { VisitFindings } from '../requests/study/Visits';

/** The file that the members study before they vote. */
export function FilePane({ item }: { item: AgendaItemDetail }) {
  const { t } = useWords();
  const { dayAndTime } = useFormats();
  const { file } = item;
  return (
    <Stack>
      <div>
        <PaperButton
          path={`/sessions/${item.sessionId}/items/${item.id}/case-file`}
          name={`case-${item.reference}.pdf`}
        >
          {t('paper.case-file')}
        </PaperButton>
      </div>
      {file.study && (
        <Panel title={t('request.study')}>
          <Study study={file.study} />
        </Panel>
      )}
      {file.visits.some(({ state }) => state === 'held') && (
        <Panel title={t('study.visits')}>
          <Stack>
            {file.visits
              .filter(({ state }) => state === 'held')
              .map((visit) => (
                <VisitFindings key={visit.id} visit={visit} />
              ))}
          </Stack>
        </Panel>
      )}
      {file.papers.length > 0 && (
        <Panel title={t('study.papers')}>
          <RowList items={file.papers} idOf={({ id }) => id}>
            {(paper) => <Paper paper={paper} />}
          </RowList>
        </Panel>
      )}
      {file.message && (
        <Panel title={t(file.appealed ? 'item.appeal-message' : 'request.message')}>
          <Prose>{file.message}</Prose>
        </Panel>
      )}
      {file.appealed && (
        <Panel title={t('item.first-decision')}>
          <Stack>
            <Typography tag="p" textColor="neutral600">
              <Bdi dir="ltr">{file.appealed.reference}</Bdi>
              {' · '}
              <Bdi>{dayAndTime(file.appealed.decidedAt)}</Bdi>
            </Typography>
            <Prose>{file.appealed.reason}</Prose>
            {file.appealed.message && (
              <>
                <Typography tag="h3" variant="omega" fontWeight="bold">
                  {t('request.message')}
                </Typography>
                <Prose>{file.appealed.message}</Prose>
              </>
            )}
          </Stack>
        </Panel>
      )}
      <Panel title={t('request.answers')}>
        <Facts
          facts={[
            ...(file.city
              ? [{ key: 'city', label: t('applicant.city'), value: <Bdi>{file.city}</Bdi> }]
              : []),
            ...file.answers.map(({ key, label, shown }) => ({
              key,
              label,
              value: <Bdi>{shown}</Bdi>,
            })),
          ]}
        />
      </Panel>
      {file.documents.length > 0 && (
        <Panel title={t('request.documents')}>
          <Facts
            facts={file.documents.map(({ key, label, files }) => ({
              key,
              label,
              value: files.length > 0 ? <FileList files={files} /> : t('request.no-file'),
            }))}
          />
        </Panel>
      )}
      {file.referrals.map((referral) => (
        <Panel key={referral.question} title={t('request.referral')}>
          <Prose>{referral.question}</Prose>
          {referral.answer && (
            <>
              <Typography tag="h3" variant="omega" fontWeight="bold">
                {t('request.referral-answer')}
              </Typography>
              <Prose>{referral.answer}</Prose>
            </>
          )}
        </Panel>
      ))}
    </Stack>
  );
}
