/** Keeps what runs another way together in the sentence around it. */
const isolate = (text: string) => `\u2068${text}\u2069`;

/** Puts values into the gaps of a letter's sentence; a gap without a value stays as it is. */
export const fillGaps = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (gap, name: string) => {
    const value = values[name];
    return value === undefined ? gap : isolate(value);
  });

/** A reference that does not end one line and begin the next. */
export const unbroken = (reference: string): string => reference.replaceAll('-', '\u2011');
