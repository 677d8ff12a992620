import { fold } from '../../core/text/fold.js';
import type { Language } from '../../core/vocabulary.js';
import { CASE_KEYS } from './case-document.js';
import { applyFact, readInstant, type CaseDraft } from './case-draft.js';
import { CaseFileError } from './case-file.error.js';
import { fieldNamed, isMilestone, type Field } from './front-matter-fields.js';
import type { JsonValue, YamlSource } from './yaml-source.js';

/**
 * Takes front matter in other people's words into a draft, by the names of its keys. What has no
 * meaning here is kept as `extra`, untouched.
 *
 * @throws CaseFileError for a key that must be a date and cannot be read as one
 */
export function readFrontMatter(draft: CaseDraft, front: YamlSource, language: Language): void {
  const entries = Object.entries(front.value).map(([key, value]) => ({
    key,
    value,
    field: fieldNamed(key),
  }));
  // The zone first: it says what the times mean.
  for (const { key, value, field } of entries.toSorted((a, b) => rank(a.field) - rank(b.field))) {
    const texts = field && textsOf(value, front.rawOf(key));
    if (field && texts) {
      if (texts.every((text) => text.trim() === '')) continue;
      requireDate(draft, key, field, texts, front, language);
      if (applyFact(draft, field, Array.isArray(value) ? texts : texts.join(''), language))
        continue;
    }
    keep(draft, key, value);
  }
}

function rank(field: Field | undefined): number {
  return field === 'zone' ? 0 : 1;
}

function keep(draft: CaseDraft, key: string, value: JsonValue): void {
  let name = key;
  while (CASE_KEYS.has(name) || Object.hasOwn(draft.extra, name)) name = `source_${name}`;
  if (name !== key) {
    draft.notes.push(
      `The front-matter key \`${key}\` could not be understood; it is kept as \`${name}\`.`,
    );
  }
  draft.extra[name] = value;
}

/** The texts of a value as they are written; undefined for what is no text and no list of texts. */
function textsOf(value: JsonValue, raw: string | undefined): string[] | undefined {
  if (value === null) return [];
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) {
    const texts = value.map((entry) =>
      typeof entry === 'string' || typeof entry === 'number' ? String(entry) : undefined,
    );
    return texts.every((text) => text !== undefined) ? texts : undefined;
  }
  return typeof value === 'object' ? undefined : [raw ?? String(value)];
}

/** Keys that speak of a time by their name; `resolved: yes` does not. */
const SAYS_TIME = /(?:time|at|date|start|end|时间|日期)$/u;

function requireDate(
  draft: CaseDraft,
  key: string,
  field: Field,
  texts: readonly string[],
  front: YamlSource,
  language: Language,
): void {
  const dated =
    isMilestone(field) || field === 'publishedAt' || field === 'fetchedAt' || field === 'date';
  if (!dated || !SAYS_TIME.test(fold(key))) return;
  const [text = ''] = texts;
  if (texts.length === 1 && readInstant(draft, text.trim(), language)) return;
  throw new CaseFileError(
    `\`${key}: ${text.slice(0, 60)}\` cannot be read as a date; write it as 2024-03-11T14:05:00Z or 2024-03-11, or remove it`,
    front.lineOf([key]),
  );
}
