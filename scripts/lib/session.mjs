// @ts-check
/** A running thing that a person stops with Ctrl-C: what was started last is stopped first. */
import { launcher } from './processes.mjs';
import { explain, say } from './say.mjs';

/** @typedef {() => void | Promise<void>} Undo */

/**
 * Runs `work` until a signal comes or until it ends by itself; then undoes what it did.
 * @param {(onStop: (undo: Undo) => void) => Promise<number | void>} work
 * @returns {Promise<number>} exit code: 0 after a signal or a good end
 */
export async function session(work) {
  /** @type {Undo[]} */
  const undos = [];
  const signal = new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => resolve(name));
    // npm itself may be killed by -9; nobody could reach us then.
    const npm = launcher();
    if (process.env.npm_lifecycle_event)
      setInterval(() => launcher() !== npm && resolve('orphaned'), 1000).unref();
  });
  /** @type {{ code: number }} */
  let end;
  try {
    end = await Promise.race([
      signal.then(() => ({ code: 0, asked: true })),
      work((undo) => void undos.push(undo)).then((code) => ({ code: code ?? 0 })),
    ]);
  } catch (error) {
    process.stderr.write(explain(error));
    end = { code: 1 };
  }
  const asked = 'asked' in end;
  if (asked) say('app.stopping');
  for (const undo of undos.reverse()) await undo();
  if (asked) say('app.stopped');
  return end.code;
}
