import fc from 'fast-check';
import type { MergeField } from '../../../contracts/duplicates';
import { mayMerge, membersOf, restoreFields, rootOf, takeFields } from './merge.rules';
import type { Taken, Values } from './merge.rules';

/** The registry as the rules see it: pointers, the values of files, and the merges that stand in their order. */
interface Model {
  into: Map<string, string | null>;
  values: Map<string, Values>;
  merges: { id: string; kept: string; gone: string; taken: Taken }[];
}

const ids = ['a', 'b', 'c', 'd', 'e'];
const row = (id: string): Values => ({ name: `name of ${id}`, sex: null, city: `city of ${id}` });
const start = (): Model => ({
  into: new Map(ids.map((id) => [id, null])),
  values: new Map(ids.map((id) => [id, row(id)])),
  merges: [],
});
const valuesIn = (model: Model, id: string): Values => model.values.get(id) ?? {};

function merge(model: Model, kept: string, gone: string, take: readonly MergeField[], id: string) {
  if (mayMerge(model.into, kept, gone) !== null) return;
  const taken = takeFields(take, valuesIn(model, kept), valuesIn(model, gone));
  model.into.set(gone, kept);
  for (const { after } of Object.values(taken))
    model.values.set(kept, { ...valuesIn(model, kept), ...after });
  model.merges.push({ id, kept, gone, taken });
}

function undo(model: Model, at: number): MergeField[] {
  const found = model.merges[at % Math.max(model.merges.length, 1)];
  if (!found) return [];
  const later = model.merges
    .slice(model.merges.indexOf(found) + 1)
    .filter(({ kept }) => kept === found.kept);
  const restored = restoreFields(
    found.taken,
    valuesIn(model, found.kept),
    later.map(({ id, taken }) => ({ merge: id, taken })),
  );
  model.values.set(found.kept, { ...valuesIn(model, found.kept), ...restored.columns });
  model.into.set(found.gone, null);
  model.merges = model.merges
    .filter((one) => one !== found)
    .map((one) => {
      const corrected = restored.later.find(({ merge: id }) => id === one.id);
      return corrected ? { ...one, taken: corrected.taken } : one;
    });
  return restored.left;
}

type Step = { kept: string; gone: string; take: MergeField[] } | { undo: number };
const fields: MergeField[] = ['name', 'city'];
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kept: fc.constantFrom(...ids),
    gone: fc.constantFrom(...ids),
    take: fc.subarray(fields),
  }),
  fc.record({ undo: fc.nat(9) }),
);
function take(model: Model, one: Step, at: number) {
  if ('undo' in one) return undo(model, one.undo);
  merge(model, one.kept, one.gone, one.take, String(at));
  return [];
}

describe('after any sequence of merges and undos', () => {
  it('every file hangs on exactly one root, and a root speaks for itself', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const model = start();
        steps.forEach((one, at) => {
          take(model, one, at);
          const roots = ids.filter((id) => rootOf(model.into, id) === id);
          const reached = roots.flatMap((root) => membersOf(model.into, root));
          expect([...reached].sort()).toEqual(ids);
          for (const root of roots)
            for (const member of membersOf(model.into, root))
              expect(rootOf(model.into, member)).toBe(root);
        });
      }),
    );
  });

  it('undoing what is left, in whatever order, gives back what was before', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 20 }),
        fc.array(fc.nat(9), { minLength: 20, maxLength: 20 }),
        (steps, order) => {
          const model = start();
          steps.forEach((one, at) => expect(take(model, one, at)).toEqual([]));
          order.forEach((at) => expect(undo(model, at)).toEqual([]));
          expect(model).toEqual(start());
        },
      ),
    );
  });
});

describe('a merge', () => {
  it('of a file into itself, into what went into it, or of one that has gone is refused', () => {
    const forest = new Map([
      ['a', null],
      ['b', 'a'],
      ['c', null],
    ]);
    expect(mayMerge(forest, 'a', 'a')).toBe('itself');
    expect(mayMerge(forest, 'b', 'a')).toBe('itself');
    expect(mayMerge(forest, 'c', 'b')).toBe('gone_already');
    expect(mayMerge(forest, 'b', 'c')).toBe('kept_is_gone');
    expect(mayMerge(forest, 'a', 'c')).toBeNull();
  });

  it('leaves standing what somebody changed since, and says so', () => {
    const taken = takeFields(['name', 'city'], row('a'), row('b'));
    const later = { ...row('b'), name: 'a new name' };
    expect(restoreFields(taken, later, [])).toEqual({
      columns: { city: 'city of a' },
      left: ['name'],
      later: [],
    });
  });

  it('takes nothing that is the same on both sides', () => {
    expect(takeFields(['sex'], row('a'), row('b'))).toEqual({});
  });
});
