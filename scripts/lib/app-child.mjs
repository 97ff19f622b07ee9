// @ts-check
/**
 * The application's process: starts Strapi, and ends when the script that started it is gone, even
 * by `kill -9`, so that no orphan keeps the port.
 */
import { createRequire } from 'node:module';
import { inRoot, root } from './paths.mjs';

process.on('disconnect', () => process.exit(1));
const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi');
process.chdir(root);
const app = createStrapi({ appDir: root, distDir: inRoot('dist') });

if (process.env.CRM_SEED_ONLY) {
  await app.load();
  await app.destroy();
  process.exit(0);
}
await app.start();
