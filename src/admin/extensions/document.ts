const rightToLeft = new Set(['ar', 'he', 'fa', 'ur']);
const names: Record<string, string> = { ar: 'علاقات المستفيدين', en: 'Beneficiary relations' };

/** Where Strapi keeps the language of the panel. */
const languageKey = 'strapi-admin-language';

/** Whoever has not chosen a language reads Arabic; a choice, here or in the profile, stands. */
export function preferArabic(storage: Storage): void {
  if (storage.getItem(languageKey) === null) storage.setItem(languageKey, 'ar');
}

/** What Strapi announces about itself says nothing to the people who work in this panel. */
export function dismissAnnouncements(storage: Storage): void {
  // Strapi's key ends with the project's uuid; this project has none, and Strapi then writes `false`.
  storage.setItem('STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:false', 'true');
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

/**
 * What Strapi wrote for one direction only. Scroll areas, menus, choices and tabs of the design system say
 * `dir="ltr"` of themselves and turn what is inside around: it follows the document again. Cells of tables
 * begin where their heads do. The link that skips to the content waits a whole page to the left, where a page
 * in Arabic could be scrolled to: it waits to the right.
 */
const corrections = `
  [dir='rtl'] [data-radix-scroll-area-viewport],
  [dir='rtl'] [data-radix-popper-content-wrapper] > *,
  [dir='rtl'] [role='combobox'][dir='ltr'],
  [dir='rtl'] [data-orientation][dir='ltr'] { direction: rtl; }
  [dir='rtl'] :is(th, td) { text-align: start; }
  [dir='rtl'] a[href='#main-content']:not(:focus) { left: auto; right: -100%; }
`;

export function correctDirection(page: Document): void {
  const style = page.createElement('style');
  style.textContent = corrections;
  page.head.append(style);
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
