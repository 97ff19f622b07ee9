import type { StrapiApp } from '@strapi/strapi/admin';
import mark from './extensions/mark.svg';
import { dark, light } from './extensions/theme';
import {
  followLanguage,
  nameTheDocument,
  preferArabic,
  correctDirection,
  dismissAnnouncements,
} from './extensions/document';
import arabic from './extensions/translations/ar.json';
import english from './extensions/translations/en.json';

// Before the panel is rendered: it reads the language once, at the start.
preferArabic(window.localStorage);
dismissAnnouncements(window.localStorage);

export default {
  config: {
    locales: ['ar'],
    auth: { logo: mark },
    menu: { logo: mark },
    theme: { light, dark },
    translations: { ar: arabic, en: english },
    tutorials: false,
    notifications: { releases: false },
  },

  register(app: StrapiApp) {
    // Strapi shows its content manager to everyone; here to those who have content to read.
    const content = app.router.menu.find(({ to }) => to === 'content-manager');
    if (!content)
      throw new Error('the menu has no content manager any more: look what became of it');
    content.permissions = [{ action: 'plugin::content-manager.explorer.read', subject: null }];

    // What is here for developers of the CMS says nothing to the people who work in this panel.
    const forDevelopers = new Set(['key-statistics', 'deploy-now']);
    const isWork = ({ pluginId }: { pluginId?: string }) => pluginId === 'beneficiary-crm';
    app.widgets.register((widgets) => {
      const kept = widgets.filter(({ id }) => !forDevelopers.has(id));
      return [...kept.filter(isWork), ...kept.filter((widget) => !isWork(widget))];
    });
  },

  bootstrap() {
    followLanguage(document.documentElement);
    correctDirection(document);
    nameTheDocument(document);
  },
};
