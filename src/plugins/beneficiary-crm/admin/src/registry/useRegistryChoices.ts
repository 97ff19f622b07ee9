import type { RegistryChoices } from '../../../contracts/registry';
import { useCrm } from '../app/api';

/** What the registry's forms and filters offer; null until known, or when it cannot be known. */
export const useRegistryChoices = (): RegistryChoices | null =>
  useCrm<RegistryChoices>('/registry/choices').data;
