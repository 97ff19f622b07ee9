import { signaturePaper } from '../../../contracts/receiving';
import type { Strokes } from '../../../contracts/receiving';
import type { Locale } from '../../../contracts/vocabulary';
import { pick } from '../kernel/bilingual';
import type { Bilingual } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import { CrmError, notFound } from '../kernel/errors';
import { pdfDate, renderPdf } from '../kernel/pdf/pdf';
import type { Staff } from '../kernel/room';
import { staffNames } from '../kernel/staff';
import { currentLegalText } from '../services/catalogue.service';
import { findForStaff } from './access';
import { hashOf, strokesPlace } from './declaration.service';
import { letterhead } from './letters';
import type { Paper } from './letters';
import { declarationState, latestDeclaration } from './request.repository';
import type { DeclarationRow } from './request.types';
import { shownAnswers } from './request.views';

const timeOfDay = (at: Date, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'ar' ? 'ar-SA-u-nu-latn' : 'en-GB', {
    timeStyle: 'short',
    timeZone: 'Asia/Riyadh',
  }).format(at);

/** The strokes as a picture; a single point is a dot. Numbers alone go in, so nothing of it can be source. */
export function signatureSvg(strokes: Strokes): string {
  const lines = strokes.map((stroke) => {
    const points = stroke.map(([x, y]) => `${x} ${y}`);
    return `M${points.join('L')}${points.length === 1 ? `L${points[0] ?? ''}` : ''}`;
  });
  const { width, height } = signaturePaper;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">` +
    `<path d="${lines.join('')}" fill="none" stroke="#1d2b26" stroke-width="8" stroke-linecap="round" stroke-linejoin="round"/></svg>`
  );
}

/** The words that were signed: kept at the signing, or, of a signature older than that, those still in force. */
async function signedText(crm: Crm, declaration: DeclarationRow): Promise<Bilingual> {
  const kept = await crm
    .db('crm_declaration_texts')
    .where({ text_hash: declaration.text_hash })
    .first<{ text: Bilingual } | undefined>('text');
  if (kept) return kept.text;
  const { text } = await currentLegalText(crm, 'declaration');
  if (hashOf(text) !== declaration.text_hash)
    throw new CrmError('not_found', 'error.no_declaration_text');
  return text;
}

/**
 * The last declaration of a request on paper (S4): text, answers, signer, way and time; whether it stands. On record.
 * @throws CrmError 404 when nothing was signed, and for a request of another branch
 */
export async function renderDeclaration(
  crm: Crm,
  requestId: string,
  staff: Staff,
  locale: Locale,
): Promise<Paper> {
  const request = await findForStaff(crm, requestId, staff);
  const declaration = await latestDeclaration(crm.db, request.id);
  if (!declaration) throw notFound();
  const [head, text, names] = await Promise.all([
    letterhead(crm, locale),
    signedText(crm, declaration),
    staffNames(crm, declaration.witnessed_by === null ? [] : [declaration.witnessed_by]),
  ]);
  const { id, strokes_sealed: sealed, witnessed_by: witness } = declaration;
  const drawn = sealed
    ? signatureSvg(JSON.parse(crm.vault.open(strokesPlace(id), sealed)) as Strokes)
    : null;
  const body = await renderPdf(
    'declaration',
    {
      head: { ...head, reference: request.reference, date: pdfDate(crm.now(), locale) },
      stands: declarationState(request, declaration) === 'stands',
      text: pick(text, locale),
      version: declaration.version,
      answers: shownAnswers(crm, request, locale).map(({ label, shown }) => ({
        question: label,
        answer: shown,
      })),
      signer: declaration.signer,
      way: crm.say(locale, `way.${declaration.way}`),
      signedAt: pdfDate(declaration.signed_at, locale),
      time: timeOfDay(declaration.signed_at, locale),
      ...(witness === null ? {} : { witness: names.get(witness) ?? '—' }),
      ...(drawn ? { drawn } : {}),
      hash: declaration.answers_hash,
    },
    locale,
  );
  await crm.transaction(async (unit) => {
    unit.record({
      type: 'request.file_read',
      actor: { kind: 'staff', id: staff.id },
      requestId: request.id,
      subject: { kind: 'declaration', id },
    });
  });
  return { name: `declaration-${request.reference}.pdf`, body };
}
