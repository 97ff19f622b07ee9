import type { WidgetArgs } from '@strapi/strapi/admin';
import {
  Bell,
  Calendar,
  Discuss,
  EmotionHappy,
  File,
  HandHeart,
  Mail,
  Pencil,
  Question,
  Search,
  Shield,
  WarningCircle,
} from '@strapi/icons';
import type { Permission } from '../../../server/src/policy/roles.policy';
import { paths } from '../app/paths';
import { needs, pagePermissions } from '../app/permissions';
import { messageId } from '../app/words';

const words = (key: string, defaultMessage: string) => ({ id: messageId(key), defaultMessage });
const pluginId = 'beneficiary-crm';

/** Strapi shows a widget only to who holds all that it names: those who answer have one for each permission. */
const questions = (id: string, permission: Permission): WidgetArgs => ({
  id,
  pluginId,
  icon: Question,
  title: words('home.questions', 'Questions waiting for you'),
  link: { label: words('home.questions-link', 'Open the questions'), href: paths.questions },
  permissions: needs(permission),
  component: async () => (await import('./QuestionsWidget')).QuestionsWidget,
});

/** The home page by role: each widget only for those whose work it is. */
export const widgets: WidgetArgs[] = [
  {
    id: 'requests',
    pluginId,
    icon: HandHeart,
    title: words('home.requests', 'Requests'),
    link: { label: words('home.requests-link', 'Open the requests'), href: paths.requests },
    permissions: needs('requests.read'),
    component: async () => (await import('./RequestsWidget')).RequestsWidget,
  },
  {
    id: 'notices',
    pluginId,
    icon: WarningCircle,
    title: words('home.notices', 'Notices'),
    link: { label: words('home.notices-link', 'Open the notices'), href: paths.notices },
    permissions: pagePermissions.notices,
    component: async () => (await import('./NoticesWidget')).NoticesWidget,
  },
  {
    id: 'visitors',
    pluginId,
    icon: Bell,
    title: words('home.visitors', 'Visitors waiting'),
    link: { label: words('home.visitors-link', 'Open the reception'), href: paths.reception },
    permissions: needs('reception.serve'),
    component: async () => (await import('./VisitorsWidget')).VisitorsWidget,
  },
  questions('questions', 'research.study'),
  questions('questions-to-editors', 'content.answer'),
  {
    id: 'research',
    pluginId,
    icon: Search,
    title: words('home.research', 'Referrals waiting'),
    link: {
      label: words('home.research-link', 'Open the requests'),
      href: `${paths.requests}?status=social_research`,
    },
    permissions: needs('research.study'),
    component: async () => (await import('./ResearchWidget')).ResearchWidget,
  },
  {
    id: 'appointments',
    pluginId,
    icon: Calendar,
    title: words('home.appointments', 'My appointments today'),
    link: { label: words('home.appointments-link', 'Open the agenda'), href: paths.appointments },
    permissions: needs('appointments.keep'),
    component: async () => (await import('./AppointmentsWidget')).AppointmentsWidget,
  },
  {
    id: 'papers',
    pluginId,
    icon: File,
    title: words('home.papers', 'Papers that expire'),
    link: { label: words('home.papers-link', 'Open the files'), href: paths.registry },
    permissions: needs('registry.write'),
    component: async () => (await import('./PapersWidget')).PapersWidget,
  },
  {
    id: 'votes',
    pluginId,
    icon: Discuss,
    title: words('home.votes', 'Needs my vote'),
    link: { label: words('home.votes-link', 'Needs my vote'), href: paths.mine },
    permissions: needs('committee.vote'),
    component: async () => (await import('./VotesWidget')).VotesWidget,
  },
  {
    id: 'satisfaction',
    pluginId,
    icon: EmotionHappy,
    title: words('home.satisfaction', 'Satisfaction'),
    link: { label: words('home.satisfaction-link', 'Open the figures'), href: paths.satisfaction },
    permissions: needs('satisfaction.read'),
    component: async () => (await import('./SatisfactionWidget')).SatisfactionWidget,
  },
  {
    id: 'improvements',
    pluginId,
    icon: Pencil,
    title: words('home.improvements', 'Improvements'),
    link: { label: words('home.improvements-link', 'Open the list'), href: paths.improvements },
    permissions: needs('satisfaction.read'),
    component: async () => (await import('./ImprovementsWidget')).ImprovementsWidget,
  },
  {
    id: 'privacy',
    pluginId,
    icon: Shield,
    title: words('home.privacy', 'Names in comments'),
    // Strapi shows a widget to who holds all that it names: who clears comments holds this one too.
    permissions: needs('operations.read'),
    component: async () => (await import('./PrivacyWidget')).PrivacyWidget,
  },
  {
    id: 'messages',
    pluginId,
    icon: Mail,
    title: words('home.messages', 'Messages that failed'),
    link: { label: words('home.messages-link', 'Open the messages'), href: paths.messages },
    permissions: needs('messages.read'),
    component: async () => (await import('./MessagesWidget')).MessagesWidget,
  },
];
