import type { LegalBasis, PersonDocumentKind } from '../../../contracts/vocabulary';

/** An identity is sighted, not copied: an image of it needs a legal basis and its reference (PDPL, Art. 28). */
export const mayBeKept = (document: {
  kind: PersonDocumentKind;
  legalBasis?: LegalBasis | undefined;
  legalReference?: string | undefined;
}): boolean =>
  document.kind !== 'identity' ||
  (document.legalBasis !== undefined && document.legalReference !== undefined);
