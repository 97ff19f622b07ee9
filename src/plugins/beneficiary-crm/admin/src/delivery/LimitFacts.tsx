import type { LimitSums } from '../../../contracts/delivery';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { Facts } from '../ui/Facts';

interface Props {
  sums: LimitSums;
  say: (amount: number) => string;
}

/** A limit and what has become of it: reserved, handed over, come back, left. */
export function LimitFacts({ sums, say }: Props) {
  const { t } = useWords();
  return (
    <Facts
      facts={(['limit', 'reserved', 'delivered', 'returned', 'left'] as const).map((key) => ({
        key,
        label: t(`limit.${key}`),
        value: <Bdi>{say(sums[key])}</Bdi>,
      }))}
    />
  );
}
