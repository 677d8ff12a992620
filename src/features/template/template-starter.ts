import mustache from 'mustache';

import { MILESTONES, type Milestone, type Severity } from '../../core/vocabulary.js';

/** What a starter text may name in `{{…}}`. */
export const STARTER_VARIABLES = [
  'title',
  'incident',
  'key',
  'severity',
  'services',
  'today',
  ...MILESTONES,
] as const;

/** What a case begins with, as far as a starter text may name it; null or empty where it is not known. */
export type StarterFacts = Readonly<Record<Milestone, Date | null>> & {
  /** The title of the case. */
  readonly title: string;
  /** The title and the key of its first incident. */
  readonly incident: string | null;
  readonly key: string | null;
  readonly severity: Severity | null;
  readonly services: readonly string[];
  readonly today: Date;
};

/** Stands for what is not known, and is a placeholder to the check of completeness. */
const UNKNOWN = '…';

type Tag = readonly [type: string, name: string, start: number, end: number];

/** A fault in a text, with how many line feeds stand before it. */
interface StarterFault {
  readonly linesBefore: number;
  readonly message: string;
}

/** Every `{{…}}` of a starter text that is broken, or that names what is not there. */
export function faultsOfStarter(starter: string): StarterFault[] {
  const before = (offset: number): number => (starter.slice(0, offset).match(/\n/g) ?? []).length;
  let tags: readonly Tag[];
  try {
    tags = mustache.parse(starter) as readonly Tag[];
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, what = message, offset = '0'] = /^(.*) at (\d+)$/s.exec(message) ?? [];
    const fault = `${what.charAt(0).toLowerCase()}${what.slice(1)}; correct it`;
    return [{ linesBefore: before(Number(offset)), message: fault }];
  }
  return tags.flatMap(([type, name, start]) => {
    if (type === 'text' || type === '!') return [];
    if (type === 'name' && isVariable(name)) return [];
    const message =
      type === 'name'
        ? `there is no {{${name}}}; there are ${STARTER_VARIABLES.join(', ')}`
        : 'only {{name}} is known in a starter text';
    return [{ linesBefore: before(start), message }];
  });
}

const isVariable = (name: string): boolean =>
  (STARTER_VARIABLES as readonly string[]).includes(name);

/** A starter text with everything filled in, as plain words in Markdown. */
export function fillStarter(starter: string, facts: StarterFacts): string {
  const { title, incident, key, severity, services, today } = facts;
  const times = MILESTONES.map((name) => [name, timeOf(facts[name])] as const);
  const view = {
    ...{ title, incident, key, severity, services: services.join(', ') },
    today: today.toISOString().slice(0, 10),
    ...Object.fromEntries(times),
  };
  const known = Object.entries(view).map(([name, value]) => [name, value || UNKNOWN]);
  return mustache.render(starter, Object.fromEntries(known), {}, { escape: inMarkdown });
}

const timeOf = (at: Date | null): string | null =>
  at && `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** So that no character of a title is taken for Markdown or ends the cell of a table. */
function inMarkdown(words: string): string {
  return words.replace(/[\\`*[\]<>|]|(?<!\w)_|_(?!\w)/gu, String.raw`\$&`);
}

const spaced = (line: string): string => line.trim().replace(/\s+/gu, ' ');
const TAG = /\{\{\{?[^{}]*\}?\}\}/u;
const TAGS = new RegExp(TAG, 'gu');

/** What of a text was not there when it began: it without the lines of its starter text, whatever was filled in. */
export function withoutStarter(starter: string, body: string): string {
  const patterns = starter
    .split('\n')
    .map(spaced)
    // A line that is hardly more than a variable would stand for any text.
    .filter((line) => !TAG.test(line) || /[\p{L}\p{N}]/u.test(line.replace(TAGS, '')))
    .map((line) => {
      const parts = line.split(TAGS).map((part) => part.replace(/[$()*+.?[\\\]^{|}]/gu, '\\$&'));
      return new RegExp(`^${parts.join('.{0,1000}')}$`, 'u');
    });
  return body
    .split('\n')
    .filter((line) => !patterns.some((pattern) => pattern.test(spaced(line))))
    .join('\n');
}
