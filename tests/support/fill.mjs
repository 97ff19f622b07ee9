// @ts-check
/** Fills the database of DATABASE_URL with the demo's content and staff. A process of its own: Strapi loads faster outside jest. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const require = createRequire(import.meta.url);
const { createStrapi } = require('@strapi/strapi');
const { seedContent } = require('strapi-plugin-beneficiary-crm/server/demo/seed/content');
const { seedStaff } = require('strapi-plugin-beneficiary-crm/server/demo/seed/staff');

const app = createStrapi({ appDir: root, distDir: path.join(root, 'dist') });
app.dirs.static.public = process.env.TEST_PUBLIC_DIR;
await app.load();
const crm = app.plugin('beneficiary-crm').service('crm').get();
await seedStaff(crm);
await seedContent(crm);
await app.destroy();
process.exit(0);
