import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import type { QuestionView } from '../../../contracts/reception';
import type { ChannelSlug } from '../../../contracts/vocabulary';
import { useFormats } from '../app/formats';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { Prose } from '../ui/Prose';
import { Tag } from '../ui/Tag';
import { ToldDialog } from './ToldDialog';

const Card = styled.article`
  display: flex;
  flex-direction: column;
  align-items: flex-start;
  gap: ${({ theme }) => theme.spaces[3]};
  padding: ${({ theme }) => theme.spaces[4]};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  overflow-wrap: anywhere;
`;
const tones = { open: 'secondary', answered: 'warning', told: 'success' } as const;

interface Props {
  question: QuestionView;
  reload: () => void;
  /** the channel of the visit in which it is shown: that is how the visitor is told */
  inVisit?: ChannelSlug;
  /** says for whom it was asked */
  asker?: ReactNode;
  children?: ReactNode;
}

/** A question that was passed on, its answer, and whether the visitor has it. */
export function QuestionCard({ question, reload, inVisit, asker, children }: Props) {
  const { t, word } = useWords();
  const { dayAndTime } = useFormats();
  const [telling, setTelling] = useState(false);
  return (
    <Card>
      <Flex gap={2} wrap="wrap">
        <Tag tone={tones[question.state]}>{t(`question.state.${question.state}`)}</Tag>
        <Typography variant="pi" textColor="neutral600">
          {t('question.to', { audience: word('audience', question.audience) })}
          {' · '}
          <Bdi>{question.askedBy}</Bdi>
          {' · '}
          <Bdi>{dayAndTime(question.askedAt)}</Bdi>
        </Typography>
      </Flex>
      <Prose>{question.question}</Prose>
      {asker}
      {question.answer && (
        <div>
          <Typography tag="p" fontWeight="bold">
            {t('question.answer')}
          </Typography>
          <Prose>{question.answer}</Prose>
          <Typography variant="pi" textColor="neutral600">
            <Bdi>{question.answeredBy}</Bdi>
            {question.answeredAt && (
              <>
                {' · '}
                <Bdi>{dayAndTime(question.answeredAt)}</Bdi>
              </>
            )}
          </Typography>
        </div>
      )}
      {question.may.tell && (
        <Button variant="secondary" onClick={() => setTelling(true)}>
          {t('question.tell')}
        </Button>
      )}
      {children}
      {telling && (
        <ToldDialog
          question={question}
          channel={inVisit ?? (question.asker?.phone ? 'phone' : 'interview')}
          close={() => setTelling(false)}
          reload={reload}
        />
      )}
    </Card>
  );
}
