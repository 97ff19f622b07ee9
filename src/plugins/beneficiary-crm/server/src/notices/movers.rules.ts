import type { RequestKind, RequestStatus } from '../../../contracts/vocabulary';
import type { Permission } from '../policy/roles.policy';
import { permissions } from '../policy/roles.policy';
import { transitions } from '../policy/transitions.policy';

/** Whose work a step is when nobody has the request: who may take a main step out of it, else who checks. */
export function movers(kind: RequestKind, status: RequestStatus): Permission[] {
  const named = transitions
    .filter((row) => row.primary && row.kinds.includes(kind) && row.from.includes(status))
    .flatMap((row) => row.who);
  const held = permissions.filter((permission) => named.includes(permission));
  return held.length > 0 ? held : ['requests.check'];
}
