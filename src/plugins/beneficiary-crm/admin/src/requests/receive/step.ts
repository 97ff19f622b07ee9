import type { FormDefinition } from '../../../../contracts/website';
import type { Draft } from './draft';

/** What every step of the form is given. */
export interface StepProps {
  definition: FormDefinition;
  draft: Draft;
  change: (part: Partial<Draft> | ((before: Draft) => Partial<Draft>)) => void;
  /** the sentence for what is wrong with a field, by its path */
  errorAt: (path: string) => string | undefined;
}
