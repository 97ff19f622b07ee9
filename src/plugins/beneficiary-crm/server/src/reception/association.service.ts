import type { Locale } from '../../../contracts/vocabulary';
import type { AssociationView } from '../../../contracts/website';
import { pick } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import { both, readPublished } from '../kernel/published';

interface AssociationRow {
  name: string;
  shortName: string;
  sentence: string;
  about: string;
  address: string;
  phone: string;
  email: string;
  licenceNumber: string;
  workingHours: string;
  letterFooter: string | null;
}

/** What is public of the association, and the last lines of its letters. */
export interface AssociationProfile extends AssociationView {
  letterFooter: string;
}

const nothingPublished: AssociationProfile = {
  name: '',
  shortName: '',
  sentence: '',
  about: '',
  address: '',
  phone: '',
  email: '',
  licenceNumber: '',
  workingHours: '',
  letterFooter: '',
};

/** What of it the website is told. */
export const associationView = (profile: AssociationProfile): AssociationView => ({
  name: profile.name,
  shortName: profile.shortName,
  sentence: profile.sentence,
  about: profile.about,
  address: profile.address,
  phone: profile.phone,
  email: profile.email,
  licenceNumber: profile.licenceNumber,
  workingHours: profile.workingHours,
});

/** The association as it is published; empty texts where it is not yet. */
export async function associationProfile(
  crm: Pick<Crm, 'strapi'>,
  locale: Locale,
): Promise<AssociationProfile> {
  const [held] = await readPublished<AssociationRow>(crm, 'api::association.association');
  if (!held) return nothingPublished;
  return {
    name: pick(both(held, 'name'), locale),
    shortName: pick(both(held, 'shortName'), locale),
    sentence: pick(both(held, 'sentence'), locale),
    about: pick(both(held, 'about'), locale),
    address: pick(both(held, 'address'), locale),
    phone: held.main.phone,
    email: held.main.email,
    licenceNumber: held.main.licenceNumber,
    workingHours: pick(both(held, 'workingHours'), locale),
    letterFooter: pick(both(held, 'letterFooter'), locale),
  };
}
