import { Flex, VisuallyHidden } from '@strapi/design-system';
import { keyframes, styled } from 'styled-components';
import { useWords } from '../app/words';

const breathe = keyframes`
  50% { opacity: 0.45; }
`;
const Bar = styled.div`
  block-size: 2rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral200};
  animation: ${breathe} 1.6s ease-in-out infinite;
  @media (prefers-reduced-motion: reduce) {
    animation: none;
  }
`;

/** Stands where the content will be while it loads. */
export function Skeleton({ lines = 6 }: { lines?: number }) {
  const { t } = useWords();
  return (
    <Flex direction="column" alignItems="stretch" gap={4} padding={6} role="status">
      <VisuallyHidden>{t('common.loading')}</VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => (
        <Bar key={line} style={{ inlineSize: `${92 - ((line * 17) % 40)}%` }} />
      ))}
    </Flex>
  );
}
