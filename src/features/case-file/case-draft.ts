import type { z } from 'zod';

import { LIMITS } from '../../core/limits.js';
import type {
  IncidentKind,
  Language,
  Milestone,
  PostmortemStatus,
  Severity,
  Visibility,
} from '../../core/vocabulary.js';
import {
  personRefSchema,
  type CaseDocumentInput,
  type PersonRef,
  type caseDocumentSchema,
} from './case-document.js';
import { isMilestone, type Field } from './front-matter-fields.js';
import { languageNamed } from './language.js';
import {
  momentAt,
  resolve,
  wholeMoment,
  type WrittenDay,
  type WrittenMoment,
} from './prose-time.js';
import { assumedZone, zoneNamed } from './prose-zone.js';
import {
  caseStatusNamed,
  incidentKindNamed,
  severityNamed,
  visibilityNamed,
  type Named,
} from './word-tables.js';
import type { JsonObject } from './yaml-source.js';

type Input = z.input<typeof caseDocumentSchema>;
type ListOf<Key extends keyof Input> = NonNullable<Input[Key]>;

/** What a foreign file has told so far. */
export interface CaseDraft {
  title?: string;
  status?: PostmortemStatus;
  visibility?: Visibility;
  language?: Language;
  summary?: string;
  kind?: IncidentKind;
  severity?: Severity;
  /** The day of the document; times without a day are on it. */
  day?: (WrittenDay & { year: number }) | undefined;
  /** The day of the first milestone that was read, as it is written. */
  milestoneDay?: (WrittenDay & { year: number }) | undefined;
  /** The zone that a milestone was written in; times that say none are likely from there. */
  milestoneZone?: string | undefined;
  zone?: string | undefined;
  milestones: Partial<Record<Milestone, string>>;
  tags: string[];
  authors: PersonRef[];
  reviewers: PersonRef[];
  services: string[];
  references: { source: string; externalId?: string; url?: string }[];
  source: NonNullable<CaseDocumentInput['source']>;
  timeline: ListOf<'timeline'>;
  factors: ListOf<'factors'>;
  findings: ListOf<'findings'>;
  actions: ListOf<'actions'>;
  /** The prose that stays, with the line of the file on which each part begins. */
  sections: { heading: string; body: string; line: number }[];
  extra: JsonObject;
  notes: string[];
}

export function emptyDraft(): CaseDraft {
  return {
    milestones: {},
    tags: [],
    authors: [],
    reviewers: [],
    services: [],
    references: [],
    source: {},
    timeline: [],
    factors: [],
    findings: [],
    actions: [],
    sections: [],
    extra: {},
    notes: [],
  };
}

/**
 * Puts one fact into a draft.
 *
 * @param value one text, in which commas part names, or the entries of a list as they stand
 * @returns whether the draft now says all that the values say; if not, they have to be kept elsewhere too
 */
export function applyFact(
  draft: CaseDraft,
  field: Field,
  value: string | readonly string[],
  language: Language,
): boolean {
  const texts = (typeof value === 'string' ? [value] : value)
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const [first] = texts;
  if (first === undefined) return true;
  const names = () => (typeof value === 'string' ? splitNames(value) : texts);
  switch (field) {
    case 'tags':
    case 'categories':
    case 'services':
      return addNames(draft, field, names());
    case 'authors':
    case 'reviewers':
      return addPeople(draft[field], names());
    default:
      return texts.length === 1 && applyOne(draft, field, first, language);
  }
}

type SingleField = Exclude<Field, 'tags' | 'categories' | 'services' | 'authors' | 'reviewers'>;

