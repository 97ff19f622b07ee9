import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { InteractionView } from '../../../contracts/reception';
import { useFormats } from '../app/formats';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { Prose } from '../ui/Prose';

const List = styled.ul`
  list-style: none;
  padding: 0;

  li + li {
    margin-block-start: ${({ theme }) => theme.spaces[4]};
    padding-block-start: ${({ theme }) => theme.spaces[4]};
    border-block-start: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
`;

/** What was said, the latest first. */
export function Interactions({ interactions }: { interactions: InteractionView[] }) {
  const { word } = useWords();
  const { dayAndTime } = useFormats();
  return (
    <List>
      {interactions.map((one) => (
        <li key={one.id}>
          <Prose>{one.summary}</Prose>
          <Flex gap={1} wrap="wrap">
            <Typography variant="pi" textColor="neutral600">
              {word('channel', one.channel)}
              {' · '}
              {word('direction', one.direction)}
              {' · '}
              <Bdi>{one.by}</Bdi>
              {' · '}
              <Bdi>{dayAndTime(one.at)}</Bdi>
            </Typography>
          </Flex>
        </li>
      ))}
    </List>
  );
}
