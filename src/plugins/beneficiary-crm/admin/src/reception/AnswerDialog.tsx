import { Button, Field, Flex, Modal, Typography } from '@strapi/design-system';
import type { FormEvent } from 'react';
import type { InteractionView } from '../../../contracts/reception';
import type { QuestionAudience } from '../../../contracts/vocabulary';
import type { FaqView } from '../../../contracts/website';
import { useWords } from '../app/words';
import { DeskDialogFrame, Trouble } from './DeskDialog';
import { FaqChoices } from './FaqChoices';
import { useDeskForm } from './useDeskForm';
import { useFaqs } from './useFaqs';
import type { VisitProps } from './VisitPanel';

interface Props extends VisitProps {
  close: () => void;
  /** no answer was good enough: somebody else is asked */
  unanswered: (audience: QuestionAudience) => void;
}

/** O3: the published questions answer first; what they do not answer goes to who can. */
export function AnswerDialog({ visit, close, reload, unanswered }: Props) {
  const { t } = useWords();
  const { found, look, looking, trouble } = useFaqs();
  const form = useDeskForm(`visit.${visit.id}.answer`, { q: '' });
  const { q } = form.draft;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (q.trim().length < 2) return form.setErrors({ q: t('answer.question-needed') });
    form.setErrors({});
    await look(q.trim());
  };
  const answered = async (faq: FaqView) => {
    const summary = t('answer.said', { question: q.trim(), faq: faq.question });
    const body = { visit: visit.id, reason: visit.reason, summary, faq: faq.slug };
    if (await form.post<InteractionView>('/interactions', body, t('answer.kept'))) {
      close();
      reload();
    }
  };

  return (
    <DeskDialogFrame title={t('visit.answer')} close={close}>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={5}>
          {(trouble ?? form.trouble) && <Trouble>{trouble ?? form.trouble ?? ''}</Trouble>}
          <form onSubmit={submit} noValidate>
            <Flex direction="column" alignItems="stretch" gap={3}>
              <Field.Root name="q" error={form.errors.q}>
                <Field.Label>{t('answer.question')}</Field.Label>
                <Field.Input
                  autoFocus
                  maxLength={200}
                  value={q}
                  onChange={(event) => form.change({ q: event.target.value })}
                />
                <Field.Error />
              </Field.Root>
              <Button type="submit" loading={looking}>
                {t('answer.look')}
              </Button>
            </Flex>
          </form>
          {found && found.length > 0 && (
            <FaqChoices faqs={found} choice={t('answer.this-one')} choose={answered} />
          )}
          {found && (
            <Flex direction="column" alignItems="stretch" gap={3}>
              <Typography tag="p">
                {t(found.length === 0 ? 'answer.none' : 'answer.none-good')}
              </Typography>
              <Flex gap={2} wrap="wrap">
                <Button type="button" variant="secondary" onClick={() => unanswered('editors')}>
                  {t('answer.to-editors')}
                </Button>
                <Button type="button" variant="secondary" onClick={() => unanswered('researcher')}>
                  {t('visit.ask-researcher')}
                </Button>
              </Flex>
            </Flex>
          )}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button type="button" variant="tertiary" onClick={close}>
          {t('common.close')}
        </Button>
      </Modal.Footer>
    </DeskDialogFrame>
  );
}
