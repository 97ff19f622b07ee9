import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

/** The Arabic text face is asked for with the page, so that words do not jump when it arrives. */
const preloadArabicFont: Plugin = {
  name: 'preload-arabic-font',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle }) {
      const font = Object.keys(bundle ?? {}).find((name) =>
        /arabic-400-normal.*\.woff2$/.test(name),
      );
      if (!font) return [];
      const attrs = {
        rel: 'preload',
        as: 'font',
        type: 'font/woff2',
        href: `/${font}`,
        crossorigin: '',
      };
      return [{ tag: 'link', attrs, injectTo: 'head' }];
    },
  },
};

export default defineConfig({
  base: '/',
  plugins: [preloadArabicFont],
  build: {
    outDir: '../../public/site',
    emptyOutDir: true,
    // A strict content policy allows no data: addresses.
    assetsInlineLimit: 0,
    // Phones of 2019 and later.
    target: ['es2019', 'chrome79', 'safari13'],
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
});
