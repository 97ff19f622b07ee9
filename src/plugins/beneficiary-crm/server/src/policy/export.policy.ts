import type { ExportColumn } from '../../../contracts/vocabulary';
import type { Permission } from './roles.policy';

/**
 * Who may take which column out of the registry, by the least that the work needs. `registry.export` alone gives
 * what counts and plans are made of; who also keeps the files (`registry.write`) may take what reaches a person.
 * No column holds an ID number: its last three digits tell namesakes apart, and the number stays where it is sealed.
 */
export const exportPolicy: Readonly<Record<ExportColumn, Permission>> = {
  file_number: 'registry.export',
  name: 'registry.export',
  status: 'registry.export',
  sex: 'registry.export',
  birth_year: 'registry.export',
  birth_date: 'registry.write',
  id_type: 'registry.export',
  id_last3: 'registry.write',
  identity_state: 'registry.export',
  identity_expires: 'registry.write',
  phone: 'registry.write',
  email: 'registry.write',
  preferred_channel: 'registry.write',
  city: 'registry.export',
  district: 'registry.export',
  address: 'registry.write',
  branch: 'registry.export',
  categories: 'registry.export',
  household_number: 'registry.export',
  source: 'registry.export',
  opened_on: 'registry.export',
};
