import type { Ctx } from '../../core/ctx.js';
import { clip, onOneLine } from '../../core/text/clip.js';
import type { Language } from '../../core/vocabulary.js';
import { REVIEW_MINUTES_WORDS } from '../../locales/review-minutes.js';
import type { ActionItemEntity } from '../action-item/action-item.entity.js';
import { actionItemById } from '../action-item/action-item.loaders.js';
import { firstOpenQuestionsOf } from '../comment/comment.loaders.js';
import { FilledMarkdown } from '../mail-template/mail-template.service.js';
import { personById, teamById } from '../people/people.loaders.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { postmortemById } from '../postmortem/postmortem.loaders.js';
import { approvalOf, type TeamApproval } from '../sign-off/approval.loaders.js';
import type { ReviewAgendaCaseEntity } from './review-agenda.entity.js';
import { agendaOf, decisionsOf } from './review-agenda.loaders.js';
import { attendeesOf, type Attendee } from './review-attendance.service.js';
import { whenIn } from './review-calendar.service.js';
import type { ReviewMeetingEntity } from './review-meeting.entity.js';
import { overdueSince } from './review-meeting.read.js';

/** What the templates in `templates/minutes` may name. */
export const MINUTES_FIELDS = {
  minutes: {
    title: true,
    key: true,
    when: true,
    place: true,
    facilitator: true,
    isRunning: true,
    attendance: { present: true, absent: true, unnoted: true },
    cases: {
      key: true,
      title: true,
      url: true,
      outcome: true,
      notes: true,
      decided: { decisions: { text: true, action: { title: true, url: true, note: true } } },
      asked: { questions: { title: true, url: true, note: true }, more: true },
      signed: { teams: { team: true, verdict: true, person: true, reservations: true } },
    },
    overdue: { actions: { title: true, url: true, note: true }, more: true },
    closing: true,
  },
  mail: { title: true, minutes: true, feedback: true, home: true, settings: true },
} as const;

/** Questions of one case, and overdue actions; the pages that they lead to have the others. */
const SHOWN = 20;
const MOST_OF_QUESTION = 200;

/** What goes into the minutes of one reader, and the cases that it tells something of. */
export interface MinutesView {
  readonly view: Readonly<Record<string, unknown>>;
  readonly caseIds: readonly string[];
}

/**
 * What of a meeting the caller may see, for the template. A case that they may not read is not in
 * it, nor counted. It is the same as long as nothing of that has changed.
 * @param origin where people find fupan, without a slash at the end
 */
export function minutesView(
  ctx: Ctx,
  meeting: ReviewMeetingEntity,
  language: Language,
  origin: string,
): Promise<MinutesView> {
  return new View(ctx, language, origin).of(meeting);
}

class View {
  constructor(
    private readonly ctx: Ctx,
    private readonly language: Language,
    private readonly origin: string,
  ) {}

