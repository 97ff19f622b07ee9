import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { AgendaItemDetail } from '../../../../contracts/items';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';

const Row = styled.div`
  display: flex;
  gap: 4px;
  padding-block-end: ${({ theme }) => theme.spaces[2]};
`;
const Part = styled.span<{ $full: boolean }>`
  flex: 1;
  max-inline-size: 4rem;
  block-size: 0.8rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme, $full }) => theme.colors[$full ? 'primary600' : 'neutral200']};
`;

/** How many have voted, and nothing of how: all that is shown while the vote is open. */
export function Turnout({ item }: { item: AgendaItemDetail }) {
  const { t } = useWords();
  const { number } = useFormats();
  const { voted, mayVote } = item.turnout;
  return (
    <div>
      <Row aria-hidden>
        {Array.from({ length: mayVote }, (_, place) => (
          <Part key={place} $full={place < voted} />
        ))}
      </Row>
      <Typography tag="p" textColor="neutral600" role="status">
        {t('ballot.turnout', { voted: number(voted), mayVote: number(mayVote) })}
      </Typography>
    </div>
  );
}
