import { z } from 'zod';
import { personSearchBody } from '../../../contracts/registry';
import type { SearchResult } from '../../../contracts/registry';
import { adminRoute } from '../kernel/room';
import { readTyped, searchPeople } from '../registry';
import { searchRequests } from './search.service';

const nobody = { people: [], more: false };
const nothing = { requests: [], more: false };

/** The one search box. What is typed names people, so it stands in the body and never in an address. */
export const searchRoutes = [
  adminRoute({
    method: 'POST',
    path: '/beneficiaries/search',
    permissions: ['registry.read', 'requests.read'],
    query: z.strictObject({ locale: z.string().optional() }),
    body: personSearchBody,
    async handler({ crm, body, staff, locale }) {
      const typed = readTyped(body.q);
      const may = (permission: 'registry.read' | 'requests.read') =>
        staff.permissions.has(permission);
      const [found, asked] = await Promise.all([
        may('registry.read') ? searchPeople(crm, typed, staff, body.limit, locale) : nobody,
        may('requests.read') ? searchRequests(crm, typed, staff, body.limit) : nothing,
      ]);
      const data: SearchResult = {
        people: found.people,
        requests: asked.requests,
        more: found.more || asked.more,
      };
      return { data };
    },
  }),
];
