import fc from 'fast-check';
import { visitSteps } from '../../../contracts/reception';
import type { VisitStep } from '../../../contracts/reception';
import { visitStates } from '../../../contracts/vocabulary';
import type { VisitState } from '../../../contracts/vocabulary';
import { afterStep, stepsFrom } from './visits.rules';

describe('a visit', () => {
  it.each<[VisitState, VisitStep[]]>([
    ['arrived', ['start', 'served', 'left']],
    ['being_served', ['served', 'left']],
    ['served', ['start']],
    ['left', ['start']],
  ])('%s leads to %j', (state, steps) => {
    expect(stepsFrom(state)).toEqual(steps);
  });

  it('is served by whoever starts, and ends as it is said', () => {
    expect(afterStep('arrived', 'start')).toBe('being_served');
    expect(afterStep('being_served', 'served')).toBe('served');
    expect(afterStep('being_served', 'left')).toBe('left');
    expect(afterStep('served', 'served')).toBeNull();
  });

  it('has a way to being served from wherever it stands: nobody is turned away for a wrong click', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...visitSteps)), (steps) => {
        const end = steps.reduce<VisitState>(
          (state, step) => afterStep(state, step) ?? state,
          'arrived',
        );
        expect(visitStates).toContain(end);
        expect(end === 'being_served' || afterStep(end, 'start') === 'being_served').toBe(true);
      }),
    );
  });
});
