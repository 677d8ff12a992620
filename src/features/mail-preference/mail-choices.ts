import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

import type { WorkingDays } from '../../core/working-days.js';

/** The mail that comes by itself, each kind of which can be left. Links name them by place: add at the end. */
export const MAIL_LISTS = ['digest', 'reminders', 'comments', 'meetings'] as const;
export type MailList = (typeof MAIL_LISTS)[number];

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'notATime' });

/** Which mail somebody wants, and when. */
export const mailChoices = z.object({
  /** The digest of the week. */
  digest: z.boolean(),
  /** What is due, late or waits for them. */
  reminders: z.boolean(),
  /** What was said to them in comments on cases. */
  comments: z.boolean(),
  /** Invitations to review meetings. */
  meetings: z.boolean(),
  /** `HH:MM` in their zone. From then on nothing comes by itself. */
  quietFrom: time,
  /** Until then, the next day where it is the earlier. The same as `quietFrom`: there are no quiet hours. */
  quietUntil: time,
});
export type MailChoices = z.output<typeof mailChoices>;

/** What holds while somebody has not said otherwise. */
export const DEFAULT_CHOICES: MailChoices = {
  digest: true,
  reminders: true,
  comments: true,
  meetings: true,
  quietFrom: '20:00',
  quietUntil: '08:00',
};

/**
 * The first moment at or after an instant at which mail may come: outside of the quiet hours, on a
 * day that is worked.
 * @param zone in which the hours are meant
 */
export function momentForMail(
  at: Date,
  zone: string,
  days: WorkingDays,
  { quietFrom, quietUntil }: Pick<MailChoices, 'quietFrom' | 'quietUntil'>,
): Date {
  const from = Temporal.PlainTime.from(quietFrom);
  const until = Temporal.PlainTime.from(quietUntil);
  const isBefore = (one: Temporal.PlainTime, other: Temporal.PlainTime): boolean =>
    Temporal.PlainTime.compare(one, other) < 0;
  let moment = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  for (;;) {
    const date = moment.toPlainDate();
    const time = moment.toPlainTime();
    const isOvernight = isBefore(until, from);
    if (!days.isWorkingDay(date.toString())) {
      const next = days.addWorkingDays(date.toString(), 1);
      moment = Temporal.PlainDate.from(next).toZonedDateTime(zone);
    } else if (
      isOvernight ? isBefore(time, until) : !isBefore(time, from) && isBefore(time, until)
    ) {
      moment = date.toZonedDateTime({ timeZone: zone, plainTime: until });
    } else if (isOvernight && !isBefore(time, from)) {
      moment = date.add({ days: 1 }).toZonedDateTime(zone);
    } else {
      return new Date(moment.epochMilliseconds);
    }
  }
}
