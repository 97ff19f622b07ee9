import type { AssignTo, Colleague } from '../../../../contracts/queue';
import { roles } from '../../../../contracts/vocabulary';
import { normaliseName } from '../../../../server/src/kernel/arabic.rules';

/** Those who can be given a request: oneself first, then who is there, whoever has least first; the absent last. */
export function assignable(people: readonly Colleague[], typed: string): Colleague[] {
  const wanted = normaliseName(typed);
  return people
    .filter(({ state, name }) => state !== 'gone' && normaliseName(name).includes(wanted))
    .sort(
      (a, b) =>
        Number(b.me) - Number(a.me) ||
        Number(a.state === 'away') - Number(b.state === 'away') ||
        a.open - b.open ||
        a.name.localeCompare(b.name, 'ar'),
    );
}

/** What was chosen, as the server takes it; null when nothing was. */
export function toOf(chosen: string): AssignTo | null {
  if (chosen === 'nobody') return { nobody: true };
  const [what, which = ''] = chosen.split(':');
  const team = roles.find((role) => role === which);
  if (what === 'team' && team) return { team };
  return what === 'person' && Number(which) > 0 ? { person: Number(which) } : null;
}
