import type { AppointmentChoices } from '../../../../contracts/appointments';
import { useCrm } from '../../app/api';
import type { Loaded } from '../../app/api';

/** Who receives people, and what the forms begin with. */
export const useChoices = (): Loaded<AppointmentChoices> =>
  useCrm<AppointmentChoices>('/appointments/choices');
