// @ts-check
/** `npm run build [-- plugin app website admin] [--force]`: builds what is stale. */
import { parseArgs } from 'node:util';
import { buildStale } from './lib/build.mjs';
import { checkNode } from './lib/checks.mjs';
import { isInstalled } from './lib/install.mjs';
import { main, Stop } from './lib/say.mjs';

await main(async () => {
  checkNode();
  if (!isInstalled()) throw new Stop('install.missing');
  const { values, positionals } = parseArgs({
    options: { force: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  await buildStale({ only: positionals, force: values.force });
});
