import { Tabs, Typography } from '@strapi/design-system';
import { useSearchParams } from 'react-router-dom';
import type { QuestionView } from '../../../contracts/reception';
import { questionStates } from '../../../contracts/reception';
import { useCrm } from '../app/api';
import { useLive } from '../app/useLive';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { PageFrame } from '../ui/PageFrame';
import { Stack } from '../ui/Prose';
import { ScrollingTabs } from '../ui/ScrollingTabs';
import { Empty, Show } from '../ui/States';
import { AnswerForm } from './AnswerForm';
import { QuestionCard } from './QuestionCard';

/** What the desk could not answer, before those who can: the researcher (S3) and the editors (O3). */
export function QuestionsPage() {
  const { t, dir } = useWords();
  const [search, setSearch] = useSearchParams();
  const state = questionStates.find((known) => known === search.get('state')) ?? 'open';
  const questions = useCrm<QuestionView[]>('/questions', { state });
  const { reload } = questions;
  useLive(reload);
  return (
    <PageFrame title={t('questions.title')} subtitle={t('questions.subtitle')}>
      <Tabs.Root
        dir={dir}
        variant="simple"
        value={state}
        onValueChange={(next) => setSearch({ state: next })}
      >
        <ScrollingTabs>
          <Tabs.List aria-label={t('questions.states')}>
            {questionStates.map((one) => (
              <Tabs.Trigger key={one} value={one}>
                {t(`question.state.${one}`)}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
        </ScrollingTabs>
        <Tabs.Content value={state}>
          <Show from={questions}>
            {(rows) =>
              rows.length === 0 ? (
                <Empty>{t(`questions.empty.${state}`)}</Empty>
              ) : (
                <Stack>
                  {rows.map((question) => (
                    <QuestionCard
                      key={question.id}
                      question={question}
                      reload={reload}
                      asker={<Asker question={question} />}
                    >
                      {question.may.answer && <AnswerForm question={question} reload={reload} />}
                    </QuestionCard>
                  ))}
                </Stack>
              )
            }
          </Show>
        </Tabs.Content>
      </Tabs.Root>
    </PageFrame>
  );
}

function Asker({ question }: { question: QuestionView }) {
  const { t } = useWords();
  const { asker } = question;
  const name = asker?.person?.name ?? asker?.name;
  if (!asker || !name) return null;
  return (
    <Typography>
      {t('question.of')} <Bdi>{name}</Bdi>
      {asker.person && (
        <>
          {' · '}
          <Bdi dir="ltr">{asker.person.fileNumber}</Bdi>
        </>
      )}
      {asker.phone && (
        <>
          {' · '}
          <Bdi dir="ltr">{asker.phone}</Bdi>
        </>
      )}
    </Typography>
  );
}
