import { timingSafeEqual } from 'node:crypto';
import type { Vault } from '../kernel/vault';

/** What opens the draft of a survey on the website for an editor: for an hour, and nothing is stored for it. */

const minutes = 60;

const proof = (vault: Pick<Vault, 'blindIndex'>, said: string): string =>
  vault.blindIndex('survey.preview:v1', said);

/** @param documentId letters and digits, as Strapi gives them */
export function previewToken(
  vault: Pick<Vault, 'blindIndex'>,
  documentId: string,
  now: Date,
): string {
  const until = Math.floor(now.getTime() / 1_000) + minutes * 60;
  const said = `${documentId}.${until}`;
  return `${said}.${proof(vault, said)}`;
}

/** @returns the document's id; null: it was not made here, or its hour is over */
export function previewedDocument(
  vault: Pick<Vault, 'blindIndex'>,
  token: string,
  now: Date,
): string | null {
  const [documentId = '', until = '', signature = ''] = token.split('.');
  const right = Buffer.from(proof(vault, `${documentId}.${until}`));
  const given = Buffer.from(signature);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  return Number(until) * 1_000 > now.getTime() ? documentId : null;
}
