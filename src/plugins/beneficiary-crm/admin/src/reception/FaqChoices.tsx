import { Button, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { FaqView } from '../../../contracts/website';
import { useWords } from '../app/words';
import { CardList } from '../ui/CardList';
import { Prose } from '../ui/Prose';

const Card = styled.li`
  padding: ${({ theme }) => theme.spaces[4]};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};

  summary {
    cursor: pointer;
    font-weight: 600;
    font-size: ${({ theme }) => theme.fontSizes[2]};
    line-height: 1.7;
    overflow-wrap: anywhere;
  }
  details > * + * {
    margin-block-start: ${({ theme }) => theme.spaces[3]};
  }
`;

interface Props {
  faqs: FaqView[];
  /** what choosing one says */
  choice: string;
  choose: (faq: FaqView) => void;
}

/** Published questions, best first; the best one stands open, to be read aloud. */
export function FaqChoices({ faqs, choice, choose }: Props) {
  const { t } = useWords();
  return (
    <CardList aria-label={t('faq.found')}>
      {faqs.map((faq, index) => (
        <Card key={faq.slug}>
          <details open={index === 0}>
            <summary dir="auto">{faq.question}</summary>
            <Prose>{faq.answer}</Prose>
            {faq.isMisconception && (
              <Typography tag="p" variant="pi" textColor="neutral600">
                {t('faq.misconception')}
              </Typography>
            )}
            <Button type="button" variant="secondary" onClick={() => choose(faq)}>
              {choice}
            </Button>
          </details>
        </Card>
      ))}
    </CardList>
  );
}
