import type { StrapiApp } from '@strapi/strapi/admin';
import {
  Bell,
  Calendar,
  Clock,
  Discuss,
  EmotionHappy,
  Gift,
  HandHeart,
  Mail,
  Phone,
  Question,
  Search,
  User,
  WarningCircle,
} from '@strapi/icons';
import ar from '../../contracts/words/ar.json';
import en from '../../contracts/words/en.json';
import { fieldMessages } from './app/fields';
import { menuPath, paths } from './app/paths';
import { pagePermissions } from './app/permissions';
import { messageId } from './app/words';
import arabicPanel from './app/translations/ar.json';
import englishPanel from './app/translations/en.json';
import { surveyPreviewPanel } from './evaluations/SurveyPreview';
import { widgets } from './home/widgets';
import { SearchEverywhere } from './search/SearchEverywhere';

const messages: Record<string, Record<string, string>> = {
  ar: { ...ar, ...arabicPanel },
  en: { ...en, ...englishPanel },
};

const label = (key: string, defaultMessage: string) => ({ id: messageId(key), defaultMessage });

/**
 * Puts the search around all pages of the panel. Not before every plugin has added its own: a settings page is
 * added to the outermost routes.
 */
const searchEverywhere = ({ router }: StrapiApp) =>
  void Promise.resolve().then(() =>
    router.addRoute((pages) => [{ Component: SearchEverywhere, children: pages }]),
  );

let panel: StrapiApp | null = null;

/** The plugin as Strapi's panel knows it: ten sections, the widgets of the home page, and the search. */
const plugin = {
  register(app: StrapiApp) {
    panel = app;
    // Between the home page (0) and the content (1), in the order of a day's work.
    app.addMenuLink({
      to: menuPath(paths.reception),
      icon: Bell,
      intlLabel: label('menu.reception', 'Reception'),
      permissions: pagePermissions.reception,
      position: 0.05,
      Component: () => import('./reception'),
    });
    app.addMenuLink({
      to: menuPath(paths.questions),
      icon: Question,
      intlLabel: label('menu.questions', 'Questions to answer'),
      permissions: pagePermissions.questions,
      position: 0.06,
      Component: () => import('./reception/questions'),
    });
    app.addMenuLink({
      to: menuPath(paths.appointments),
      icon: Calendar,
      intlLabel: label('menu.appointments', 'Appointments'),
      permissions: pagePermissions.appointments,
      position: 0.07,
      Component: () => import('./reception/appointments'),
    });
    app.addMenuLink({
      to: menuPath(paths.search),
      icon: Search,
      intlLabel: label('menu.search', 'Search'),
      permissions: pagePermissions.search,
      position: 0.04,
      Component: () => import('./search/page'),
    });
    app.addMenuLink({
      to: menuPath(paths.requests),
      icon: HandHeart,
      intlLabel: label('menu.requests', 'Requests'),
      permissions: pagePermissions.requests,
      position: 0.1,
      Component: () => import('./requests'),
    });
    app.addMenuLink({
      to: menuPath(paths.stalled),
      icon: Clock,
      intlLabel: label('menu.stalled', 'Over their time'),
      permissions: pagePermissions.stalled,
      position: 0.11,
      Component: () => import('./requests/stalled'),
    });
    app.addMenuLink({
      to: menuPath(paths.notices),
      icon: WarningCircle,
      intlLabel: label('menu.notices', 'Notices'),
      permissions: pagePermissions.notices,
      position: 0.12,
      Component: () => import('./notices'),
    });
    app.addMenuLink({
      to: menuPath(paths.registry),
      icon: User,
      intlLabel: label('menu.registry', 'Beneficiaries'),
      permissions: pagePermissions.registry,
      position: 0.15,
      Component: () => import('./registry'),
    });
    app.addMenuLink({
      to: menuPath(paths.committee),
      icon: Discuss,
      intlLabel: label('menu.committee', 'Committee'),
      permissions: pagePermissions.committee,
      position: 0.2,
      Component: () => import('./committee'),
    });
    app.addMenuLink({
      to: menuPath(paths.deliveries),
      icon: Gift,
      intlLabel: label('menu.deliveries', 'Deliveries'),
      permissions: pagePermissions.deliveries,
      position: 0.25,
      Component: () => import('./delivery'),
    });
    app.addMenuLink({
      to: menuPath(paths.satisfaction),
      icon: EmotionHappy,
      intlLabel: label('menu.satisfaction', 'Satisfaction'),
      permissions: pagePermissions.satisfaction,
      position: 0.3,
      Component: () => import('./satisfaction'),
    });
    app.addMenuLink({
      to: menuPath(paths.evaluations),
      icon: Phone,
      intlLabel: label('menu.evaluations', 'Evaluations by phone'),
      permissions: pagePermissions.evaluations,
      position: 0.31,
      Component: () => import('./evaluations'),
    });
    app.addMenuLink({
      to: menuPath(paths.messages),
      icon: Mail,
      intlLabel: label('menu.messages', 'Messages'),
      permissions: pagePermissions.messages,
      position: 0.4,
      Component: () => import('./messages'),
    });
    app.addSettingsLink('global', {
      id: 'beneficiary-crm-workflow',
      to: 'beneficiary-crm/workflow',
      intlLabel: label('workflow.title', 'Times and steps of work'),
      permissions: pagePermissions.workflow,
      Component: () => import('./workflow'),
    });
    app.addSettingsLink('global', {
      id: 'beneficiary-crm-calendar',
      to: 'beneficiary-crm/calendar',
      intlLabel: label('calendar.title', 'Working hours and holidays'),
      permissions: pagePermissions.calendar,
      Component: () => import('./reception/appointments/calendar'),
    });
    app.registerPlugin({ id: 'beneficiary-crm', name: 'beneficiary-crm' });
    app.widgets.register(widgets);
  },

  bootstrap(app: Pick<StrapiApp, 'getPlugin'>) {
    if (panel) searchEverywhere(panel);
    const { addEditViewSidePanel } = app.getPlugin('content-manager').apis as {
      addEditViewSidePanel(panels: unknown[]): void;
    };
    addEditViewSidePanel([surveyPreviewPanel]);
  },

  registerTrads({ locales }: { locales: string[] }) {
    return Promise.resolve(
      locales.map((locale) => ({
        locale,
        data: {
          ...Object.fromEntries(
            Object.entries(messages[locale] ?? {}).map(([key, text]) => [messageId(key), text]),
          ),
          ...fieldMessages(locale),
        },
      })),
    );
  },
};

export default plugin;
