import { Injectable, type OnModuleInit } from '@nestjs/common';

import { personIdOf } from '../../core/actor.js';
import type { Ctx } from '../../core/ctx.js';
import type { OutgoingLine, OutgoingMessage } from '../../core/outgoing-message.js';
import { clip } from '../../core/text/clip.js';
import { REVIEW_MEETING_WORDS, type InvitationNews } from '../../locales/review-meeting.js';
import type { DeliveryEntity } from '../delivery/delivery.entity.js';
import { Composers } from '../delivery/delivery.service.js';
import { mailPreferencesOf } from '../mail-preference/mail-preference.loaders.js';
import { Unsubscribe } from '../mail-preference/unsubscribe.service.js';
import { personById } from '../people/people.loaders.js';
import { endOf, ReviewCalendar, whenIn } from './review-calendar.service.js';
import { hasInvitation, INVITATION, lastInvitation } from './review-invitations.service.js';
import type { ReviewMeetingEntity } from './review-meeting.entity.js';
import { invitedIdsOf, reviewMeetingById } from './review-meeting.loaders.js';

const MOST_OF_TITLE = 200;

/**
 * Composes invitations at the moment of sending, from the meeting as it is then. It says nothing of
 * any case: who is invited need not be somebody who may read them all.
 */
@Injectable()
export class ReviewInvitationComposer implements OnModuleInit {
  constructor(
    private readonly composers: Composers,
    private readonly calendar: ReviewCalendar,
    private readonly unsubscribe: Unsubscribe,
  ) {}

  onModuleInit(): void {
    this.composers.register(INVITATION, (ctx, delivery) => this.#compose(ctx, delivery));
  }

  async #compose(ctx: Ctx, { subject }: DeliveryEntity): Promise<OutgoingMessage | null> {
    const personId = personIdOf(ctx.actor);
    const person = personId === null ? null : await personById(ctx).load(personId);
    const meeting = await reviewMeetingById(ctx).load(String(subject['meetingId']));
    if (!person || !meeting || endOf(meeting) <= ctx.clock.now()) return null;
    const { meetings: isWanted } = await mailPreferencesOf(ctx).load(person.id);
    const number = Number(subject['number']);
    const last = await lastInvitation(ctx, meeting.id, person.id);
    // A later one says what holds by now.
    if (!isWanted || last?.number !== number) return null;
    const to = { meetingId: meeting.id, personId: person.id, before: number };
    const hasIt = await hasInvitation(ctx, to);
    const isInvited =
      meeting.state !== 'CANCELED' && (await invitedIdsOf(ctx, meeting)).includes(person.id);
    if (!isInvited && !hasIt) return null;
    const news = newsOf(meeting, { isInvited, hasIt });
    const method = isInvited ? 'REQUEST' : 'CANCEL';
    const content = await this.calendar.invitation(ctx, meeting, person, method);
    const message = await this.#message(ctx, meeting, person.zone ?? meeting.zone, news);
    const unsubscribeUrl = this.unsubscribe.urlFor(person.id, 'meetings');
    return {
      ...message,
      mail: { list: 'meetings', unsubscribeUrl, calendar: { method, content } },
    };
  }

  async #message(
    ctx: Ctx,
    meeting: ReviewMeetingEntity,
    zone: string,
    news: InvitationNews,
  ): Promise<OutgoingMessage> {
    const { title, startsAt, durationMinutes, place, facilitatorId, reason } = meeting;
    const words = REVIEW_MEETING_WORDS[ctx.locale];
    const when = whenIn(ctx.locale, startsAt, zone);
    const facilitator = facilitatorId === null ? null : await personById(ctx).load(facilitatorId);
    const lines: OutgoingLine[] = [
      { text: when, note: words.minutes(durationMinutes) },
      ...(place === null ? [] : [placeLine(words.place(place), place)]),
      ...(facilitator ? [{ text: words.facilitator(facilitator.name) }] : []),
      ...(reason === null ? [] : [{ text: words.reason(reason) }]),
    ];
    return {
      locale: ctx.locale,
      title: words.subject[news](clip(title, MOST_OF_TITLE), when),
      intro: words.intro[news],
      sections: [{ heading: words.details, lines }],
      links: [{ label: words.open, url: this.calendar.urlOf(meeting) }],
      footer: words.footer,
    };
  }
}

function newsOf(
  { state }: ReviewMeetingEntity,
  { isInvited, hasIt }: { readonly isInvited: boolean; readonly hasIt: boolean },
): InvitationNews {
  if (isInvited) return hasIt ? 'CHANGED' : 'INVITED';
  return state === 'CANCELED' ? 'CANCELED' : 'LEFT_OUT';
}

function placeLine(text: string, place: string): OutgoingLine {
  return /^https?:\/\/\S+$/i.test(place) ? { text, url: place } : { text };
}
