import { Injectable } from '@nestjs/common';

import type { Ctx } from '../../core/ctx.js';
import type { OutgoingLink, OutgoingMessage } from '../../core/outgoing-message.js';
import { PublicUrl } from '../../core/public-url.js';
import { clip, onOneLine } from '../../core/text/clip.js';
import { plusDays } from '../../core/working-days.js';
import { DIGEST_WORDS, type DigestWords } from '../../locales/digest.js';
import { actionItemById } from '../action-item/action-item.loaders.js';
import { answersAsLinks, type AnswerUrls } from '../answer/answer-links.service.js';
import { MailTemplates } from '../mail-template/mail-template.service.js';
import { personById } from '../people/people.loaders.js';
import { postmortemById } from '../postmortem/postmortem.loaders.js';
import type { DigestEntry, DigestNumbers, DigestSectionKind } from './digest.content.js';
import type { Digest, PersonDigest, TeamDigest } from './digest.service.js';
import { weekOf } from '../../core/iso-week.js';

/** A line of a list as templates know it. */
interface Line {
  readonly title: string;
  readonly url: string;
  /** Null for none, so that a template can ask. */
  readonly note: string | null;
  /** Links that answer for the action, for nobody but their reader. */
  readonly answers: readonly OutgoingLink[];
}

interface Section {
  readonly heading: string;
  /** Null where it says nothing. */
  readonly count: number | null;
  readonly lines: readonly Line[];
  /** How many are not shown; null for none. */
  readonly more: number | null;
}

const LISTS = {
  numbers: { label: true, now: true, change: true },
  sections: {
    heading: true,
    count: true,
    lines: { title: true, url: true, note: true, answers: { label: true, url: true } },
    more: true,
  },
  isEmpty: true,
} as const;
const WEEK = { ...LISTS, week: true, from: true, to: true, home: true, settings: true } as const;

/** What the templates in `templates/digest` may name. */
const FIELDS = {
  team: { ...WEEK, team: true },
  person: { ...WEEK, name: true, teams: { ...LISTS, team: true, url: true, summary: true } },
  organization: { ...WEEK, teams: { team: true, url: true, summary: true } },
} as const;

/** Entries of one list; the page that the mail leads to has the others. */
const SHOWN = 10;
const MOST_OF_REASON = 160;

/** Puts digests into words: the language is that of the context, and so is who reads it. */
@Injectable()
export class DigestMessages {
  readonly #templates = new MailTemplates('digest', FIELDS);

  constructor(private readonly publicUrl: PublicUrl) {}

  async ofTeam(ctx: Ctx, digest: TeamDigest): Promise<OutgoingMessage> {
    const { key, name } = digest.team;
    const view = {
      ...this.#week(digest, `/teams/${key}/digest`),
      ...(await this.#lists(ctx, digest, new Set())),
      team: name,
    };
    return this.#listed(this.#templates.message('team', ctx.locale, view));
  }

  async ofPerson(
    ctx: Ctx,
    digest: PersonDigest,
    name: string,
    answers: Answers = NO_ANSWERS,
  ): Promise<OutgoingMessage> {
    // What was told is not told again: first comes their own, then that of one team after the other.
    const told = new Set<string>();
    const own = await this.#lists(ctx, digest, told, answers);
    const teams = [];
    for (const team of digest.teams) {
      const lists = await this.#lists(ctx, { ...team, worthReading: null }, told);
      const url = this.#url(`/teams/${team.team.key}/digest?week=${digest.week}`);
      const summary = summaryOf(lists.numbers);
      if (!lists.isEmpty) teams.push({ ...lists, team: team.team.name, url, summary });
    }
    const view = { ...this.#week(digest, '/digest'), ...own, name, teams };
    return this.#listed(this.#templates.message('person', ctx.locale, view));
  }

  async ofOrganization(ctx: Ctx, digest: Digest): Promise<OutgoingMessage> {
    const view = {
      ...this.#week(digest, '/organization/digest'),
      ...(await this.#lists(ctx, digest, new Set())),
      teams: digest.teams.map(({ team, numbers }) => ({
        team: team.name,
        summary: summaryOf(numbersIn(DIGEST_WORDS[ctx.locale], numbers)),
        url: this.#url(`/teams/${team.key}/digest?week=${digest.week}`),
      })),
    };
    return this.#listed(this.#templates.message('organization', ctx.locale, view));
  }

  #listed(message: OutgoingMessage): OutgoingMessage {
    return { ...message, mail: { ...message.mail, list: 'digest' } };
  }

  #week({ week }: Digest, path: string) {
    const { monday } = weekOf(week);
    return {
      week,
      from: monday,
      to: plusDays(monday, 6),
      home: this.#url(`${path}?week=${week}`),
      settings: this.#url('/settings'),
    };
  }

  #url(path: string): string {
    return `${this.publicUrl.origin}${path}`;
  }

