/** The values of a closed list, as a `check (… in (…))` wants them. */
export const oneOf = (values: readonly string[]): string =>
  values.map((value) => `'${value}'`).join(', ');
