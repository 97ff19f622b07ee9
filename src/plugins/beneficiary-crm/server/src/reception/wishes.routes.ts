import { contactDoneBody, contactWishBody } from '../../../contracts/contact';
import { once } from '../kernel/idempotency';
import { adminRoute, publicRoute } from '../kernel/room';
import { contactMade, listWishes, wishContact } from './wishes.service';

export const publicWishRoutes = [
  publicRoute({
    method: 'POST',
    path: '/evaluations/contact',
    limit: 'write',
    body: contactWishBody,
    async handler({ crm, body, headers }) {
      const data = await once(crm, 'contact', headers, body, async (unit) => {
        await wishContact(unit, body);
        return { received: true };
      });
      return { status: 201, data };
    },
  }),
] as const;

export const wishRoutes = [
  adminRoute({
    method: 'GET',
    path: '/contact-wishes',
    permissions: ['reception.serve'],
    handler: async ({ crm, staff }) => ({ data: await listWishes(crm, staff) }),
  }),
  adminRoute({
    method: 'POST',
    path: '/contact-wishes/:id/done',
    permissions: ['reception.serve'],
    body: contactDoneBody,
    async handler({ crm, params, body, staff }) {
      await crm.transaction((unit) => contactMade(unit, params.id ?? '', body, staff));
      return { data: { done: true } };
    },
  }),
] as const;
