import type { DiscussionTime } from '../../../contracts/committee';
import type { AgendaItemStatus, Seat } from '../../../contracts/vocabulary';

/** Who reads and who writes in the discussion of an item. To whom the item is hidden it is not there at all. */
export interface Reader {
  /** on the item's roster; undefined: not on it */
  seat: Seat | undefined;
  /** with a ballot that counts now */
  voted: boolean;
  status: AgendaItemStatus;
  setting: DiscussionTime;
}

const live = (status: AgendaItemStatus): boolean => status === 'pending' || status === 'open';

/**
 * The words of the others are read once one's own ballot is cast, so that nobody is led, or from the start where the
 * committee wants it so; by observers, who have none to cast, at any time; and by the whole roster when it is over.
 */
export const readsOthers = ({ seat, voted, status, setting }: Reader): boolean =>
  seat !== undefined &&
  (!live(status) || seat === 'observer' || setting === 'before_vote' || voted);

/** Members speak until the item is closed; observers listen. */
export const mayRemark = ({ seat, status }: Pick<Reader, 'seat' | 'status'>): boolean =>
  seat !== undefined && seat !== 'observer' && live(status);
