import type { Crm } from '../kernel/crm';
import type { Vault } from '../kernel/vault';
import { qrSvg } from '../kernel/qr';
import { timingSafeEqual } from 'node:crypto';
import type { RequestRow } from './request.types';

/**
 * The code on a receipt, by which its request may be judged when it has ended (O6c). It is worked out from the
 * request and the key of the indexes, so a receipt that is printed again bears the same one and nothing is stored;
 * it opens nothing but the survey.
 */

const proof = (vault: Pick<Vault, 'blindIndex'>, id: string): Buffer =>
  Buffer.from(vault.blindIndex('evaluation.paper:v1', id), 'hex');

export function paperToken(vault: Pick<Vault, 'blindIndex'>, requestId: string): string {
  const id = Buffer.from(requestId.replaceAll('-', ''), 'hex').toString('base64url');
  return `${id}.${proof(vault, requestId).toString('base64url')}`;
}

/** @returns the id of the request on whose receipt the token stands; null: it stands on none of ours */
export function requestOnPaper(vault: Pick<Vault, 'blindIndex'>, token: string): string | null {
  const [id = '', signature] = token.split('.');
  const hex = Buffer.from(id, 'base64url').toString('hex');
  if (signature === undefined || hex.length !== 32) return null;
  const requestId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  const [given, right] = [Buffer.from(signature, 'base64url'), proof(vault, requestId)];
  return given.length === right.length && timingSafeEqual(given, right) ? requestId : null;
}

/** What a receipt says about evaluating. */
export const evaluationOnPaper = (crm: Crm, row: RequestRow, locale: RequestRow['locale']) => ({
  how: crm.say(locale, 'receipt.evaluate'),
  svg: qrSvg(
    `${crm.settings.publicUrl}/evaluate?lang=${locale}#t=${paperToken(crm.vault, row.id)}`,
  ),
});
