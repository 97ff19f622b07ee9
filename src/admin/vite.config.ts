import { mergeConfig } from 'vite';
import type { Plugin, UserConfig } from 'vite';

/**
 * Strapi's home page puts each widget into a `main` of its own, inside the page's. Who hears the page jumps by
 * landmarks, so there is one. Stops the build when an upgrade has changed the place: then this may go.
 */
const oneMain: Plugin = {
  name: 'one-main-landmark',
  transform(code, id) {
    if (!/\/WidgetRoot\.m?js$/.test(id)) return null;
    const corrected = code.replace(/tag: ["']main["']/, 'tag: "div"');
    if (corrected === code) this.error('WidgetRoot has no <main> any more: remove this correction');
    return { code: corrected, map: null };
  },
};

const config = (given: UserConfig): UserConfig => mergeConfig(given, { plugins: [oneMain] });

export default config;
