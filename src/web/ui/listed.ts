/** Names one after another, as a language separates them. Browsers join Chinese lists of facts without a comma. */
export const listed = (names: readonly string[], language: string): string =>
  names.join(language === 'en' ? ', ' : '、');