  /** @param told ids of what is not to be listed again; what is listed is added */
  async #lists(ctx: Ctx, digest: Digest, told: Set<string>, answers: Answers = NO_ANSWERS) {
    const words = DIGEST_WORDS[ctx.locale];
    const sections: Section[] = [];
    const now = new Set<string>();
    const add = (heading: string, lines: readonly (Line | null)[], count: number | null): void => {
      const known = lines.flatMap((line) => line ?? []).slice(0, SHOWN);
      if (known.length === 0) return;
      const more = (count ?? 0) - known.length;
      sections.push({ heading, count, lines: known, more: more > 0 ? more : null });
    };
    const untold = (id: string): boolean => {
      now.add(id);
      return !told.has(id);
    };
    const again = digest.recurrences.filter(({ postmortemId }) => untold(postmortemId));
    add(
      words.recurrences,
      await Promise.all(again.map((each) => this.#recurrence(ctx, words, each))),
      again.length,
    );
    for (const { kind, count, entries } of digest.sections) {
      const fresh = entries.filter(({ actionItemId }) => untold(actionItemId));
      const lines = fresh
        .slice(0, SHOWN)
        .map((entry) => this.#entry(ctx, words, kind, entry, answers));
      add(words.sections[kind], await Promise.all(lines), count - (entries.length - fresh.length));
    }
    const waiting = digest.waitingReviews.filter(({ postmortemId }) => untold(postmortemId));
    add(
      words.waiting,
      await Promise.all(
        waiting.map(({ postmortemId, days }) => this.#case(ctx, postmortemId, words.waited(days))),
      ),
      waiting.length,
    );
    const isEmpty = sections.length === 0;
    const { worthReading } = digest;
    if (worthReading && untold(worthReading.postmortemId)) {
      const reason = words.reasons[worthReading.reason];
      add(words.reading, [await this.#case(ctx, worthReading.postmortemId, reason)], null);
    }
    for (const id of now) told.add(id);
    return { numbers: numbersIn(words, digest.numbers), sections, isEmpty };
  }

  async #entry(
    ctx: Ctx,
    words: DigestWords,
    kind: DigestSectionKind,
    { actionItemId, title, ownerId, day, daysLate, reason }: DigestEntry,
    answers: Answers,
  ): Promise<Line | null> {
    const [item, owner] = await Promise.all([
      actionItemById(ctx).load(actionItemId),
      ownerId === null ? null : personById(ctx).load(ownerId),
    ]);
    if (!item) return null;
    const parts = [
      owner?.name ?? words.nobody,
      ...(day === null ? [] : [dayIn(words, kind).replace('{day}', day)]),
      ...(daysLate !== null && daysLate > 0 && kind !== 'PAUSE_ENDING'
        ? [words.late(daysLate)]
        : []),
      ...(reason === null ? [] : [clip(onOneLine(reason), MOST_OF_REASON)]),
    ];
    return {
      title: `${item.key} ${title}`,
      url: this.#url(`/actions/${item.key}`),
      note: parts.join(' · '),
      answers: TO_ANSWER.includes(kind)
        ? answersAsLinks(words.answers, answers.get(actionItemId) ?? {})
        : [],
    };
  }

  async #recurrence(
    ctx: Ctx,
    words: DigestWords,
    { postmortemId, earlierId }: Digest['recurrences'][number],
  ): Promise<Line | null> {
    const earlier = await postmortemById(ctx).load(earlierId);
    if (!earlier) return null;
    const which = `${earlier.key} ${clip(onOneLine(earlier.title), MOST_OF_REASON)}`;
    return this.#case(
      ctx,
      postmortemId,
      words.before.replace('{key}', () => which),
    );
  }

  async #case(ctx: Ctx, id: string, note: string): Promise<Line | null> {
    const found = await postmortemById(ctx).load(id);
    if (!found) return null;
    const { key, title } = found;
    return { title: `${key} ${title}`, url: this.#url(`/postmortems/${key}`), note, answers: [] };
  }
}

/** Links to answer for actions, by the id of the action. */
type Answers = ReadonlyMap<string, AnswerUrls>;
const NO_ANSWERS: Answers = new Map();

/** The lists of what still waits for its owner. */
const TO_ANSWER: readonly DigestSectionKind[] = ['OVERDUE', 'DUE'];

function dayIn(words: DigestWords, kind: DigestSectionKind): string {
  if (kind === 'EFFECT_CHECK') return words.check;
  return kind === 'PAUSE_ENDING' ? words.pausedUntil : words.due;
}

const NO_CHANGE = '±0';

function numbersIn(words: DigestWords, numbers: DigestNumbers) {
  return Object.entries(words.numbers).map(([name, label]) => {
    const { now, before } = numbers[name as keyof DigestNumbers];
    const change = now - before;
    return {
      label,
      now,
      change: change === 0 ? NO_CHANGE : change > 0 ? `+${change}` : `−${-change}`,
    };
  });
}

/** Whether there is anything to tell, but for a case to read. */
export const hasNews = (digest: Omit<Digest, 'teams'>): boolean =>
  digest.sections.length + digest.recurrences.length + digest.waitingReviews.length > 0;

/** The numbers that say something, in a line. */
const summaryOf = (numbers: ReturnType<typeof numbersIn>): string =>
  numbers
    .filter(({ now, change }) => now > 0 || change !== NO_CHANGE)
    .map(({ label, now, change }) => `${label} ${now} (${change})`)
    .join(' · ');
