import fc from 'fast-check';
import { questionAudiences } from '../../../contracts/vocabulary';
import type { Role } from '../../../contracts/vocabulary';
import { rolePolicies } from '../policy/roles.policy';
import {
  audiencesOf,
  holdsPersonalNumber,
  mayAnswer,
  maySee,
  namesSomebody,
  questionState,
  seesAsker,
} from './questions.rules';

const holder = (role: Role) => ({ permissions: new Set(rolePolicies[role].permissions) });
const at = new Date('2026-04-01T09:00:00Z');

describe('a question that the desk could not answer', () => {
  it('is open, then answered, and done only when the visitor was told', () => {
    expect(questionState({ answeredAt: null, toldAt: null })).toBe('open');
    expect(questionState({ answeredAt: at, toldAt: null })).toBe('answered');
    expect(questionState({ answeredAt: at, toldAt: at })).toBe('told');
  });

  it.each([
    ['content_editor', ['editors'], ['editors'], []],
    ['researcher', ['researcher'], ['researcher'], ['researcher']],
    ['relations_officer', [], ['editors', 'researcher'], ['editors', 'researcher']],
    ['delegate', [], ['editors', 'researcher'], ['editors', 'researcher']],
    ['committee_member', [], [], []],
  ] as const)('%s answers %j, sees %j and the asker of %j', (role, answers, sees, askers) => {
    const staff = holder(role);
    expect(audiencesOf(staff)).toEqual(answers);
    expect(questionAudiences.filter((one) => mayAnswer(one, staff))).toEqual(answers);
    expect(questionAudiences.filter((one) => maySee(one, staff))).toEqual(sees);
    expect(questionAudiences.filter((one) => seesAsker(one, staff))).toEqual(askers);
  });
});

describe('a number of a person in a question', () => {
  it.each([
    'جوالي 0551234567 فمتى تردون؟',
    'هويتي ١٠٠٠٠٠٠٠٠٨',
    'رقمي 055 123 4567',
    'my file is 055-123-4567',
    'SA0380000000608010167519',
  ])('is found in %s', (text) => {
    expect(holdsPersonalNumber(text)).toBe(true);
  });

  it.each([
    'هل تصرف السلة الغذائية في رمضان 1447؟',
    'كم الدخل الذي لا يُقبل بعده الطلب: 4500 أم 12000 ريال؟',
    'من 1/9/2026 إلى 30/9/2026',
    'هل تُقبل أسرة من 6 أفراد و3 أيتام؟',
  ])('is not found in %s', (text) => {
    expect(holdsPersonalNumber(text)).toBe(false);
  });

  it('is found wherever seven digits stand together, in whichever digits', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.stringMatching(/^[0-9٠-٩]{7,12}$/),
        fc.string(),
        (before, number, after) => {
          expect(holdsPersonalNumber(`${before}${number}${after}`)).toBe(true);
        },
      ),
    );
  });
});

describe('a name in a question', () => {
  const name = 'أم خالد بنت عبد الله الزهراني';

  it.each([
    'تسأل الزهراني عن الأثاث',
    'هل يُقبل خالد في الحلقة؟',
    'سألت أم عبدالله عن السلة',
    'هل لعبد الله نصيب؟ عبد الله نفسه يسأل',
  ])('is found in %s', (text) => {
    expect(namesSomebody(text, name)).toBe(true);
  });

  it.each(['هل تقبلون أثاثًا مستعملًا؟', 'هل يُشترط حضور بنت اليتيم أو أم اليتيم؟', ''])(
    'is not found in %s',
    (text) => {
      expect(namesSomebody(text, name)).toBe(false);
    },
  );
});
