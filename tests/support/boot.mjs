// @ts-check
/** Loads Strapi as `npm start` does, from the compiled app in TEST_DIST_DIR, and ends. A process of its own. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi');

const app = createStrapi({ appDir: root, distDir: process.env.TEST_DIST_DIR });
try {
  await app.load();
  process.stdout.write('loaded\n');
  process.exit(0);
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
