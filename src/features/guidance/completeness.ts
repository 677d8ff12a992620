import { fold } from '../../core/text/fold.js';
import { plainText } from '../../core/text/plain-text.js';
import {
  MILESTONES,
  type FactorKind,
  type Milestone,
  type TimelineMarker,
} from '../../core/vocabulary.js';
import type { AskedSection } from '../template/template.service.js';
import { actionAdvice, ACTION_ADVICE_KINDS, type AdvisedAction } from './action-advice.js';

/** What the rest of a case lacks, in the order in which it is told. */
const CASE_ADVICE_KINDS = [
  'NO_SUMMARY',
  'REQUIRED_SECTION',
  'EMPTY_SECTION',
  'IMPACT_WITHOUT_NUMBER',
  'NO_DETECTION_STORY',
  'NO_TIMELINE',
  'TIMELINE_GAP',
  'MILESTONES_OUT_OF_ORDER',
  'NO_FACTOR_BEYOND_TRIGGER',
  'PRACTICES_NOT_ASSESSED',
] as const;

/** What a case can lack, in the order in which it is told. */
export const ADVICE_KINDS = [...CASE_ADVICE_KINDS, ...ACTION_ADVICE_KINDS] as const;
export type AdviceKind = (typeof ADVICE_KINDS)[number];

/** What advice is about; nothing of a kind where it is about the whole case. */
export interface Subjects {
  /** Their headings. */
  readonly sections?: readonly string[];
  readonly timelineEventIds?: readonly string[];
  readonly incidentIds?: readonly string[];
  readonly actionItemIds?: readonly string[];
}

export interface Advice extends Subjects {
  readonly kind: AdviceKind;
}

/** Of each question that a case is asked: null where it does not apply, else what is lacking, if anything. */
export type Answers<Kind extends string> = Readonly<Record<Kind, Answer>>;
export type Answer = 'notAsked' | 'met' | Subjects;

/** Of a case, what advice hangs on. */
export interface CaseFacts {
  /** Users felt it: it is about an incident, and not about a drill or a near miss only. */
  readonly isIncident: boolean;
  /** It is approved or published, so that its actions are to be promised. */
  readonly isOut: boolean;
  /** Markdown. */
  readonly summary: string;
  readonly sections: readonly { readonly heading: string; readonly body: string }[];
  /** What its template asks for; nothing where it began from none. */
  readonly template: readonly AskedSection[];
  readonly incidents: readonly FactsOfIncident[];
  /** By instant. */
  readonly timeline: readonly {
    readonly id: string;
    readonly at: Date;
    readonly marker: TimelineMarker;
  }[];
  readonly factors: readonly { readonly kind: FactorKind }[];
  readonly assessedPractices: number;
  /** Those that were not given up. */
  readonly actions: readonly AdvisedAction[];
}

export type FactsOfIncident = { readonly id: string } & Readonly<Record<Milestone, Date | null>>;

/** What a case lacks, and of how many questions it answers how many. */
export interface Completeness {
  readonly advice: readonly Advice[];
  readonly met: number;
  readonly asked: number;
}

/** Things that one piece of advice names. */
const MOST_NAMED = 20;

/**
 * Asks a case what the field asks of a postmortem: the review checklist of Google's workbook
 * (sre.google, "Postmortem Culture": impact complete, cause deep enough, actions vetted) and the
 * practices that the case touches. It looks at content: a section with a placeholder is empty.
 * @param gapMinutes from how many minutes on two entries of a timeline have a gap between them
 */
export function completenessOf(facts: CaseFacts, gapMinutes: number): Completeness {
  const answers: Answers<AdviceKind> = {
    ...proseAnswers(facts),
    ...courseAnswers(facts, gapMinutes),
    ...actionAdvice(facts),
  };
  const asked = ADVICE_KINDS.filter((kind) => answers[kind] !== 'notAsked');
  const advice = asked.flatMap((kind) => {
    const answer = answers[kind];
    return typeof answer === 'string' ? [] : [{ kind, ...answer }];
  });
  return { advice, met: asked.length - advice.length, asked: asked.length };
}

const asks = (applies: boolean, isLacking: boolean, subjects: Subjects = {}): Answer => {
  if (!applies) return 'notAsked';
  return isLacking ? subjects : 'met';
};

