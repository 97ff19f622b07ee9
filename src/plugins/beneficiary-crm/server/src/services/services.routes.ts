import { notFound } from '../kernel/errors';
import { publicRoute } from '../kernel/room';
import { formForKind, getService, listServices } from './catalogue.service';
import { formView, serviceView } from './form.view';
import { plainFormKinds } from './forms.policy';

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
      const kind = plainFormKinds.find((known) => known === params.kind);
      if (!kind) throw notFound();
      const form = { ...formForKind(kind), needsCommittee: false };
      return { data: await formView(crm, form, locale) };
    },
  }),
] as const;
