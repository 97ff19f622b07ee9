/** Texts with places to fill and with plural forms. Pure: no language of its own. */

export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
export type Text = string | Plural;
export type Params = Record<string, string | number>;

/** The form of `text` for the count `n`, in the language `tag`. */
export function pluralForm(text: Text, n: number, tag: string): string {
  if (typeof text === 'string') return text;
  return text[new Intl.PluralRules(tag).select(n)] ?? text.other;
}

/** Cuts `a {b} c` into `['a ', {place: 'b'}, ' c']`. */
export function pieces(text: string): (string | { place: string })[] {
  return text
    .split(/(\{\w+\})/)
    .filter((part) => part !== '')
    .map((part) => (/^\{\w+\}$/.test(part) ? { place: part.slice(1, -1) } : part));
}

export function fill(text: string, params: Params): string {
  return pieces(text)
    .map((part) => (typeof part === 'string' ? part : String(params[part.place] ?? '')))
    .join('');
}
