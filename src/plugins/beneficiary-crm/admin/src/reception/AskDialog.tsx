import { Field, Textarea, Typography } from '@strapi/design-system';
import type { QuestionView } from '../../../contracts/reception';
import type { QuestionAudience } from '../../../contracts/vocabulary';
import { holdsPersonalNumber, namesSomebody } from '../../../server/src/reception/questions.rules';
import { useWords } from '../app/words';
import { DeskDialog } from './DeskDialog';
import { useDeskForm } from './useDeskForm';
import type { VisitProps } from './VisitPanel';

interface Props extends VisitProps {
  audience: QuestionAudience;
  close: () => void;
}

const typedBefore = (visitId: string): string => {
  const kept = sessionStorage.getItem(`beneficiary-crm.draft.visit.${visitId}.answer`);
  return kept === null ? '' : (JSON.parse(kept) as { q: string }).q;
};

/** What the desk cannot answer: to the editors without the person, to the researcher with the person (S3). */
export function AskDialog({ audience, visit, close, reload }: Props) {
  const { t } = useWords();
  const form = useDeskForm(`visit.${visit.id}.ask.${audience}`, {
    question: typedBefore(visit.id),
  });
  const { question } = form.draft;
  const personal =
    audience === 'editors' &&
    (holdsPersonalNumber(question) || namesSomebody(question, visit.name));

  const submit = async () => {
    if (question.trim().length < 3) return form.setErrors({ question: t('ask-form.needed') });
    const body = { audience, question: question.trim(), visit: visit.id };
    if (await form.post<QuestionView>('/questions', body, t(`ask-form.done.${audience}`))) {
      close();
      reload();
    }
  };

  return (
    <DeskDialog
      title={t(`ask-form.title.${audience}`)}
      intro={t(`ask-form.intro.${audience}`)}
      trouble={form.errors.question ? null : form.trouble}
      confirm={t('ask-form.send')}
      busy={form.busy}
      submit={submit}
      close={close}
    >
      <Field.Root name="question" required error={form.errors.question}>
        <Field.Label>{t('ask-form.question')}</Field.Label>
        <Textarea
          value={question}
          maxLength={2000}
          onChange={(event) => form.change({ question: event.target.value })}
        />
        <Field.Error />
      </Field.Root>
      {personal && (
        <Typography tag="p" role="status" textColor="warning700">
          {t('ask-form.personal')}
        </Typography>
      )}
    </DeskDialog>
  );
}
