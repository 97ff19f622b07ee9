import { Typography } from '@strapi/design-system';
import type { RequestDetail } from '../../../../contracts/admin';
import type { StudyDesk } from '../../../../contracts/study';
import { useCrm } from '../../app/api';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Panel } from '../../ui/Panel';
import { Prose, Stack } from '../../ui/Prose';
import { RowList } from '../../ui/RowList';
import { Show } from '../../ui/States';
import { Papers } from '../study/Papers';
import { Studies } from '../study/Studies';
import { StudyForm } from '../study/StudyForm';
import { Visits } from '../study/Visits';

interface Props {
  request: RequestDetail;
  reload: () => void;
}

/** S3: what was asked of social research, the visits, the study as it is written, and what it found. */
export function StudyTab({ request, reload }: Props) {
  const { t } = useWords();
  const desk = useCrm<StudyDesk>(`/requests/${encodeURIComponent(request.id)}/study`);
  const both = () => {
    desk.reload();
    reload();
  };
  return (
    <Stack>
      <Referrals referrals={request.referrals} />
      <Show from={desk} lines={8}>
        {(loaded) => (
          <Stack>
            <Visits request={request.id} visits={loaded.visits} reload={both} />
            <Papers request={request.id} desk={loaded} reload={both} />
            {loaded.writing && <Writing {...{ request, desk: loaded, both }} read={desk.reload} />}
            <Studies studies={loaded.studies} />
            {loaded.studies.length === 0 && !loaded.writing && (
              <Panel title={t('request.study')}>
                <Typography tag="p" textColor="neutral600">
                  {t('request.no-study')}
                </Typography>
              </Panel>
            )}
          </Stack>
        )}
      </Show>
    </Stack>
  );
}

/** The form, unless this referral has its study: then a new one is begun only on purpose. */
function Writing({
  request,
  desk,
  both,
  read,
}: {
  request: RequestDetail;
  desk: StudyDesk;
  both: () => void;
  read: () => void;
}) {
  const { t } = useWords();
  const { writing, referral, studies } = desk;
  const [newest] = studies;
  if (!writing) return null;
  const form = (
    <StudyForm
      key={newest?.id ?? 'first'}
      request={request}
      writing={writing}
      reload={read}
      done={both}
    />
  );
  if (!newest || writing.draft) return form;
  return (
    <Panel title={t('study.write-again')}>
      <Stack>
        <Typography tag="p" textColor="neutral600">
          {t(referral?.answeredByStudy ? 'study.answered-by-study' : 'study.earlier-study')}
        </Typography>
        <details>
          <summary style={{ cursor: 'pointer', paddingBlock: '1rem' }}>
            <Typography fontWeight="bold" textColor="primary600">
              {t('study.write-another')}
            </Typography>
          </summary>
          {form}
        </details>
      </Stack>
    </Panel>
  );
}

function Referrals({ referrals }: Pick<RequestDetail, 'referrals'>) {
  const { t } = useWords();
  const { dayAndTime } = useFormats();
  const signed = (by: string, at: string) => (
    <Typography tag="p" variant="pi" textColor="neutral600">
      <Bdi>{by}</Bdi>
      {' · '}
      <Bdi>{dayAndTime(at)}</Bdi>
    </Typography>
  );
  if (referrals.length === 0) return null;
  return (
    <Panel title={t('request.referral')}>
      <RowList items={referrals} idOf={({ id }) => id}>
        {(referral) => (
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
        )}
      </RowList>
    </Panel>
  );
}
