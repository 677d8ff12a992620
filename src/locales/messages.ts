import type { ErrorParams, FupanError } from '../core/errors.js';
import type { Language } from '../core/vocabulary.js';
import { en, type MessageKey } from './en.js';
import { zhHans } from './zh-Hans.js';
import { zhHant } from './zh-Hant.js';

export const MESSAGES: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = {
  en,
  'zh-Hant': zhHant,
  'zh-Hans': zhHans,
};

/** The sentence for a person, in their language. */
export function messageOf(error: FupanError, locale: Language): string {
  const key = error.messageKey in en ? (error.messageKey as MessageKey) : error.code;
  return fill(MESSAGES[locale][key], error.params);
}

/** Puts the values into the placeholders of a text; one without a value stays as it is. */
export function fill(template: string, params: ErrorParams): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** The language that a browser asks for; English where it asks for one that is not there. */
export function localeFromHeader(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';');
      const quality = Number(/q=([\d.]+)/.exec(rest.join(';'))?.[1] ?? 1);
      return { tag: tag.toLowerCase(), quality };
    })
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    if (/^zh-(hant|tw|hk|mo)\b/.test(tag)) return 'zh-Hant';
    if (/^zh\b/.test(tag)) return 'zh-Hans';
    if (/^en\b/.test(tag)) return 'en';
  }
  return 'en';
}