function proseAnswers(facts: CaseFacts) {
  const { isIncident, summary, sections, template, incidents, timeline } = facts;
  const askedAs = (heading: string): AskedSection | undefined =>
    template.find(({ headings }) => headings.some((each) => fold(each) === fold(heading)));
  const written = sections.filter(({ heading, body }) => {
    return !isEmpty(askedAs(heading)?.written(body) ?? body);
  });
  const required = template.filter(({ isRequired }) => isRequired);
  const missing = required.filter(
    (asked) => !written.some(({ heading }) => askedAs(heading) === asked),
  );
  // What the template asks for is told of as such, or need not be written.
  const others = sections.filter(({ heading }) => heading !== '' && !askedAs(heading));
  const empty = others.filter((each) => !written.includes(each));
  const about = (topic: RegExp): string[] =>
    written.filter(({ heading }) => topic.test(fold(heading))).map(({ body }) => body);
  const impact = about(IMPACT);
  const tellsDetection =
    about(DETECTION).length > 0 || timeline.some(({ marker }) => marker === 'DETECTION');
  return {
    NO_SUMMARY: asks(true, isEmpty(summary)),
    REQUIRED_SECTION: asks(required.length > 0, missing.length > 0, {
      sections: missing.slice(0, MOST_NAMED).map((asked) => nameOf(asked, facts)),
    }),
    EMPTY_SECTION: asks(others.length > 0, empty.length > 0, {
      sections: empty.slice(0, MOST_NAMED).map(({ heading }) => heading),
    }),
    IMPACT_WITHOUT_NUMBER: asks(
      isIncident,
      ![...(impact.length > 0 ? impact : [summary])].some((text) => NUMBER.test(plainText(text))),
    ),
    NO_DETECTION_STORY: asks(incidents.length > 0, !tellsDetection),
  };
}

/** As the case calls it; where it is missing, as its template does in the language of the case. */
function nameOf({ headings }: AskedSection, { sections }: CaseFacts): string {
  const names = headings.map(fold);
  const found = sections.find(({ heading }) => names.includes(fold(heading)));
  return found?.heading ?? headings[0] ?? '';
}

function courseAnswers(facts: CaseFacts, gapMinutes: number) {
  const { incidents, timeline, factors, assessedPractices } = facts;
  const gaps = gapsOf(facts, gapMinutes);
  const disordered = incidents.filter(isOutOfOrder);
  return {
    NO_TIMELINE: asks(incidents.length > 0, timeline.length < 2),
    TIMELINE_GAP: asks(timeline.length >= 2, gaps.length > 0, {
      timelineEventIds: gaps.slice(0, MOST_NAMED),
    }),
    MILESTONES_OUT_OF_ORDER: asks(incidents.length > 0, disordered.length > 0, {
      incidentIds: disordered.slice(0, MOST_NAMED).map(({ id }) => id),
    }),
    NO_FACTOR_BEYOND_TRIGGER: asks(true, !factors.some(({ kind }) => kind !== 'TRIGGER')),
    PRACTICES_NOT_ASSESSED: asks(incidents.length > 0, assessedPractices === 0),
  };
}

const IMPACT = /\bimpact|\baffected\b|\bexposure\b|影响|波及/;
const DETECTION = /\bdetect|\bdiscover|\bnotice|发现|检测|告警/;
const NUMBER = /\p{N}|[一二三四五六七八九十百千万亿两半]/u;

/** What stands where something is still to be written. */
const PLACEHOLDER =
  /^(?:\.{2,}|…+|—+|\?+|？+|x+|tbd|tba|tbc|todo|to do|to be (?:done|written|added|determined|completed|filled in)|n ?\/? ?a|none yet|pending|wip|work in progress|fill in|lorem ipsum.*|待补充?|待填写?|待定|待写|待完善|待确认|未填写?|暂无|补充中|编写中|此处填写|请填写) ?[.。!！]?$/u;

/** Whether a text says nothing: there are no words but a placeholder or a comment. */
export function isEmpty(markdown: string): boolean {
  const lines = fold(plainText(markdown))
    .replace(/[[\](){}（）【】<>*_~|#]+/gu, ' ')
    .split('\n')
    .map((line) =>
      line
        .replace(/^[\s+-]+/u, '')
        .replace(/\s+/gu, ' ')
        .trim(),
    )
    .filter((line) => line !== '');
  return lines.every((line) => PLACEHOLDER.test(line));
}

/** The entries after which nothing is told for longer, while the incident went on. */
function gapsOf({ incidents, timeline }: CaseFacts, gapMinutes: number): string[] {
  const ends = incidents.flatMap(({ mitigatedAt, resolvedAt }) => resolvedAt ?? mitigatedAt ?? []);
  const over = ends.length > 0 ? Math.max(...ends.map(Number)) : Infinity;
  return timeline.flatMap(({ id, at }, place) => {
    const next = timeline[place + 1];
    const isGap = next && at.getTime() < over && Number(next.at) - Number(at) > gapMinutes * 60_000;
    return isGap ? [id] : [];
  });
}

/** Which comes first of what; a cause can become known before or after the impact ends. */
const ORDER: readonly (readonly Milestone[])[] = [
  MILESTONES.filter((milestone) => milestone !== 'identifiedAt'),
  ['detectedAt', 'identifiedAt'],
];

function isOutOfOrder(incident: FactsOfIncident): boolean {
  return ORDER.some((order) => {
    const known = order.flatMap((milestone) => incident[milestone] ?? []);
    return known.some((at, place) => place > 0 && at < (known[place - 1] ?? at));
  });
}
