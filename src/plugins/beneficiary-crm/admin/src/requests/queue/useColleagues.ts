import type { Colleagues } from '../../../../contracts/queue';
import { useCrm } from '../../app/api';
import type { Loaded } from '../../app/api';

/** Who can be given a request, and who still holds some and cannot work. */
export const useColleagues = (): Loaded<Colleagues> => useCrm<Colleagues>('/queue/colleagues');