  async of(meeting: ReviewMeetingEntity): Promise<MinutesView> {
    const { ctx } = this;
    const { key, title, startsAt, zone, place, facilitatorId, state, closing } = meeting;
    const agenda = await agendaOf(ctx).load(meeting.id);
    const cases = await Promise.all(agenda.map((each) => this.#case(each)));
    const overdue = await overdueSince(ctx, meeting, { first: SHOWN });
    const view = {
      ...{ key, title, place },
      when: `${whenIn(this.language, startsAt, zone)} · ${this.#words.minutes(lengthOf(meeting))}`,
      facilitator: await this.#person(facilitatorId),
      isRunning: state === 'RUNNING',
      attendance: await this.#attendance(await attendeesOf(ctx, meeting)),
      cases: cases.filter((each) => each !== null),
      overdue: overdue.nodes.length > 0 && {
        actions: await Promise.all(overdue.nodes.map((item) => this.#action(item))),
        more: moreThan(overdue.nodes.length, await overdue.totalCount),
      },
      closing: closing === null ? null : FilledMarkdown.quoted(closing),
    };
    const caseIds = [...agenda, ...overdue.nodes].map(({ postmortemId }) => postmortemId);
    return { view, caseIds };
  }

  get #words() {
    return REVIEW_MINUTES_WORDS[this.language];
  }

  async #case(row: ReviewAgendaCaseEntity) {
    const postmortem = await postmortemById(this.ctx).load(row.postmortemId);
    if (!postmortem) return null;
    const { key, title } = postmortem;
    return {
      ...{ key, title, url: this.#urlOf(postmortem) },
      outcome: this.#words.outcome[row.outcome ?? 'NONE'],
      notes: row.notes.trim() === '' ? null : FilledMarkdown.quoted(row.notes),
      decided: await this.#decisions(row),
      asked: await this.#questions(postmortem),
      signed: await this.#signOffs(postmortem),
    };
  }

  async #decisions({ id }: ReviewAgendaCaseEntity) {
    const rows = await decisionsOf(this.ctx).load(id);
    const decisions = rows.map(async ({ text, actionItemId }) => {
      const item = actionItemId === null ? null : await actionItemById(this.ctx).load(actionItemId);
      return { text: FilledMarkdown.inItem(text), action: item && (await this.#action(item)) };
    });
    return rows.length > 0 && { decisions: await Promise.all(decisions) };
  }

  async #questions(postmortem: PostmortemEntity) {
    const rows = await firstOpenQuestionsOf(this.ctx).load(postmortem.id);
    const questions = rows.slice(0, SHOWN).map(({ threadId, state, text }) => ({
      title: clip(onOneLine(text), MOST_OF_QUESTION),
      url: this.#urlOf(postmortem, `?thread=${threadId}`),
      note: state === 'CARRIED' ? this.#words.carried : null,
    }));
    return rows.length > 0 && { questions, more: moreThan(questions.length, rows.length) };
  }

  async #signOffs({ id }: PostmortemEntity) {
    const { teams } = await approvalOf(this.ctx).load(id);
    const said = await Promise.all(teams.map((each) => this.#signOff(each)));
    return said.length > 0 && { teams: said };
  }

  async #signOff({ teamId, signOff }: TeamApproval) {
    const team = await teamById(this.ctx).load(teamId);
    const reservations = signOff?.reservations ?? null;
    return {
      team: team?.name ?? '',
      verdict: this.#words.verdict[signOff?.verdict ?? 'NONE'],
      person: await this.#person(signOff?.personId ?? null),
      reservations: reservations === null ? null : FilledMarkdown.quotedInItem(reservations),
    };
  }

  async #action({ key, title, ownerId, dueOn }: ActionItemEntity) {
    const owner = (await this.#person(ownerId)) ?? this.#words.nobody;
    return {
      title: `${key} ${title}`,
      url: new FilledMarkdown(`${this.origin}/actions/${key}`),
      note: dueOn === null ? owner : `${owner} · ${this.#words.due(dueOn)}`,
    };
  }

  async #attendance(attendees: readonly Attendee[]) {
    const named = await Promise.all(
      attendees.map(async (each) => ({ ...each, name: await this.#person(each.personId) })),
    );
    const namesOf = (keep: (each: Attendee) => boolean): string | null => {
      const names = named.filter(keep).flatMap(({ name }) => name ?? []);
      return names.length === 0 ? null : names.sort().join(this.language === 'en' ? ', ' : '、');
    };
    const lists = {
      present: namesOf(({ presence }) => presence === 'PRESENT'),
      absent: namesOf(({ presence }) => presence === 'ABSENT'),
      unnoted: namesOf(({ presence, isInvited }) => presence === null && isInvited),
    };
    return Object.values(lists).some((list) => list !== null) && lists;
  }

  async #person(id: string | null): Promise<string | null> {
    return id === null ? null : ((await personById(this.ctx).load(id))?.name ?? null);
  }

  /** Of our own making, so that no sign in it means anything. */
  #urlOf({ key }: PostmortemEntity, query = ''): FilledMarkdown {
    return new FilledMarkdown(`${this.origin}/postmortems/${key}${query}`);
  }
}

/** How many are not shown; null for none, so that a template can ask. */
const moreThan = (shown: number, all: number): number | null => (all > shown ? all - shown : null);

/** Minutes that it took, or else that it is planned to take. */
function lengthOf({ startedAt, endedAt, durationMinutes }: ReviewMeetingEntity): number {
  if (!startedAt || !endedAt) return durationMinutes;
  return Math.max(1, Math.round((endedAt.getTime() - startedAt.getTime()) / 60_000));
}
