import { normaliseName } from '../kernel/arabic.rules';
import type { PublishingFault, PublishingRule, Version } from '../kernel/publishing';
import { answerFault } from './answer.rules';
import { answerTemplateUid } from './answer.types';
import { legalTextUid, serviceUid } from './content-types';
import { timesFault } from './times.rules';
import type { TimedService } from './times.rules';

/** What editors may not publish: a form that cannot be answered, or other words for what people signed. */

interface Question {
  key: string;
  label: string;
  type: string;
  min: number | null;
  max: number | null;
  options: { value: string }[];
  showIfField: string | null;
  showIfEquals: string | null;
}

interface Paper {
  key: string;
  label: string;
  legalBasis: string | null;
  legalReference: string | null;
}

/** Words that name an identity document, in normalised spelling, without the article. */
const identityWords: ReadonlySet<string> = new Set([
  ...['هويه', 'هويتك', 'هويته', 'هويات', 'اقامتك', 'اقامته', 'جواز', 'جوازك', 'حفيظه'],
  ...['id', 'ids', 'iqama', 'iqamah', 'passport', 'identity'],
]);
/** Of two words, since each alone means other things too. */
const identityPhrases = ['بطاقه احوال', 'بطاقه احوالك', 'رخصه اقامه', 'صوره اقامه', 'بطاقه اقامه'];

const wordsOf = (text: string): string[] =>
  normaliseName(text)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(/^[وبكفل]?ال(?=.{3})/, ''));

/** Whether a paper's name asks for an image of an identity document. */
export function asksForIdentity(label: string): boolean {
  const words = wordsOf(label);
  const spoken = words.join(' ');
  return (
    words.some((word) => identityWords.has(word)) ||
    identityPhrases.some((phrase) => ` ${spoken} `.includes(` ${phrase} `))
  );
}

/** Identities are sighted, not copied, unless a legal basis is chosen and recorded (PDPL Art. 28). */
export function paperFault(papers: readonly Paper[]): PublishingFault | null {
  const copied = papers.find(
    ({ label, legalBasis, legalReference }) =>
      asksForIdentity(label) && !(legalBasis && legalReference?.trim()),
  );
  return copied ? { code: 'identity_copied', params: { paper: copied.label } } : null;
}

const twice = (values: readonly string[]): string | undefined =>
  values.find((value, place) => values.indexOf(value) !== place);

/** The first fault of a form, or null. Answers are kept by key and conditions look back, so both must hold. */
export function formFault(
  fields: readonly Question[],
  documents: readonly { key: string }[],
): PublishingFault | null {
  const key = twice(fields.map((field) => field.key)) ?? twice(documents.map((paper) => paper.key));
  if (key !== undefined) return { code: 'key_twice', params: { key } };
  for (const [place, field] of fields.entries()) {
    const code = questionFault(field, fields.slice(0, place));
    if (code) return { code, params: { question: field.label } };
  }
  return null;
}

function questionFault(field: Question, earlier: readonly Question[]): string | null {
  const values = field.options.map((option) => option.value);
  if (field.type === 'choice' && values.length < 2) return 'too_few_options';
  if (twice(values) !== undefined) return 'option_twice';
  if (field.min !== null && field.max !== null && field.min > field.max) return 'min_above_max';
  if (!field.showIfField && !field.showIfEquals) return null;
  const parent = earlier.find((question) => question.key === field.showIfField);
  return parent && field.showIfEquals && canEqual(parent, field.showIfEquals) ? null : 'condition';
}

const canEqual = (parent: Question, value: string): boolean =>
  parent.type === 'yes_no'
    ? value === 'yes' || value === 'no'
    : parent.type === 'choice' && parent.options.some((option) => option.value === value);

/** S4: what was signed stands. Other words need another version. */
export function legalTextFault(draft: Version, published: Version | null): PublishingFault | null {
  const changed =
    published !== null &&
    published.version === draft.version &&
    (published.text !== draft.text || published.kind !== draft.kind);
  return changed ? { code: 'same_version', params: { version: String(draft.version) } } : null;
}

interface ServiceDraft extends TimedService {
  fields: Question[];
  documents: Paper[];
  checklist: { key: string }[];
  studyQuestions: Question[];
}

/** What keeps a service from being offered: what is asked, what is checked, what is studied, and by when. */
export const serviceFault = (draft: ServiceDraft): PublishingFault | null =>
  formFault(draft.fields, draft.documents) ??
  paperFault(draft.documents) ??
  formFault(draft.studyQuestions, draft.checklist) ??
  timesFault(draft);

export const publishing: readonly PublishingRule[] = [
  {
    uid: serviceUid,
    populate: {
      documents: true,
      checklist: true,
      fields: { populate: ['options'] },
      studyQuestions: { populate: ['options'] },
    },
    unique: ['slug'],
    fault: (draft) => serviceFault(draft as unknown as ServiceDraft),
  },
  {
    uid: answerTemplateUid,
    unique: ['name'],
    fault: (draft) => answerFault(draft as unknown as Parameters<typeof answerFault>[0]),
  },
  { uid: legalTextUid, unique: ['kind', 'version'], fault: legalTextFault },
];