function applyOne(draft: CaseDraft, field: SingleField, text: string, language: Language): boolean {
  if (isMilestone(field)) return applyInstant(draft, draft.milestones, field, text, language);
  switch (field) {
    case 'publishedAt':
    case 'fetchedAt':
      return applyInstant(draft, draft.source, field, text, language);
    case 'date':
      applyDay(draft, text, language);
      // A day alone is no milestone: where it ends up is decided at the end.
      return false;
    case 'title':
      return text.length <= LIMITS.title && once(draft, 'title', text);
    case 'summary':
      return text.length <= LIMITS.prose && once(draft, 'summary', text);
    case 'status':
      return named(draft, 'status', caseStatusNamed(text));
    case 'severity':
      return named(draft, 'severity', severityNamed(text));
    case 'visibility':
      return named(draft, 'visibility', visibilityNamed(text));
    case 'kind':
      return named(draft, 'kind', incidentKindNamed(text));
    case 'language':
      return once(draft, 'language', languageNamed(text));
    case 'zone':
      return once(draft, 'zone', zoneNamed(text, language));
    case 'externalId':
    case 'company':
    case 'product':
      return text.length <= LIMITS.name && once(draft.source, field, text);
    case 'url':
    case 'archiveUrl':
      return isUrl(text) && once(draft.source, field, text);
    case 'incidentId':
      return addReference(draft, text);
  }
}

function applyInstant<Key extends string>(
  draft: CaseDraft,
  target: Partial<Record<Key, string | undefined>>,
  key: Key,
  text: string,
  language: Language,
): boolean {
  const day = draft.day ?? draft.milestoneDay;
  // Milestones are on one clock; when the report was published is told on another.
  const milestoneZone = target === draft.milestones ? draft.milestoneZone : undefined;
  const instant = readInstant({ zone: draft.zone, day, milestoneZone }, text, language);
  if (!instant) return false;
  if (target !== draft.milestones) return once(target, key, instant.at) && instant.whole;
  draft.milestoneDay ??= instant.day;
  draft.milestoneZone ??= instant.zone;
  const { startedAt } = draft.milestones;
  // `23:40` to `01:15` is past midnight.
  const early = !instant.dated && startedAt !== undefined && instant.at < startedAt;
  const said = once(target, key, early ? later(instant.at) : instant.at) && instant.whole;
  if (instant.until === undefined) return said;
  // `故障時間：23:40 - 01:15` is the whole of it.
  return key === 'startedAt' && once(draft.milestones, 'resolvedAt', instant.until) && said;
}

/** The same time a day later. */
function later(at: string): string {
  return new Date(Date.parse(at) + 86_400_000).toISOString();
}

interface WrittenInstant {
  at: string;
  /** Whether the text says nothing more. */
  whole: boolean;
  /** The day and the zone as they are written. */
  day?: CaseDraft['day'];
  zone?: string | undefined;
  /** Whether it says its day itself. */
  dated: boolean;
  /** The end, where the text is a range. */
  until?: string;
}

const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/u;

/** The instant with which a text begins, and whether the text says nothing more. */
export function readInstant(
  draft: Pick<CaseDraft, 'zone' | 'day' | 'milestoneZone'>,
  text: string,
  language: Language,
): WrittenInstant | undefined {
  if (RFC3339.test(text)) {
    const date = new Date(text);
    const [year = 0, month = 0, day = 0] = text.slice(0, 10).split('-').map(Number);
    // JavaScript would take the 31st of February for the 2nd of March.
    const exists = new Date(Date.UTC(2000 + (year % 400), month - 1, day)).getUTCDate() === day;
    if (exists && !Number.isNaN(date.getTime())) {
      const zone = text.endsWith('Z') ? 'UTC' : text.slice(-6);
      return { at: date.toISOString(), whole: true, dated: true, day: { year, month, day }, zone };
    }
  }
  const moment = momentAt(text, language);
  if (!moment) return undefined;
  // A day alone begins where UTC begins it.
  const usual = moment.time ? (draft.milestoneZone ?? assumedZone(language)) : 'UTC';
  const zone = draft.zone ?? usual;
  const instant = resolve(moment, { language, zone, day: draft.day });
  if (!instant) return undefined;
  const { day } = moment;
  const until = moment.until && endOf(moment, moment.until, instant, { ...draft, language });
  return {
    at: instant.at,
    whole: moment.length >= text.length && (moment.until === undefined || until !== undefined),
    dated: day !== undefined,
    zone: moment.zone,
    ...(day?.year !== undefined && { day: { ...day, year: day.year } }),
    ...(until !== undefined && { until }),
  };
}

