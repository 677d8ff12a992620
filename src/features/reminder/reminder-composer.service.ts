import { Injectable, type OnModuleInit } from '@nestjs/common';

import { personIdOf } from '../../core/actor.js';
import type { Ctx } from '../../core/ctx.js';
import type { OutgoingMessage } from '../../core/outgoing-message.js';
import { PublicUrl } from '../../core/public-url.js';
import { clip } from '../../core/text/clip.js';
import { dayIn, daysBetween, plusDays } from '../../core/working-days.js';
import { REMINDER_WORDS, type ReminderWords } from '../../locales/reminder.js';
import type { ActionItemEntity } from '../action-item/action-item.entity.js';
import { actionItemById } from '../action-item/action-item.loaders.js';
import { AnswerLinks, answersAsLinks, type AnswerUrls } from '../answer/answer-links.service.js';
import type { DeliveryEntity } from '../delivery/delivery.entity.js';
import { Composers } from '../delivery/delivery.service.js';
import { mailPreferencesOf } from '../mail-preference/mail-preference.loaders.js';
import { Unsubscribe } from '../mail-preference/unsubscribe.service.js';
import { MailTemplates } from '../mail-template/mail-template.service.js';
import { personById } from '../people/people.loaders.js';
import { calendarOfTeam } from '../work-calendar/work-calendar.loaders.js';
import { REMINDER_KINDS } from './reminder-days.js';
import { REMINDER } from './reminder-scheduler.service.js';
import { remindersFor, type Reminder } from './reminder.read.js';

/** What the templates in `templates/reminder` may name. */
const FIELDS = {
  reminder: {
    name: true,
    first: true,
    others: true,
    sections: {
      heading: true,
      lines: { title: true, url: true, note: true, answers: { label: true, url: true } },
      more: true,
    },
    home: true,
    settings: true,
  },
} as const;

/** Entries of one list; the page that the mail leads to has the others. */
const SHOWN = 20;
const MOST_OF_SUBJECT = 90;
/** Days after which a reminder that could not be sent is not sent any more. */
const STALE_DAYS = 3;

/** Composes reminders at the moment of sending: what was answered by then is not in them. */
@Injectable()
export class ReminderComposer implements OnModuleInit {
  readonly #templates = new MailTemplates('reminder', FIELDS);

  constructor(
    private readonly composers: Composers,
    private readonly links: AnswerLinks,
    private readonly unsubscribe: Unsubscribe,
    private readonly publicUrl: PublicUrl,
  ) {}

  onModuleInit(): void {
    this.composers.register(REMINDER, (ctx, delivery) => this.#compose(ctx, delivery));
  }

  async #compose(ctx: Ctx, { subject }: DeliveryEntity): Promise<OutgoingMessage | null> {
    const personId = personIdOf(ctx.actor);
    if (personId === null) return null;
    const on = String(subject['on']);
    const { zone } = await calendarOfTeam(ctx).load('');
    const isStale = dayIn(ctx.clock.now(), zone) > plusDays(on, STALE_DAYS);
    const { reminders: isWanted } = await mailPreferencesOf(ctx).load(personId);
    const person = await personById(ctx).load(personId);
    if (isStale || !isWanted || !person) return null;
    const span = { after: String(subject['after']), on };
    const found = (await remindersFor(ctx, () => span, personId)).get(personId) ?? [];
    const items = new Map<string, ActionItemEntity>();
    for (const { actionItemId } of found) {
      const item = await actionItemById(ctx).load(actionItemId);
      if (item) items.set(actionItemId, item);
    }
    const reminders = found.filter(({ actionItemId }) => items.has(actionItemId));
    const own = [...items.values()].filter(({ ownerId }) => ownerId === personId);
    const answers = await this.links.linksFor(ctx, own);
    const sections = await this.#sections(ctx, reminders, items, answers, on);
    const first = sections[0]?.lines[0];
    if (!first) return null;
    const others = new Set(reminders.map(({ actionItemId }) => actionItemId)).size - 1;
    const message = this.#templates.message('reminder', ctx.locale, {
      name: person.name,
      first: clip(first.title, MOST_OF_SUBJECT),
      others: others > 0 ? others : null,
      sections,
      home: `${this.publicUrl.origin}/mine`,
      settings: `${this.publicUrl.origin}/settings?tab=mail`,
    });
    const unsubscribeUrl = this.unsubscribe.urlFor(personId, 'reminders');
    return { ...message, mail: { ...message.mail, list: 'reminders', unsubscribeUrl } };
  }

  async #sections(
    ctx: Ctx,
    reminders: readonly Reminder[],
    items: ReadonlyMap<string, ActionItemEntity>,
    answers: ReadonlyMap<string, AnswerUrls>,
    on: string,
  ) {
    const words = REMINDER_WORDS[ctx.locale];
    const lists = REMINDER_KINDS.map(async (kind) => {
      const ofKind = reminders
        .filter((each) => each.kind === kind)
        .sort((one, other) => ((one.day ?? '') < (other.day ?? '') ? -1 : 1));
      const lines = ofKind.slice(0, SHOWN).flatMap((reminder) => {
        const item = items.get(reminder.actionItemId);
        return item ? [this.#line(ctx, words, reminder, item, answers.get(item.id) ?? {}, on)] : [];
      });
      const more = ofKind.length - lines.length;
      return {
        heading: words.headings[kind],
        lines: await Promise.all(lines),
        more: more > 0 ? more : null,
      };
    });
    return (await Promise.all(lists)).filter(({ lines }) => lines.length > 0);
  }

  async #line(
    ctx: Ctx,
    words: ReminderWords,
    { kind, day }: Reminder,
    { key, title, ownerId }: ActionItemEntity,
    urls: AnswerUrls,
    on: string,
  ) {
    const owner = ownerId === null ? null : await personById(ctx).load(ownerId);
    const isTheirs = ownerId === personIdOf(ctx.actor);
    const late = day === null ? 0 : daysBetween(day, on);
    const isLate = kind === 'OVERDUE' || kind === 'ESCALATED';
    const note = [
      ...(isTheirs ? [] : [owner?.name ?? words.nobody]),
      ...(day === null ? [] : [day]),
      ...(isLate && late > 0 ? [words.late(late)] : []),
    ];
    return {
      title: `${key} ${title}`,
      url: `${this.publicUrl.origin}/actions/${key}`,
      note: note.length > 0 ? note.join(' · ') : null,
      answers: answersAsLinks(words.answers, urls),
    };
  }
}
