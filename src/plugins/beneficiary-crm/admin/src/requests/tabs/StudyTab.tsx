import { Typography } from '@strapi/design-system';
import type { RequestDetail } from '../../../../contracts/admin';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { BookLink } from '../../reception/appointments/BookLink';
import { Bdi } from '../../ui/Bdi';
import { Panel } from '../../ui/Panel';
import { Prose, Stack } from '../../ui/Prose';
import { Empty } from '../../ui/States';
import { Study } from '../../ui/Study';

/** S3: what was asked of social research, what it answered, and the study. */
export function StudyTab({ request }: { request: RequestDetail }) {
  const { t } = useWords();
  const { dayAndTime } = useFormats();
  const signed = (by: string, at: string) => (
    <Typography tag="p" variant="pi" textColor="neutral600">
      <Bdi>{by}</Bdi>
      {' · '}
      <Bdi>{dayAndTime(at)}</Bdi>
    </Typography>
  );
  // A family is asked where it lives (O4).
  const visit = <BookLink request={request.id} kind="home_visit" />;
  if (request.referrals.length === 0 && !request.study)
    return <Empty action={visit}>{t('request.no-study')}</Empty>;

  return (
    <Stack>
      <div>{visit}</div>
      {request.study && (
        <Panel title={t('request.study')}>
          <Study study={request.study} />
        </Panel>
      )}
      {request.referrals.map((referral) => (
        <Panel key={referral.id} title={t('request.referral')}>
          <Stack>
            <div>
              <Prose>{referral.question}</Prose>
              {signed(referral.askedBy, referral.askedAt)}
            </div>
            {referral.answer && (
              <div>
                <Typography tag="h3" variant="omega" fontWeight="bold">
                  {t('request.referral-answer')}
                </Typography>
                <Prose>{referral.answer}</Prose>
                {referral.answeredBy &&
                  referral.answeredAt &&
                  signed(referral.answeredBy, referral.answeredAt)}
              </div>
            )}
          </Stack>
        </Panel>
      ))}
    </Stack>
  );
}
