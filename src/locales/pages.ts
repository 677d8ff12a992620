import type { ErrorParams } from '../core/errors.js';
import type { Language } from '../core/vocabulary.js';
import { fill } from './messages.js';
import { pagesEn, type PageTextKey } from './pages.en.js';
import { pagesZhHans } from './pages.zh-Hans.js';
import { pagesZhHant } from './pages.zh-Hant.js';

export const PAGE_TEXTS: Readonly<Record<Language, Readonly<Record<PageTextKey, string>>>> = {
  en: pagesEn,
  'zh-Hant': pagesZhHant,
  'zh-Hans': pagesZhHans,
};

/** What each language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  'zh-Hant': '繁體中文',
  'zh-Hans': '简体中文',
};

/** What a page says, in the language of whoever reads it. */
export type PageText = (key: PageTextKey, params?: ErrorParams) => string;

/** The texts of pages in one language. */
export const pageText =
  (locale: Language): PageText =>
  (key, params = {}) =>
    fill(PAGE_TEXTS[locale][key], params);
