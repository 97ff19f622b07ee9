import type { PersonFile } from '../../../../contracts/registry';
import { warningsOf } from './warnings';

const file: PersonFile = {
  id: 'p',
  fileNumber: 'B-000001',
  version: 1,
  name: 'سعد بن علي الحارثي',
  sex: null,
  birthDate: null,
  birthYear: null,
  age: null,
  city: null,
  district: null,
  address: null,
  latitude: null,
  longitude: null,
  branch: null,
  preferredChannel: null,
  preferredTimes: [],
  categories: [],
  status: 'active',
  statusReason: null,
  statusSince: null,
  consequences: [],
  source: 'desk',
  openedAt: '2026-01-01T09:00:00.000Z',
  openedBy: null,
  contacts: [],
  identities: [],
  household: null,
  authorities: [],
  actsFor: [],
  documents: [],
  requests: [],
  deliveries: [],
  interactions: [],
  appointments: [],
  consents: [],
  merged: [],
  openMatches: 0,
  timeline: [],
  may: { change: true, merge: true, receive: true },
};
const identity = (
  id: string,
  state: PersonFile['identities'][number]['state'],
  daysLeft: number | null,
) => ({
  id,
  type: 'iqama' as const,
  masked: '•••••••006',
  issuingPlace: null,
  issuedOn: null,
  expiresOn: null,
  daysLeft,
  state,
  note: null,
  sightings: [],
});
const authority = (holderName: string, valid: boolean) => ({
  id: holderName,
  holder: null,
  holderName,
  holderPhone: null,
  kind: 'guardian' as const,
  relationship: null,
  proof: 'court_ruling' as const,
  proofNumber: null,
  issuedBy: null,
  validFrom: null,
  validUntil: null,
  valid,
  sightedBy: 'ريم',
  sightedAt: '2026-01-01T09:00:00.000Z',
  endedAt: null,
  endedReason: null,
});
const consent = (id: string, withdrawnAt: string | null) => ({
  id,
  purpose: 'service' as const,
  noticeVersion: '1',
  givenAt: '2026-01-01T09:00:00.000Z',
  how: 'paper' as const,
  by: null,
  recordedBy: null,
  reference: null,
  withdrawnAt,
  withdrawnHow: null,
  effect: null,
});
const keys = (changed: Partial<PersonFile>) =>
  warningsOf({ ...file, ...changed }, 60).map(({ key }) => key);

test('a file in order warns of nothing', () => {
  expect(keys({})).toEqual([]);
  expect(keys({ identities: [identity('a', 'pending', null)] })).toEqual([]);
});

test('an identity is warned of from the announced day on', () => {
  expect(keys({ identities: [identity('a', 'valid', 61)] })).toEqual([]);
  expect(keys({ identities: [identity('a', 'valid', 60)] })).toEqual(['warning.identity-ending']);
  expect(keys({ identities: [identity('a', 'expired', -1)] })).toEqual([
    'warning.identity-expired',
  ]);
});

test('an old paper beside one that is in order is nothing to warn of', () => {
  const identities = [identity('old', 'expired', -400), identity('new', 'valid', 900)];
  expect(keys({ identities })).toEqual([]);
});

test('nobody acts any more, unless one of several still does', () => {
  expect(keys({ authorities: [authority('خالد', false)] })).toEqual(['warning.authority-ended']);
  const authorities = [authority('خالد', false), authority('سالم', true)];
  expect(keys({ authorities })).toEqual([]);
});

test('a consent withdrawn, unless it was given anew', () => {
  const withdrawn = consent('a', '2026-02-01T09:00:00.000Z');
  expect(keys({ consents: [withdrawn] })).toEqual(['warning.consent-withdrawn']);
  expect(keys({ consents: [withdrawn, consent('b', null)] })).toEqual([]);
});

test('likely duplicates are warned of with their number', () => {
  expect(warningsOf({ ...file, openMatches: 2 }, 60)).toMatchObject([
    { key: 'warning.matches', values: { n: 2 }, at: 'matches' },
  ]);
});
