import { Typography } from '@strapi/design-system';
import type { AgendaItemDetail } from '../../../../contracts/items';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Facts } from '../../ui/Facts';
import { FileList } from '../../ui/FileList';
import { Panel } from '../../ui/Panel';
import { Prose, Stack } from '../../ui/Prose';

/** What the applicant said, sent and was asked; of an appeal also what is appealed. */
export function RequestPart({ file }: { file: AgendaItemDetail['file'] }) {
  const { t } = useWords();
  const { dayAndTime } = useFormats();
  return (
    <Stack>
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