/** The end of a range, on the day of its beginning or, where that is past, on the next. */
function endOf(
  { day, zone: said }: WrittenMoment,
  until: NonNullable<WrittenMoment['until']>,
  start: { at: string; zone: string },
  { day: known, language }: Pick<CaseDraft, 'day'> & { language: Language },
): string | undefined {
  const year = day?.year ?? known?.year;
  const on = until.day ?? day ?? known;
  if (on === undefined) return undefined;
  const end = resolve(
    { day: { ...(year !== undefined && { year }), ...on }, time: until.time, length: 0 },
    { language, zone: said ?? start.zone },
  );
  if (end === undefined || end.at >= start.at) return end?.at;
  return until.day === undefined ? later(end.at) : undefined;
}

function applyDay(draft: CaseDraft, text: string, language: Language): void {
  const day = (wholeMoment(text, language) ?? momentAt(text, language))?.day;
  if (day?.year !== undefined) draft.day ??= { ...day, year: day.year };
}

/** Sets what is not known yet; true if it says the same afterwards. */
function once<Target extends object, Key extends keyof Target>(
  target: Target,
  key: Key,
  value: Target[Key] | undefined,
): boolean {
  if (value === undefined) return false;
  target[key] ??= value;
  return target[key] === value;
}

function named<Key extends keyof CaseDraft>(
  draft: CaseDraft,
  key: Key,
  found: Named<NonNullable<CaseDraft[Key]>> | undefined,
): boolean {
  return found !== undefined && once(draft, key, found.value) && found.whole;
}

function addNames(
  draft: CaseDraft,
  field: 'tags' | 'categories' | 'services',
  names: readonly string[],
): boolean {
  // Another bold label in the middle of it: a sentence, and no list.
  if (names.some((name) => name.length > LIMITS.name || name.includes('**'))) return false;
  const list = field === 'services' ? draft.services : draft.tags;
  const added = [...new Set([...list, ...names])];
  if (added.length > LIMITS.shortList) return false;
  list.splice(0, list.length, ...added);
  if (field === 'categories') {
    draft.source.categories = [...new Set([...(draft.source.categories ?? []), ...names])];
  }
  return true;
}

function addPeople(list: PersonRef[], names: readonly string[]): boolean {
  const people = names.map(personNamed);
  if (list.length + people.length > LIMITS.shortList) return false;
  if (!people.every((person) => person !== undefined)) return false;
  for (const person of people) {
    if (!list.some((known) => known.name === person.name && known.email === person.email))
      list.push(person);
  }
  return true;
}

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/u;

/** `Ann Lee <ann@example.com>`, `ann@example.com` or a name; undefined for what is too long to be one. */
export function personNamed(text: string): PersonRef | undefined {
  // A bound also for the time that the pattern takes.
  if (text.length > LIMITS.name + LIMITS.email) return undefined;
  const email = EMAIL.exec(text)?.[0];
  const plain = text
    .replace(EMAIL, '')
    .replace(/mailto:|[<>()[\]*`]/gu, ' ')
    .replace(/^\s*@/u, '')
    .trim();
  if (plain.includes('\n')) return undefined;
  if (email === undefined) return personRefSchema.safeParse({ name: plain }).data;
  const person = { name: plain === '' ? email : plain, email: email.toLowerCase() };
  // What only looks like an address stays part of the name.
  return personRefSchema.safeParse(person).data ?? personRefSchema.safeParse({ name: text }).data;
}

function addReference(draft: CaseDraft, text: string): boolean {
  if (draft.references.length >= LIMITS.shortList) return false;
  if (isUrl(text)) {
    draft.references.push({ source: 'incident', url: text });
    return true;
  }
  // An identifier holds a number and is one word.
  if (text.length > 60 || !/^\S*\d\S*$/u.test(text)) return false;
  draft.references.push({ source: 'incident', externalId: text });
  return true;
}

function splitNames(text: string): string[] {
  return text
    .split(/[,，、;；\n]|\s+(?:and|&)\s+/u)
    .map((name) => name.replace(/^[\s\-*•]+/u, '').trim())
    .filter((name) => name !== '');
}

function isUrl(text: string): boolean {
  return text.length <= LIMITS.url && /^https?:\/\/\S+$/u.test(text);
}
