import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';

import type { Ctx } from '../../core/ctx.js';
import type { OutgoingMessage } from '../../core/outgoing-message.js';
import { PublicUrl } from '../../core/public-url.js';
import type { Language } from '../../core/vocabulary.js';
import { FilledMarkdown, MailTemplates } from '../mail-template/mail-template.service.js';
import { feedbackUntil } from './review-feedback.service.js';
import { ReviewCalendar } from './review-calendar.service.js';
import type { ReviewMeetingEntity } from './review-meeting.entity.js';
import type { MeetingState } from './review-meeting.states.js';
import { MINUTES_FIELDS, minutesView } from './review-minutes.view.js';

/** Minutes as one reader may see them, in one language. */
export interface Minutes {
  readonly meetingId: string;
  readonly language: Language;
  readonly title: string;
  /** Markdown, with the title above. */
  readonly text: string;
  /** Markdown, without the title. */
  readonly body: string;
  /** The cases that it tells something of. */
  readonly caseIds: readonly string[];
}

const HAVE_MINUTES: readonly MeetingState[] = ['RUNNING', 'ENDED'];

/** Writes the minutes of review meetings, from templates that are checked at the start. */
@Injectable()
export class ReviewMinutes {
  readonly #templates = new MailTemplates('minutes', MINUTES_FIELDS);

  constructor(
    private readonly publicUrl: PublicUrl,
    private readonly calendar: ReviewCalendar,
  ) {}

  /** What the caller may see; null before a meeting has begun and of one that was canceled. */
  async of(ctx: Ctx, meeting: ReviewMeetingEntity, language: Language): Promise<Minutes | null> {
    if (!HAVE_MINUTES.includes(meeting.state)) return null;
    const { view, caseIds } = await minutesView(ctx, meeting, language, this.publicUrl.origin);
    const document = this.#templates.document('minutes', language, view);
    return { meetingId: meeting.id, language, ...document, caseIds };
  }

  /** The mail that brings them to the caller. */
  message(ctx: Ctx, meeting: ReviewMeetingEntity, minutes: Minutes): OutgoingMessage {
    const home = this.calendar.urlOf(meeting);
    const until = feedbackUntil(meeting);
    return this.#templates.message('mail', minutes.language, {
      title: minutes.title,
      minutes: new FilledMarkdown(minutes.body),
      feedback: until !== null && ctx.clock.now() < until ? `${home}#feedback` : null,
      home,
      settings: `${this.publicUrl.origin}/settings?tab=mail`,
    });
  }
}

/** What tells one version of the minutes from another. */
export const versionOf = ({ text }: Minutes): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 22);
