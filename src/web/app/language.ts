import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

import type { Language } from '../gql/documents.js';
import type { Texts } from '../locales/texts.js';

/** Tags of the languages that the client speaks, each with what the API calls it. */
export const LANGUAGES = {
  en: 'EN',
  'zh-Hant': 'ZH_HANT',
  'zh-Hans': 'ZH_HANS',
} as const satisfies Record<string, Language>;

export type LanguageTag = keyof typeof LANGUAGES;

const isTag = (tag: string): tag is LanguageTag => tag in LANGUAGES;

/** The tag, for `lang`, of what the API names a language. */
export const tagOf = (language: Language): LanguageTag =>
  language === 'EN' ? 'en' : language === 'ZH_HANT' ? 'zh-Hant' : 'zh-Hans';

const LOADERS: Record<LanguageTag, () => Promise<{ readonly texts: Texts }>> = {
  en: () => import('../locales/en/texts.js'),
  'zh-Hant': () => import('../locales/zh-Hant/texts.js'),
  'zh-Hans': () => import('../locales/zh-Hans/texts.js'),
};

/** The language that the server chose for this reader: it is that of the page. */
export function pageLanguage(): LanguageTag {
  const { lang } = document.documentElement;
  return isTag(lang) ? lang : 'en';
}

/** Makes the texts of the page's language ready. */
export async function loadTexts(): Promise<void> {
  const tag = pageLanguage();
  const { texts } = await LOADERS[tag]();
  await i18next.use(initReactI18next).init({
    lng: tag,
    fallbackLng: false,
    resources: { [tag]: texts },
    defaultNS: 'frame',
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
}
