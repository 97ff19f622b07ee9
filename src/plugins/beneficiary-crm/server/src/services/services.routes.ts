import { requestKinds } from '../../../contracts/vocabulary';
import { notFound } from '../kernel/errors';
import { publicRoute } from '../kernel/room';
import { formForKind, getService, listServices } from './catalogue.service';
import { formView, serviceView } from './form.view';

export const servicesRoutes = [
  publicRoute({
    method: 'GET',
    path: '/services',
    limit: 'read',
    handler: async ({ crm, locale }) => ({ data: await listServices(crm, locale) }),
  }),
  publicRoute({
    method: 'GET',
    path: '/services/:slug',
    limit: 'read',
    async handler({ crm, locale, params }) {
      const service = await getService(crm, params.slug ?? '');
      if (!service) throw notFound();
      return { data: await serviceView(crm, service, locale) };
    },
  }),
  publicRoute({
    method: 'GET',
    path: '/forms/:kind',
    limit: 'read',
    async handler({ crm, locale, params }) {
      const kind = requestKinds.find((known) => known === params.kind);
      const form = kind && formForKind(kind);
      if (!form) throw notFound();
      return { data: await formView(crm, { ...form, needsCommittee: false }, locale) };
    },
  }),
] as const;
