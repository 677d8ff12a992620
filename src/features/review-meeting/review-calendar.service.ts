import { Inject, Injectable } from '@nestjs/common';

import type { Ctx } from '../../core/ctx.js';
import { PublicUrl } from '../../core/public-url.js';
import type { Language } from '../../core/vocabulary.js';
import {
  invitationDocument,
  type CalendarMeeting,
  type ParticipationStatus,
} from '../../infra/feed/invitation.js';
import { MAILER, type Mailer } from '../../infra/mail/mailer.js';
import { REVIEW_MEETING_WORDS } from '../../locales/review-meeting.js';
import { personById } from '../people/people.loaders.js';
import type { PersonEntity } from '../people/person.entity.js';
import type { ReviewMeetingEntity } from './review-meeting.entity.js';
import { attendanceOf } from './review-meeting.loaders.js';

/** Writes review meetings for calendars, in the language of the context. No case is in them. */
@Injectable()
export class ReviewCalendar {
  constructor(
    private readonly publicUrl: PublicUrl,
    @Inject(MAILER) private readonly mailer: Mailer,
  ) {}

  /** A file for anybody who may read the meeting. */
  async file(ctx: Ctx, meeting: ReviewMeetingEntity): Promise<string> {
    return invitationDocument({
      ...(await this.#event(ctx, meeting)),
      method: 'PUBLISH',
      stampedAt: meeting.updatedAt,
      attendee: null,
    });
  }

  /** What is sent to somebody: to take it in, or to strike it out. */
  async invitation(
    ctx: Ctx,
    meeting: ReviewMeetingEntity,
    person: PersonEntity,
    method: 'REQUEST' | 'CANCEL',
  ): Promise<string> {
    const rows = await attendanceOf(ctx).load(meeting.id);
    const answer = rows.find(({ personId }) => personId === person.id)?.answer;
    const status: ParticipationStatus = answer ?? 'NEEDS-ACTION';
    return invitationDocument({
      ...(await this.#event(ctx, meeting)),
      method,
      stampedAt: ctx.clock.now(),
      isCanceled: method === 'CANCEL',
      attendee: { name: person.name, address: person.email ?? '', status },
    });
  }

  /** Where people find a meeting. */
  urlOf({ key }: ReviewMeetingEntity): string {
    return `${this.publicUrl.origin}/meetings/${key}`;
  }

  async #event(
    ctx: Ctx,
    meeting: ReviewMeetingEntity,
  ): Promise<Omit<CalendarMeeting, 'method' | 'stampedAt' | 'attendee'>> {
    const { id, sequence, title, startsAt, durationMinutes, place, state, facilitatorId } = meeting;
    const words = REVIEW_MEETING_WORDS[ctx.locale];
    const facilitator = facilitatorId === null ? null : await personById(ctx).load(facilitatorId);
    const url = this.urlOf(meeting);
    return {
      uid: id,
      sequence,
      startsAt,
      endsAt: endOf({ startsAt, durationMinutes }),
      title,
      place,
      lines: [...(facilitator ? [words.facilitator(facilitator.name)] : []), url],
      url,
      isCanceled: state === 'CANCELED',
      organizer: this.mailer.from && { name: 'fupan', ...named(this.mailer.from) },
    };
  }
}

const named = ({ name, address }: { name: string; address: string }) =>
  name === '' ? { address } : { name, address };

/** When a meeting is planned to end. */
export function endOf({
  startsAt,
  durationMinutes,
}: Pick<ReviewMeetingEntity, 'startsAt' | 'durationMinutes'>): Date {
  return new Date(startsAt.getTime() + durationMinutes * 60_000);
}

/** Day, time and the zone they are in. */
export function whenIn(locale: Language, at: Date, timeZone: string): string {
  const said = new Intl.DateTimeFormat(locale, {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone,
  }).format(at);
  return `${said} (${timeZone})`;
}
