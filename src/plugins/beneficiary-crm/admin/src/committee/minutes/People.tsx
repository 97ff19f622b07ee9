import { Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { MinutesPerson } from '../../../../contracts/minutes';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';

interface Props<P extends MinutesPerson> {
  people: readonly P[];
  after?: (person: P) => ReactNode;
  none?: string;
}
/** Names with their seats, and what is to be said of each. */
export function People<P extends MinutesPerson>({ people, after, none }: Props<P>) {
  const { word } = useWords();
  if (people.length === 0 && none) return <Typography tag="p">{none}</Typography>;
  return (
    <ul style={{ paddingInlineStart: '2rem', listStyle: 'disc' }}>
      {people.map((person, at) => (
        // Two people may bear one name.
        <Typography key={at} tag="li">
          <Bdi>{person.name}</Bdi> ({word('seat', person.seat)}){after?.(person)}
        </Typography>
      ))}
    </ul>
  );
}
