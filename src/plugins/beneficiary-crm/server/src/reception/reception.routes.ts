import type { ChannelsView } from '../../../contracts/website';
import { publicRoute } from '../kernel/room';
import { associationProfile } from './association.service';
import { branches, channels } from './reception.service';

export const receptionRoutes = [
  publicRoute({
    method: 'GET',
    path: '/channels',
    limit: 'read',
    async handler({ crm, locale }): Promise<{ data: ChannelsView }> {
      const [profile, channelViews, branchViews] = await Promise.all([
        associationProfile(crm, locale),
        channels(crm, locale),
        branches(crm, locale),
      ]);
      const { letterFooter: _notPublic, ...association } = profile;
      return { data: { association, channels: channelViews, branches: branchViews } };
    },
  }),
] as const;
