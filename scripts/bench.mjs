// @ts-check
/** `npm run bench [-- name…]`: runs tests/bench/*.bench.mjs one after the other. */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { inRoot } from './lib/paths.mjs';
import { main, say } from './lib/say.mjs';

await main(async () => {
  const folder = inRoot('tests/bench');
  const wanted = process.argv.slice(2);
  const names = (fs.existsSync(folder) ? fs.readdirSync(folder) : [])
    .filter((name) => name.endsWith('.bench.mjs'))
    .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
  if (names.length === 0) say('bench.none');
  for (const name of names) {
    say('bench.running', { name });
    const { status } = spawnSync(process.execPath, [inRoot('tests/bench', name)], {
      stdio: 'inherit',
    });
    if (status !== 0) return 1;
  }
});
