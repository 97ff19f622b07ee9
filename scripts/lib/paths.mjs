// @ts-check
/** Where things are in the clone. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const inRoot = (/** @type {string[]} */ ...parts) => path.join(root, ...parts);

export const pluginRoot = inRoot('src/plugins/beneficiary-crm');
export const siteRoot = inRoot('src/website');
/** What `npm run build` must have made before the app may start. */
export const compiled = {
  plugin: path.join(pluginRoot, 'dist/server/src/index.js'),
  app: inRoot('dist/src/index.js'),
  admin: inRoot('dist/build/index.html'),
  website: inRoot('public/site/index.html'),
};

/** The folder of everything that runs here and is not in git: database, secrets, uploads. */
export const dataDirectory = () => path.resolve(root, process.env.DATA_DIR || '.data');
