import { Fragment } from 'react';
import { styled } from 'styled-components';
import { Prose } from '../../ui/Prose';
import { cutAt } from './marks';

const Mark = styled.mark`
  background: ${({ theme }) => theme.colors.warning200};
  color: inherit;
  border-radius: 2px;
  padding-inline: 2px;
`;

/** The text with what looks like a name or a number made plain to see. */
export const Marked = ({ text, marks }: { text: string; marks: readonly string[] }) => (
  <Prose as="div">
    {cutAt(text, marks).map(({ part, marked }, at) => (
      <Fragment key={at}>{marked ? <Mark>{part}</Mark> : part}</Fragment>
    ))}
  </Prose>
);
