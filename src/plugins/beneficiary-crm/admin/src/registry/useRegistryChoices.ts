import type { RegistryChoices } from '../../../contracts/registry';
import { useCrm } from '../app/api';

/** What the registry's forms and filters offer; null until known, or when it cannot be known. */
export const useRegistryChoices = (): RegistryChoices | null =>
  useCrm<RegistryChoices>('/registry/choices').data;

/** A branch by its name; one that is no longer published keeps its slug. Nothing until the names are known. */
export function branchName(choices: RegistryChoices | null, slug: string | null): string {
  if (choices === null || slug === null) return '';
  return choices.branches.find((branch) => branch.slug === slug)?.name ?? slug;
}
