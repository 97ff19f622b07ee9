import type { MatchReason } from '../../../../contracts/vocabulary';
import { useWords } from '../../app/words';
import { Tag } from '../../ui/Tag';

/** Why the two may be one person. */
export function Reasons({ reasons }: { reasons: readonly MatchReason[] }) {
  const { word } = useWords();
  return (
    <>
      {reasons.map((reason) => (
        <Tag key={reason} tone="secondary">
          {word('match_reason', reason)}
        </Tag>
      ))}
    </>
  );
}
