import { useState } from 'react';
import type { StudyDesk } from '../../../../contracts/study';
import { consentWays } from '../../../../contracts/vocabulary';
import { useCommand } from '../../app/api';
import { useDraft } from '../../app/useDraft';
import { useWords } from '../../app/words';
import { Choice } from '../../ui/Choice';
import { FormDialog } from '../../ui/FormDialog';
import { NoticeText } from '../../ui/NoticeText';

const ways = consentWays.filter((way) => way !== 'website');

interface Props {
  request: string;
  notice: NonNullable<StudyDesk['photography']['notice']>;
  close: () => void;
  done: () => void;
}

/** At the family's door: the notice is read to them, and what they answered is written down in their file. */
export function ConsentDialog({ request, notice, close, done }: Props) {
  const { t, word } = useWords();
  const { send, busy } = useCommand();
  const { draft, change, clear } = useDraft(`${request}.photography`, { how: '' });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const submit = async () => {
    setTrouble(null);
    setErrors(draft.how ? {} : { how: t('form.error.required') });
    if (!draft.how) return;
    const outcome = await send(`/requests/${request}/photography-consent`, {
      noticeVersion: notice.version,
      how: draft.how,
    });
    if (outcome === null) return;
    if (outcome.ok) {
      clear();
      return done();
    }
    setErrors(outcome.problem.fields);
    setTrouble(outcome.problem.message);
  };
  return (
    <FormDialog
      title={t('study.consent')}
      explained={t('study.consent-explained')}
      trouble={trouble}
      errors={errors}
      submit={() => void submit()}
      action={t('study.consent')}
      busy={busy}
      close={close}
    >
      <NoticeText {...notice} />
      <Choice
        name="how"
        label={t('step.consent-how')}
        required
        value={draft.how}
        options={ways.map((value) => ({ value, label: word('consent_way', value) }))}
        change={(how) => change({ how })}
        error={errors.how}
      />
    </FormDialog>
  );
}
