import type { QuestionState } from '../../../contracts/reception';
import { questionAudiences } from '../../../contracts/vocabulary';
import type { QuestionAudience } from '../../../contracts/vocabulary';
import type { Permission } from '../policy/roles.policy';
import { joinedNameKey, normaliseName, toWesternDigits } from '../kernel/arabic.rules';

/** The loop of a question that the desk could not answer: asked, answered, told to the visitor (O3, S3). */

interface Times {
  answeredAt: Date | null;
  toldAt: Date | null;
}

export function questionState({ answeredAt, toldAt }: Times): QuestionState {
  if (answeredAt === null) return 'open';
  return toldAt === null ? 'answered' : 'told';
}

const answers: Readonly<Record<QuestionAudience, Permission>> = {
  editors: 'content.answer',
  researcher: 'research.study',
};

interface Holds {
  permissions: ReadonlySet<Permission>;
}

/** Who answers what: the editors what the website should say, the researcher an unclear procedure (S3). */
export const mayAnswer = (audience: QuestionAudience, { permissions }: Holds): boolean =>
  permissions.has(answers[audience]);

/** The audiences to which this person belongs. */
export const audiencesOf = (staff: Holds): QuestionAudience[] =>
  questionAudiences.filter((audience) => mayAnswer(audience, staff));

/** The desk sees what it asked; each audience sees what it is asked. */
export const maySee = (audience: QuestionAudience, staff: Holds): boolean =>
  staff.permissions.has('reception.serve') || mayAnswer(audience, staff);

/** For whom it was asked is known to the desk and to the researcher, never to the editors. */
export const seesAsker = (audience: QuestionAudience, { permissions }: Holds): boolean =>
  permissions.has('reception.serve') ||
  (audience === 'researcher' && permissions.has('research.study'));

/**
 * Whether a number of a person (mobile, ID, file, IBAN) seems to stand in a text: seven digits or more, with what
 * people put between them. A year, a price or an article of a bylaw has fewer.
 */
export const holdsPersonalNumber = (text: string): boolean =>
  /\d(?:[\s\p{Pd}.]?\d){6,}/u.test(toWesternDigits(text));

/** Words in a name that name nobody by themselves, in normalised spelling. */
const betweenNames: ReadonlySet<string> = new Set(['بن', 'بنت', 'ابن', 'ابو', 'عبد', 'الله']);

/** The words of a text in one spelling, عبد الله both as two words and as one. */
const wordsOf = (text: string): Set<string> =>
  new Set([normaliseName(text), joinedNameKey(text)].flatMap((one) => one.split(/[^\p{L}]+/u)));

/** Whether a part of a person's name, of three letters or more, stands as a word in a text; in any spelling. */
export function namesSomebody(text: string, name: string): boolean {
  const words = wordsOf(text);
  return [...wordsOf(name)].some(
    (part) => part.length > 2 && !betweenNames.has(part) && words.has(part),
  );
}
