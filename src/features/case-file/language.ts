import { fold } from '../../core/text/fold.js';
import type { Language } from '../../core/vocabulary.js';

/** Enough of a text to tell its language by. */
const SAMPLE = 20_000;
/** Chinese reports are full of English names and error texts, so a small share of the words is enough. */
const CHINESE_SHARE = 0.15;

/** Characters that traditional ones become when simplified. */
const simplified = new Set<string>();
{
  const all = Array.from({ length: 0xa000 - 0x4e00 }, (_, at) => String.fromCharCode(0x4e00 + at));
  for (const character of all) {
    const folded = fold(character);
    if (folded !== character) simplified.add(folded);
  }
}

const HAN = /\p{Script=Han}/u;

/** The language of a text: by its share of Chinese characters, and the script by those that differ between the two. */
export function detectLanguage(text: string): Language {
  const sample = text.slice(0, SAMPLE);
  if (!HAN.test(sample)) return 'en';
  const han = sample.match(/\p{Script=Han}/gu) ?? [];
  const latinWords = sample.match(/\p{Script=Latin}+/gu)?.length ?? 0;
  if (han.length / 2 < CHINESE_SHARE * (han.length / 2 + latinWords)) return 'en';
  let traditional = 0;
  let plain = 0;
  for (const character of han) {
    if (fold(character) !== character) traditional += 1;
    else if (simplified.has(character)) plain += 1;
  }
  return traditional > plain ? 'zh-Hant' : 'zh-Hans';
}

/** Names of languages as files give them, after the BCP 47 tags and the common words. */
const BY_NAME: readonly (readonly [RegExp, Language])[] = [
  [/^(?:zh[-_]?(?:hant|tw|hk|mo).*|繁体(?:中文)?|正体(?:中文)?|traditional chinese)$/u, 'zh-Hant'],
  [
    /^(?:zh(?:[-_]?(?:hans|cn|sg).*)?|中文|汉语|简体(?:中文)?|chinese|simplified chinese)$/u,
    'zh-Hans',
  ],
  [/^(?:en(?:[-_].*)?|english|英文|英语)$/u, 'en'],
];

/** The language that a key such as `lang: zh-TW` names; undefined for one that fupan does not speak. */
export function languageNamed(name: string): Language | undefined {
  const folded = fold(name.trim());
  return BY_NAME.find(([pattern]) => pattern.test(folded))?.[1];
}
