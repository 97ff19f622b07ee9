import { Button, Flex, Typography } from '@strapi/design-system';
import type { QuestionView } from '../../../contracts/reception';
import { useCrm } from '../app/api';
import { useLive } from '../app/useLive';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { Panel } from '../ui/Panel';
import { Stack } from '../ui/Prose';
import { Show } from '../ui/States';
import { QuestionCard } from './QuestionCard';

interface Props {
  told: () => void;
  open: (visit: { id: string }) => void;
}

/** Answers that have come back, and whose visitor does not have them yet; one's own first. */
export function AnswersToTell({ told, open }: Props) {
  const { t } = useWords();
  const answers = useCrm<QuestionView[]>('/questions', { state: 'answered' });
  const { reload } = answers;
  useLive(reload);
  const again = () => {
    reload();
    told();
  };
  return (
    <Panel title={t('answers.title')}>
      <Show from={answers} lines={2}>
        {(questions) =>
          questions.length === 0 ? (
            <Typography tag="p" textColor="neutral600">
              {t('answers.empty')}
            </Typography>
          ) : (
            <Stack>
              {[...questions]
                .sort((a, b) => Number(b.mine) - Number(a.mine))
                .map((question) => (
                  <QuestionCard
                    key={question.id}
                    question={question}
                    reload={again}
                    asker={<Asker question={question} open={open} />}
                  />
                ))}
            </Stack>
          )
        }
      </Show>
    </Panel>
  );
}

function Asker({ question, open }: { question: QuestionView; open: Props['open'] }) {
  const { t } = useWords();
  const { asker } = question;
  if (!asker) return null;
  return (
    <Flex gap={2} wrap="wrap">
      <Typography>
        {t('question.of')} <Bdi>{asker.name ?? asker.person?.name ?? t('question.nameless')}</Bdi>
        {asker.phone && (
          <>
            {' · '}
            <Bdi dir="ltr">{asker.phone}</Bdi>
          </>
        )}
      </Typography>
      {asker.visit && (
        <Button variant="ghost" size="S" onClick={() => asker.visit && open({ id: asker.visit })}>
          {t('question.open-visit')}
        </Button>
      )}
    </Flex>
  );
}
