import fc from 'fast-check';
import { legalBases, personDocumentKinds } from '../../../contracts/vocabulary';
import { mayBeKept } from './document.rules';

test('an image of an identity is kept with both a legal basis and its reference, and nothing else needs them', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...personDocumentKinds),
      fc.option(fc.constantFrom(...legalBases), { nil: undefined }),
      fc.option(fc.constant('خطاب المحكمة 77'), { nil: undefined }),
      (kind, legalBasis, legalReference) => {
        const both = legalBasis !== undefined && legalReference !== undefined;
        expect(mayBeKept({ kind, legalBasis, legalReference })).toBe(kind !== 'identity' || both);
      },
    ),
  );
});
