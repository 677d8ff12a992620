import type { CaseDocument, PersonRef } from '../../src/features/case-file/case-document.js';
import {
  FACTOR_CATEGORIES,
  type Language,
  type PostmortemStatus,
} from '../../src/core/vocabulary.js';
import { drawSubject, fill, type Subject } from './fill.js';
import { ERRORS, incidentNumber, PEOPLE, TEAMS, traceId } from './names.js';
import { drawsFrom, seedOf, type Draws } from './random.js';
import { ENGLISH } from './sentences-en.js';
import { SIMPLIFIED } from './sentences-hans.js';
import { TRADITIONAL } from './sentences-hant.js';
import type { Sentences } from './sentences.js';

const SENTENCES: Readonly<Record<Language, Sentences>> = {
  en: ENGLISH,
  'zh-Hant': TRADITIONAL,
  'zh-Hans': SIMPLIFIED,
};

/** Whoever asks in the benchmarks: a member, in one of the teams. */
export const MEMBER: PersonRef = { name: 'Bench Member', email: 'member@bench.example' };
export const MEMBER_TEAM = 'edge';

/** For some people only, whoever they are. */
const RESTRICTED = 0.03;
/** Mostly somebody else's. */
const DRAFTS = 0.02;
const MEMBERS_OWN = 0.05;

/**
 * The case of a number, always the same: 70 % English, 15 % in each Chinese script, about 2 kB of
 * text. A larger library begins with the cases of a smaller one.
 */
export function generatedCase(number: number): CaseDocument {
  const draws = drawsFrom(seedOf(1, number));
  const draw = draws.next();
  const language = draw < 0.7 ? 'en' : draw < 0.85 ? 'zh-Hant' : 'zh-Hans';
  const sentences = SENTENCES[language];
  const gap = language === 'en' ? ' ' : '';
  const subject = drawSubject(draws);
  const say = (lines: readonly string[]): string =>
    fill(draws.pick(lines), draws, subject, sentences);
  const tell = (lines: readonly string[], least: number, most: number): string =>
    Array.from({ length: draws.whole(least, most) }, () => say(lines)).join(gap);

  const started = Date.UTC(2018, 0, 1) + draws.whole(0, 8 * 365 * 24 * 60) * 60_000;
  const after = (minutes: number): string => new Date(started + minutes * 60_000).toISOString();
  const known = knownLines(draws, subject, sentences);
  const [story, cause, impact] = sentences.headings;
  const access = drawAccess(draws);
  const title = say(sentences.titles);
  return {
    title,
    ...access,
    language,
    tags: [...new Set([draws.skewed(sentences.tags), draws.skewed(sentences.tags)])],
    reviewers: [draws.pick(PEOPLE)],
    summary: `${say(sentences.story)}${gap}${say(sentences.impacts)}`,
    incidents: [
      {
        title,
        kind: 'INCIDENT',
        severity: draws.skewed(['SEV3', 'SEV2', 'SEV4', 'SEV1', 'SEV5'] as const),
        status: 'CLOSED',
        startedAt: after(0),
        detectedAt: after(draws.whole(1, 30)),
        resolvedAt: after(draws.whole(31, 900)),
        services: [{ name: subject.svc }],
        responders: [],
        references: [{ source: 'tickets', externalId: incidentNumber(number) }],
      },
    ],
    timeline: Array.from({ length: 2 }, (_, at) => ({
      at: after(10 + 20 * at),
      zone: 'UTC',
      marker: 'OTHER',
      text: say(sentences.timeline),
    })),
    factors: [
      {
        kind: 'ROOT_CAUSE',
        category: draws.skewed(FACTOR_CATEGORIES),
        text: say(sentences.causes),
        children: [],
      },
    ],
    findings: [],
    practices: [],
    actions: [{ title: say(sentences.actions), status: 'PROPOSED', team: draws.pick(TEAMS) }],
    links: [],
    source: { externalId: `generated-${number}`, categories: [] },
    sections: [
      {
        heading: story,
        body: [
          tell(sentences.story, 4, 9),
          ...known,
          `\`\`\`\n${subject.host} ${say(ERRORS)}\ntrace ${traceId(number)}\n\`\`\``,
          tell(sentences.story, 3, 8),
        ].join('\n\n'),
      },
      { heading: cause, body: tell(sentences.causes, 2, 3) },
      { heading: impact, body: tell(sentences.impacts, 1, 2) },
    ],
  };
}

/** Each of the sentences whose share of the cases is known, in that share of them. */
function knownLines(draws: Draws, subject: Subject, sentences: Sentences): string[] {
  return sentences.known
    .filter(({ share }) => draws.chance(share))
    .map(({ lines }) => fill(draws.pick(lines), draws, subject, sentences));
}

type Access = Pick<CaseDocument, 'status' | 'visibility' | 'readers' | 'authors'>;

/** Who may read it. The member is among the readers of some of what is restricted, and writes some of the drafts. */
function drawAccess(draws: Draws): Access {
  const status: PostmortemStatus = draws.chance(DRAFTS)
    ? 'DRAFT'
    : draws.skewed(['PUBLISHED', 'PUBLISHED', 'ARCHIVED', 'APPROVED', 'IN_REVIEW'] as const);
  const isRestricted = draws.chance(RESTRICTED);
  const author = draws.chance(MEMBERS_OWN) ? MEMBER : draws.pick(PEOPLE);
  return {
    status,
    visibility: isRestricted ? 'RESTRICTED' : 'ORGANIZATION',
    readers: isRestricted ? [{ team: draws.pick(TEAMS) }] : [],
    authors: [author],
  };
}

/** All texts of a case as one, for what is compared with the search: no field is left out. */
export function textOf(document: CaseDocument): string {
  return [
    document.title,
    ...document.tags,
    document.summary,
    ...document.sections.flatMap(({ heading, body }) => [heading, body]),
    ...document.incidents.flatMap(({ references }) =>
      references.flatMap(({ externalId }) => externalId ?? []),
    ),
    ...document.timeline.map(({ text }) => text),
    ...document.factors.map(({ text }) => text),
    ...document.actions.map(({ title }) => title),
  ].join('\n');
}
