/** What is still to be said once some fields have changed: a mistake that is being put right is said no more. */
export const withoutErrorsOf = (
  errors: Record<string, string>,
  fields: readonly string[],
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(errors).filter(
      ([path]) => !fields.some((field) => path === field || path.startsWith(`${field}.`)),
    ),
  );
