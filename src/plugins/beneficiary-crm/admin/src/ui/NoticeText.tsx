import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useWords } from '../app/words';
import { Prose } from './Prose';

/** Long, and read aloud to its end: the buttons stay where they are. */
const Scrolled = styled.div.attrs({ role: 'region', tabIndex: 0 })`
  max-block-size: 28rem;
  overflow-y: auto;
  padding: ${({ theme }) => theme.spaces[4]};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral100};
`;

/** The privacy notice that a person is read before they agree, by its version. */
export function NoticeText({ version, text }: { version: string; text: string }) {
  const { t } = useWords();
  return (
    <Scrolled aria-label={t('step.notice', { version })}>
      <Typography tag="h3" variant="omega" fontWeight="bold">
        {t('step.notice', { version })}
      </Typography>
      <Prose>{text}</Prose>
    </Scrolled>
  );
}
