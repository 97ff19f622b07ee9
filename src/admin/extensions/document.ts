const rightToLeft = new Set(['ar', 'he', 'fa', 'ur']);
const names: Record<string, string> = { ar: 'علاقات المستفيدين', en: 'Beneficiary relations' };

/** Where Strapi keeps the language of the panel. */
const languageKey = 'strapi-admin-language';

/** Whoever has not chosen a language reads Arabic; a choice, here or in the profile, stands. */
export function preferArabic(storage: Storage): void {
  if (storage.getItem(languageKey) === null) storage.setItem(languageKey, 'ar');
}

/** Strapi sets the language of the document but never its direction: this keeps the two together. */
export function followLanguage(root: HTMLElement): void {
  const turn = () => {
    const language = root.lang.split('-')[0] ?? '';
    root.dir = rightToLeft.has(language) ? 'rtl' : 'ltr';
  };
  turn();
  new MutationObserver(turn).observe(root, { attributes: true, attributeFilter: ['lang'] });
}

/** The title of a page ends with the product's name where Strapi puts its own. */
export function nameTheDocument(page: Document): void {
  const rename = () => {
    const name = names[page.documentElement.lang.split('-')[0] ?? ''] ?? names.ar ?? '';
    const renamed = page.title.replace(/(^|\| )Strapi( Admin)?$/, `$1${name}`);
    // Set only when it differs: setting it is a change that would call this again.
    if (renamed !== page.title) page.title = renamed;
  };
  rename();
  new MutationObserver(rename).observe(page.head, {
    childList: true,
    subtree: true,
    characterData: true,
  });
}
