import { answerTemplatesQuery } from '../../../contracts/answers';
import type { Locale } from '../../../contracts/vocabulary';
import type { FormDefinition, ServiceDetail, ServiceSummary } from '../../../contracts/website';
import type { Crm } from '../kernel/crm';
import { notFound } from '../kernel/errors';
import { adminRoute, publicRoute } from '../kernel/room';
import { answerTemplates } from './answer.service';
import { formForKind, getService, listServices } from './catalogue.service';
import { formView, serviceView } from './form.view';
import { plainFormKinds } from './forms.policy';

interface Asking {
  crm: Crm;
  locale: Locale;
  params: Readonly<Record<string, string>>;
}
type Data<View> = Promise<{ data: View }>;

const services = async ({ crm, locale }: Asking): Data<ServiceSummary[]> => ({
  data: await listServices(crm, locale),
});

async function service({ crm, locale, params }: Asking): Data<ServiceDetail> {
  const found = await getService(crm, params.slug ?? '');
  if (!found) throw notFound();
  return { data: await serviceView(crm, found, locale) };
}

async function form({ crm, locale, params }: Asking): Data<FormDefinition> {
  const kind = plainFormKinds.find((known) => known === params.kind);
  if (!kind) throw notFound();
  return { data: await formView(crm, { ...formForKind(kind), needsCommittee: false }, locale) };
}

export const servicesRoutes = [
  publicRoute({ method: 'GET', path: '/services', limit: 'read', handler: services }),
  publicRoute({ method: 'GET', path: '/services/:slug', limit: 'read', handler: service }),
  publicRoute({ method: 'GET', path: '/forms/:kind', limit: 'read', handler: form }),
] as const;

/** The same for who opens a request on someone's behalf. */
export const deskFormRoutes = [
  adminRoute({
    method: 'GET',
    path: '/desk/services',
    permissions: ['requests.receive'],
    handler: services,
  }),
  adminRoute({
    method: 'GET',
    path: '/desk/services/:slug',
    permissions: ['requests.receive'],
    handler: service,
  }),
  adminRoute({
    method: 'GET',
    path: '/desk/forms/:kind',
    permissions: ['requests.receive'],
    handler: form,
  }),
] as const;

export const answerRoutes = [
  adminRoute({
    method: 'GET',
    path: '/answer-templates',
    // Whoever writes to applicants: officers, and who states a decision of the committee.
    permissions: ['requests.read', 'committee.vote'],
    query: answerTemplatesQuery,
    handler: async ({ crm, query, locale }) => ({
      data: await answerTemplates(crm, query, locale),
    }),
  }),
] as const;
