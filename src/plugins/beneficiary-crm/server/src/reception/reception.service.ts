import type { ChannelSlug, Locale } from '../../../contracts/vocabulary';
import type { BranchView, ChannelView } from '../../../contracts/website';
import { pick } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import { both, readPublished } from '../kernel/published';
import { branchUid, channelUid } from './content-types';

/** The ways to reach the association, as they are published. */

interface ChannelRow {
  clause: string;
  slug: ChannelSlug;
  name: string;
  howTo: string;
  hours: string;
}
interface BranchRow {
  slug: string;
  name: string;
  place: string;
  phone: string;
  delegateName: string;
  delegateHours: string;
}

export async function channels(crm: Pick<Crm, 'strapi'>, locale: Locale): Promise<ChannelView[]> {
  const rows = await readPublished<ChannelRow>(crm, channelUid, {
    sort: ['position:asc', 'clause:asc'],
  });
  return rows.map((channel) => ({
    clause: channel.main.clause,
    slug: channel.main.slug,
    name: pick(both(channel, 'name'), locale),
    howTo: pick(both(channel, 'howTo'), locale),
    hours: pick(both(channel, 'hours'), locale),
  }));
}

export async function branches(crm: Pick<Crm, 'strapi'>, locale: Locale): Promise<BranchView[]> {
  const rows = await readPublished<BranchRow>(crm, branchUid, {
    sort: ['position:asc', 'slug:asc'],
  });
  return rows.map((branch) => ({
    slug: branch.main.slug,
    name: pick(both(branch, 'name'), locale),
    place: pick(both(branch, 'place'), locale),
    phone: branch.main.phone,
    delegateName: pick(both(branch, 'delegateName'), locale),
    delegateHours: pick(both(branch, 'delegateHours'), locale),
  }));
}
