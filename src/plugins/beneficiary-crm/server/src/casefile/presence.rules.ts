/** Who is told as being at a request. */

export interface Seen {
  staffId: number;
  doing: 'looking' | 'writing';
  since: Date;
  seenAt: Date;
}

/** A page in sight says so every 20 seconds; after two missed words its reader is gone. */
export const presenceSeconds = 45;

export const stillThere = ({ seenAt }: Pick<Seen, 'seenAt'>, now: Date): boolean =>
  now.getTime() - seenAt.getTime() < presenceSeconds * 1000;

/** The others who are there, those who write first, then in the order in which they came. */
export const othersThere = (seen: readonly Seen[], me: number, now: Date): Seen[] =>
  seen
    .filter((one) => one.staffId !== me && stillThere(one, now))
    .sort(
      (a, b) =>
        Number(b.doing === 'writing') - Number(a.doing === 'writing') ||
        a.since.getTime() - b.since.getTime() ||
        a.staffId - b.staffId,
    );
