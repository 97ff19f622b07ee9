import type { ChannelSlug, EntryPath } from '../../../contracts/vocabulary';

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
