import type { Relationship, Sex } from '../../../../contracts/vocabulary';
import { femaleNames, maleNames } from './names';
import { pick, seededRandom, withCheckDigit } from './people';
import type { DemoCategory, DemoPerson } from './people';

/** The people who live with an invented beneficiary. */
export interface FamilyMember {
  name: string;
  sex: Sex;
  birthYear: number;
  relationship: Exclude<Relationship, 'head'>;
  dependant: boolean;
  /** checksum-valid; null: the family has not shown the document yet */
  idNumber: string | null;
}

/** Whom the association serves, by what it knows of the person. */
export const categoriesOf: Readonly<Record<DemoCategory, readonly string[]>> = {
  family: ['needy-families'],
  orphan_family: ['orphans', 'needy-families'],
  student: ['circle-students'],
  teacher: ['teachers'],
  elderly: ['needy-families'],
  disability: ['needy-families'],
  learner: ['circle-students'],
};

export const districts = ['حي السلام', 'حي الفيصلية', 'حي الروضة', 'حي النسيم', 'الحي القديم'];

/** Numbers of members start above those of the applicants. */
const firstSerial = 50_000;
const mostMembers = 4;

const headsFamily: ReadonlySet<DemoCategory> = new Set(['family', 'orphan_family', 'teacher']);

/** The family of a person, the same for the same person; empty for who lives alone. */
export function familyOf(person: DemoPerson): FamilyMember[] {
  if (!headsFamily.has(person.category) || person.familySize < 3) return [];
  const random = seededRandom(person.index * 7919);
  const widow = person.gender === 'female';
  const taken = new Set<string>();
  const given = (names: readonly string[]): string => {
    let name = pick(random, names);
    while (taken.has(name)) name = pick(random, names);
    taken.add(name);
    return name;
  };
  const { name } = person;
  // Children bear the father's name: the head's, or that of the husband whom the widow lost.
  const father = widow ? given(maleNames) : name.given;
  const grandfather = widow ? given(maleNames) : name.father;
  const members: FamilyMember[] = [];
  const add = (member: Omit<FamilyMember, 'idNumber'>) => {
    const serial = String(firstSerial + person.index * 5 + members.length).padStart(8, '0');
    const shown = random() < 0.6;
    members.push({ ...member, idNumber: shown ? withCheckDigit(`1${serial}`) : null });
  };
  if (!widow)
    add({
      name: `${given(femaleNames)} بنت ${given(maleNames)} ${name.family}`,
      sex: 'female',
      birthYear: person.birthYear + 4,
      relationship: 'spouse',
      dependant: false,
    });
  const children = Math.min(person.familySize - 1, mostMembers) - members.length;
  for (let child = 0; child < children; child += 1) {
    const girl = random() < 0.5;
    add({
      name: `${given(girl ? femaleNames : maleNames)} ${girl ? 'بنت' : 'بن'} ${father} بن ${grandfather} ${name.family}`,
      sex: girl ? 'female' : 'male',
      birthYear: Math.min(2024, Math.max(2007, person.birthYear + 24 + child * 2)),
      relationship: girl ? 'daughter' : 'son',
      dependant: true,
    });
  }
  return members;
}

/** An uncle who is the guardian of orphans. */
export const guardianOf = (person: DemoPerson): string =>
  `${maleNames[person.index % maleNames.length] ?? ''} بن ${person.name.grandfather} ${person.name.family}`;
