// @ts-check
/** What a person reads in the terminal: every text once in Arabic and once in English. */
import ar from './messages.ar.mjs';
import en from './messages.en.mjs';

/** @typedef {keyof typeof en} MessageKey */
/** @typedef {{ ar: string, en: string }} Text */
/**
 * What fills the places of a message; `tail`, the output of a program, is shown once after both.
 * @typedef {Record<string, string | number | Text>} Values
 */

/**
 * @param {string} template text with `{name}` places
 * @param {Values} values
 * @param {'ar' | 'en'} language
 */
const fill = (template, values, language) =>
  template.replace(/\{(\w+)\}/g, (place, name) => {
    const value = values[name] ?? place;
    return typeof value === 'object' ? value[language] : String(value);
  });

/**
 * The text of a message in both languages.
 * @param {MessageKey} key
 * @param {Values} [values]
 * @returns {Text}
 */
export const text = (key, values = {}) => ({
  ar: fill(ar[key], values, 'ar'),
  en: fill(en[key], values, 'en'),
});

/** @param {MessageKey} key @param {Values} values */
function lines(key, values) {
  const both = text(key, values);
  return [both.ar, both.en, ...(values.tail ? [String(values.tail)] : [])].join('\n');
}

/**
 * Tells the person what is being done.
 * @param {MessageKey} key
 * @param {Values} [values]
 */
export function say(key, values = {}) {
  process.stdout.write(`• ${lines(key, values).replaceAll('\n', '\n  ')}\n`);
}

/**
 * Says every ten seconds that the work goes on.
 * @returns {() => void} to end it
 */
export function remind() {
  const started = Date.now();
  const tell = () => say('app.waiting', { seconds: Math.round((Date.now() - started) / 1000) });
  const timer = setInterval(tell, 10_000);
  return () => clearInterval(timer);
}

/** A reason to stop that a person can act upon; shown without a stack trace. */
export class Stop extends Error {
  /**
   * @param {MessageKey} key
   * @param {Values} [values]
   */
  constructor(key, values = {}) {
    super(lines(key, values));
    this.name = 'Stop';
    this.key = key;
  }
}

/** @param {unknown} error */
const isFull = (error) =>
  error instanceof Error && ('code' in error ? error.code === 'ENOSPC' : false);

/**
 * What to print for an error: the message of a `Stop`, a full disk explained, or else the defect.
 * @param {unknown} error
 */
export function explain(error) {
  const known = isFull(error) ? new Stop('disk.full') : error;
  if (known instanceof Stop) return `✗ ${known.message.replaceAll('\n', '\n  ')}\n`;
  return `${error instanceof Error ? error.stack : String(error)}\n`;
}

/**
 * Runs a script's work; a failure is explained and ends the process with 1.
 * @param {() => Promise<number | void>} work resolves with the exit code (0 when nothing is said)
 */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    process.stderr.write(explain(error));
    process.exit(1);
  }
}
