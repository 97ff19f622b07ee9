import type { StrapiApp } from '@strapi/strapi/admin';
import mark from './extensions/mark.svg';
import { dark, light } from './extensions/theme';
import { followLanguage, nameTheDocument, preferArabic } from './extensions/document';
import arabic from './extensions/translations/ar.json';
import english from './extensions/translations/en.json';

// Before the panel is rendered: it reads the language once, at the start.
preferArabic(window.localStorage);

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
    // What is here for developers of the CMS says nothing to the people who work in this panel.
    const forDevelopers = new Set(['key-statistics', 'deploy-now']);
    app.widgets.register((widgets) => widgets.filter(({ id }) => !forDevelopers.has(id)));
  },

  bootstrap() {
    followLanguage(document.documentElement);
    nameTheDocument(document);
  },
};
