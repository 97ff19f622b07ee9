import { Button, Field, Flex, Link, Textarea, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';
import type { QuestionView } from '../../../contracts/reception';
import { useWords } from '../app/words';
import { Trouble } from './DeskDialog';
import { FaqChoices } from './FaqChoices';
import { useDeskForm } from './useDeskForm';
import { useFaqs } from './useFaqs';

const Wide = styled.div`
  inline-size: 100%;
  display: flex;
  flex-direction: column;
  gap: ${({ theme }) => theme.spaces[4]};
`;

/** Where the editors write a new question with its answer. */
const newFaq = '/content-manager/collection-types/api::faq.faq/create';

interface Props {
  question: QuestionView;
  reload: () => void;
}

/** The answer in words; the editors may also name the published question that answers from now on. */
export function AnswerForm({ question, reload }: Props) {
  const { t } = useWords();
  const form = useDeskForm(`question.${question.id}.answer`, { answer: '' });
  const { answer } = form.draft;
  const [published, setPublished] = useState(false);
  const path = `/questions/${question.id}/answer`;

  const send = async (body: { answer: string } | { faq: string }) => {
    await form.post<QuestionView>(path, body, t('answer-form.done'));
    reload();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (answer.trim().length < 2) return form.setErrors({ answer: t('answer-form.needed') });
    void send({ answer: answer.trim() });
  };

  return (
    <Wide>
      {form.trouble && !form.errors.answer && <Trouble>{form.trouble}</Trouble>}
      <form onSubmit={submit} noValidate>
        <Wide>
          <Field.Root name="answer" required error={form.errors.answer}>
            <Field.Label>{t('answer-form.answer')}</Field.Label>
            <Textarea
              value={answer}
              maxLength={4000}
              onChange={(event) => form.change({ answer: event.target.value })}
            />
            <Field.Error />
          </Field.Root>
          <Flex gap={3} wrap="wrap">
            <Button type="submit" loading={form.busy}>
              {t('answer-form.send')}
            </Button>
            {question.audience === 'editors' && (
              <>
                <Button type="button" variant="secondary" onClick={() => setPublished(!published)}>
                  {t('answer-form.published')}
                </Button>
                <Link tag={NavLink} to={newFaq}>
                  {t('answer-form.write-faq')}
                </Link>
              </>
            )}
          </Flex>
        </Wide>
      </form>
      {published && (
        <PublishedChoice question={question.question} choose={(slug) => void send({ faq: slug })} />
      )}
    </Wide>
  );
}

function PublishedChoice(props: { question: string; choose: (slug: string) => void }) {
  const { t } = useWords();
  const { found, look, looking, trouble } = useFaqs();
  const [q, setQ] = useState(props.question.slice(0, 200));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (q.trim()) void look(q.trim());
  };
  return (
    <Wide>
      {trouble && <Trouble>{trouble}</Trouble>}
      <form onSubmit={submit} noValidate>
        <Wide>
          <Field.Root name="published">
            <Field.Label>{t('answer-form.look-for')}</Field.Label>
            <Field.Input value={q} maxLength={200} onChange={(event) => setQ(event.target.value)} />
          </Field.Root>
          <Button type="submit" variant="secondary" loading={looking}>
            {t('answer.look')}
          </Button>
        </Wide>
      </form>
      {found && found.length === 0 && <Typography tag="p">{t('answer-form.none')}</Typography>}
      {found && found.length > 0 && (
        <FaqChoices
          faqs={found}
          choice={t('answer-form.this-one')}
          choose={(faq) => props.choose(faq.slug)}
        />
      )}
    </Wide>
  );
}
