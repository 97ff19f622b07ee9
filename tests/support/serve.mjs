// @ts-check
/**
 * The product in a process of its own, over the database of a test: from the compiled app in TEST_DIST_DIR, with its
 * clock at TEST_NOW. Prints the port that it listens on.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi');

const strapi = createStrapi({ appDir: root, distDir: process.env.TEST_DIST_DIR });
strapi.dirs.static.public = process.env.TEST_PUBLIC_DIR;
for (const transport of strapi.log.transports) transport.silent = true;
await strapi.load();
const now = new Date(String(process.env.TEST_NOW));
strapi.plugin('beneficiary-crm').service('crm').get().now = () => now;
strapi.server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${strapi.server.httpServer.address().port}\n`);
});
