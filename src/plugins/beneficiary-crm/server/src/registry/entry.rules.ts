import type { ChannelSlug, EntryPath } from '../../../contracts/vocabulary';
import type { EventActor } from '../kernel/unit-of-work';

/** Who did it, for the event; nobody of the staff for an import's job. */
export const actorOf = (staffId: number | null): EventActor =>
  staffId === null ? { kind: 'system' } : { kind: 'staff', id: staffId };

/** The road by which a request's channel (C1–C8) brings a person into the registry. */
export const entryPathOf = (channel: ChannelSlug): EntryPath => entryPaths[channel];

const entryPaths: Readonly<Record<ChannelSlug, EntryPath>> = {
  interview: 'desk',
  phone: 'phone',
  social: 'phone',
  letter: 'letter',
  assistance: 'website',
  volunteering: 'website',
  website: 'website',
  delegate: 'delegate',
};
