import type { ChannelsView } from '../../../contracts/website';
import { publicRoute } from '../kernel/room';
import { associationProfile, associationView } from './association.service';
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
      return {
        data: {
          association: associationView(profile),
          channels: channelViews,
          branches: branchViews,
        },
      };
    },
  }),
] as const;
