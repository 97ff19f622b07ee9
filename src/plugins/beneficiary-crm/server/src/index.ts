import type { Core } from '@strapi/strapi';
import { permissions } from './policy/roles.policy';
import type { Permission } from './policy/roles.policy';
import { registerComponents } from './kernel/components';
import { createCrm } from './kernel/create-crm';
import type { Crm } from './kernel/crm';
import { kernelRoom } from './kernel/kernel.room';
import { accessLog, publicErrors } from './kernel/middlewares';
import { migrate } from './kernel/migrate';
import { holdPublishing } from './kernel/publishing';
import { ensureRoles } from './kernel/roles';
import { createTexts } from './kernel/texts';
import { adminStrapiRoute, publicStrapiRoute } from './kernel/routes';
import type { Room } from './kernel/room';
import { casefileRoom } from './casefile';
import { committeeRoom } from './committee';
import { deliveryRoom } from './delivery';
import { runDemo } from './demo/demo';
import { homeRoom } from './home';
import { messagesRoom } from './messages';
import { queueRoom } from './queue';
import { noticesRoom } from './notices';
import { receptionRoom } from './reception';
import { registryRoom } from './registry';
import { requestsRoom } from './requests';
import { satisfactionRoom } from './satisfaction';
import { servicesRoom } from './services';
import { transferRoom } from './transfer';
import { websiteMiddleware } from './website/site.middleware';
import { websiteRoom } from './website';

/** The plugin is the sum of its rooms; this file merges them, and nothing else. */
const rooms: readonly Room[] = [
  kernelRoom,
  registryRoom,
  servicesRoom,
  receptionRoom,
  transferRoom,
  requestsRoom,
  queueRoom,
  committeeRoom,
  deliveryRoom,
  messagesRoom,
  noticesRoom,
  satisfactionRoom,
  casefileRoom,
  homeRoom,
  websiteRoom,
];

let current: Crm | null = null;
const crmOf = (): Crm => {
  if (!current) throw new Error('the beneficiary CRM has not booted');
  return current;
};

/** Strapi shows one name to everybody, so it is in both languages. */
const permissionName = (uid: Permission): string => {
  const texts = createTexts();
  return `${texts.say('ar', `permission.${uid}`)} · ${texts.say('en', `permission.${uid}`)}`;
};

const plugin = {
  register({ strapi }: { strapi: Core.Strapi }) {
    for (const room of rooms) registerComponents(strapi, room.components ?? {});
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await strapi.service('admin::permission').actionProvider.registerMany(
      permissions.map((uid) => ({
        section: 'plugins',
        displayName: permissionName(uid),
        uid,
        pluginName: 'beneficiary-crm',
      })),
    );
    current = await createCrm(strapi, rooms);
    await migrate(
      current.db,
      rooms.flatMap((room) => room.migrations ?? []),
    );
    holdPublishing(
      strapi,
      rooms.flatMap((room) => room.publishing ?? []),
    );
    await ensureRoles(strapi);
    await current.jobs.start(current);
    await runDemo(current);
  },

  async destroy() {
    await current?.jobs.stop();
    current = null;
  },

  contentTypes: Object.assign({}, ...rooms.map((room) => room.contentTypes ?? {})),
  services: { crm: () => ({ get: crmOf }) },
  controllers: {},
  middlewares: {
    website: websiteMiddleware,
    'access-log': accessLog,
    'public-errors': publicErrors(crmOf),
  },
  routes: {
    public: {
      type: 'content-api',
      prefix: '/crm',
      routes: rooms.flatMap((room) =>
        (room.publicRoutes ?? []).map((route) => publicStrapiRoute(crmOf, route)),
      ),
    },
    admin: {
      type: 'admin',
      routes: rooms.flatMap((room) =>
        (room.adminRoutes ?? []).map((route) => adminStrapiRoute(crmOf, route)),
      ),
    },
  },
};

export default plugin;
