import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recusalBody } from '../items';
import {
  acknowledgements,
  allocationKinds,
  allocationStates,
  deliveryEntries,
  enrolmentItems,
  instalmentStates,
  paymentWays,
  rhythms,
} from '../delivery';
import {
  agendaItemStatuses,
  appointmentKinds,
  appointmentStates,
  attendanceStates,
  authorityKinds,
  authorityProofs,
  ballotChoices,
  channelSlugs,
  committeePurposes,
  consentPurposes,
  consentWays,
  contactChannels,
  contactKinds,
  contactTimes,
  decisionOutcomes,
  declarationWays,
  entryPaths,
  exportColumns,
  fileStatuses,
  identityStates,
  identityTypes,
  importFields,
  importStates,
  interactionDirections,
  legalBases,
  matchReasons,
  matchStates,
  messageStatuses,
  personDocumentKinds,
  questionAudiences,
  relationships,
  requestActions,
  requestKinds,
  requestStatuses,
  roles,
  seats,
  sexes,
  sheetFormats,
  sightingWays,
  templateKeys,
  transports,
  visitReasons,
  visitStates,
  volunteerSkills,
  weekdays,
} from '../vocabulary';
import { eventTypes, publicEvents } from '../../server/src/policy/events.policy';
import { guardNames } from '../../server/src/policy/guards.policy';
import { permissions } from '../../server/src/policy/roles.policy';
import ar from './ar.json';
import en from './en.json';

type Words = Record<string, string>;
const read = (file: string): Words => JSON.parse(readFileSync(file, 'utf8')) as Words;

const pairs: [string, Words, Words][] = [['shared', ar, en]];
// The admin panel's own words are held to the same rules.
const admin = join(__dirname, '../../admin/src/app/translations');
if (existsSync(admin))
  pairs.push(['admin', read(join(admin, 'ar.json')), read(join(admin, 'en.json'))]);

const arabicForms = ['few', 'many', 'one', 'other', 'two', 'zero'];

/** Names of the placeholders, forms of each plural, and the text between them, wherever they stand. */
function inspect(elements: MessageFormatElement[]) {
  const names = new Set<string>();
  const plurals: string[][] = [];
  let text = '';
  const walk = (parts: MessageFormatElement[]) => {
    for (const part of parts) {
      if (part.type === TYPE.literal) text += part.value;
      if (part.type === TYPE.literal || part.type === TYPE.pound) continue;
      names.add(part.value);
      if (part.type === TYPE.plural) plurals.push(Object.keys(part.options));
      if (part.type === TYPE.plural || part.type === TYPE.select)
        Object.values(part.options).forEach((option) => walk(option.value));
      if (part.type === TYPE.tag) walk(part.children);
    }
  };
  walk(elements);
  return { names: [...names].sort(), plurals, text };
}

describe.each(pairs)('%s words', (_name, arabic, english) => {
  const keys = Object.keys(arabic);

  test('Arabic and English have the same keys', () => {
    expect(keys.sort()).toEqual(Object.keys(english).sort());
  });

  test.each(keys)('%s has the same placeholders in both, and every Arabic plural form', (key) => {
    const inArabic = inspect(parse(arabic[key] ?? ''));
    const inEnglish = inspect(parse(english[key] ?? ''));
    expect(inArabic.names).toEqual(inEnglish.names);
    for (const forms of inArabic.plurals)
      expect(forms.filter((form) => !form.startsWith('=')).sort()).toEqual(arabicForms);
    // What only puts placeholders in their order is alike in both.
    expect(/[\u0621-\u064A]/.test(inArabic.text)).toBe(/[a-z]/i.test(inEnglish.text));
    expect(inEnglish.text).not.toMatch(/[\u0600-\u06FF]/);
  });
});

describe('every closed list has its words', () => {
  const lists: Record<string, readonly string[]> = {
    kind: requestKinds,
    status: requestStatuses,
    action: requestActions,
    channel: channelSlugs,
    contact: contactChannels,
    role: roles,
    permission: permissions,
    seat: seats,
    committee_purpose: committeePurposes,
    ballot: ballotChoices,
    outcome: [...decisionOutcomes, 'no_quorum', 'answered', 'declined'],
    identity: identityTypes,
    'identity-state': identityStates,
    attendance: attendanceStates,
    item: agendaItemStatuses,
    'message-status': messageStatuses,
    template: templateKeys,
    transport: transports,
    event: eventTypes,
    'track.event': [...publicEvents],
    'track.status': requestStatuses,
    refusal: [...guardNames, 'not_in_this_status', 'not_permitted'],
    acknowledgement: acknowledgements,
    allocation_kind: allocationKinds,
    allocation_state: allocationStates,
    rhythm: rhythms,
    pay: paymentWays,
    delivery_entry: deliveryEntries,
    instalment: instalmentStates,
    enrolment: enrolmentItems,
    sighted: sightingWays,
    ground: recusalBody.shape.ground.options,
    declaration: ['stands', 'broken', 'missing', 'not_needed'],
    way: declarationWays,
    file_status: fileStatuses,
    sex: sexes,
    relationship: relationships,
    contact_kind: contactKinds,
    contact_time: contactTimes,
    weekday: weekdays,
    skill: volunteerSkills,
    entry: entryPaths,
    document_kind: personDocumentKinds,
    legal_basis: legalBases,
    authority: authorityKinds,
    authority_proof: authorityProofs,
    match_reason: matchReasons,
    match_state: matchStates,
    consent_purpose: consentPurposes,
    consent_way: consentWays,
    import: importStates,
    import_field: importFields,
    sheet_format: sheetFormats,
    export_column: exportColumns,
    visit_state: visitStates,
    visit_reason: visitReasons,
    direction: interactionDirections,
    audience: questionAudiences,
    appointment: appointmentKinds,
    appointment_state: appointmentStates,
    checklist: ['pending', 'ok', 'problem'],
  };
  const expected = Object.entries(lists).flatMap(([prefix, names]) =>
    names.map((name) => `${prefix}.${name}`),
  );

  test.each(expected)('%s', (key) => {
    expect((ar as Words)[key]).toBeTruthy();
  });
});
