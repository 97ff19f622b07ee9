import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';

/** A list of cards, for screens too narrow for a table. */
export const CardList = styled.ul`
  display: flex;
  flex-direction: column;
  gap: ${({ theme }) => theme.spaces[3]};
  list-style: none;
  padding: 0;
`;

/** One card, all of which is the link. */
export const CardLink = styled(NavLink)`
  display: flex;
  flex-direction: column;
  align-items: flex-start;
  gap: ${({ theme }) => theme.spaces[2]};
  padding: ${({ theme }) => theme.spaces[4]};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  text-decoration: none;
  overflow-wrap: anywhere;

  &:hover {
    border-color: ${({ theme }) => theme.colors.primary600};
  }
`;
