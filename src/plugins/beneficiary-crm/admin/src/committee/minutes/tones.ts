import type { MinutesState } from '../../../../contracts/sessions';
import type { Tone } from '../../ui/tones';

export const minutesTones: Record<MinutesState, Tone> = {
  draft: 'neutral',
  signing: 'warning',
  signed: 'success',
};
