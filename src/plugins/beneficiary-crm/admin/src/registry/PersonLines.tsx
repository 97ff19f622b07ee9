import { Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { PersonSummary } from '../../../contracts/registry';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';

/** Facts in one line, with a dot between them; what is not known is left out. */
export function Dotted({ of }: { of: ReactNode[] }) {
  const known = of.filter(
    (fact) => fact !== null && fact !== undefined && fact !== '' && fact !== false,
  );
  return (
    <>
      {known.map((fact, place) => (
        <span key={place}>
          {place > 0 && ' · '}
          {fact}
        </span>
      ))}
    </>
  );
}

/** What tells two namesakes apart: number, birth, place, family, and the end of phone and identity. */
export function PersonLines({ person }: { person: PersonSummary }) {
  const { t } = useWords();
  const { householdHead, phoneMasked, idMasked, birthYear } = person;
  return (
    <Typography tag="p" variant="pi" textColor="neutral600">
      <Dotted
        of={[
          <Bdi dir="ltr">{person.fileNumber}</Bdi>,
          birthYear && t('registry.born', { year: String(birthYear) }),
          person.city && <Bdi>{person.city}</Bdi>,
          householdHead && (
            <>
              {t('registry.family-of')} <Bdi>{householdHead}</Bdi>
            </>
          ),
          phoneMasked && <Bdi dir="ltr">{phoneMasked}</Bdi>,
          idMasked && <Bdi dir="ltr">{idMasked}</Bdi>,
        ]}
      />
    </Typography>
  );
}
