import { BYSTANDER } from '../../core/actor.js';
import { NotFoundError } from '../../core/errors.js';
import type { Language } from '../../core/vocabulary.js';
import { DigestMail } from '../../features/digest/digest-mail.service.js';
import { DigestService } from '../../features/digest/digest.service.js';
import { weekAt, weeksAfter } from '../../core/iso-week.js';
import { calendarOfTeam } from '../../features/work-calendar/work-calendar.loaders.js';
import { TeamEntity } from '../../features/people/team.entity.js';
import { EXIT, type Command } from '../command-app.js';
import { printable, say, sayJson } from '../io.js';
import { counted } from '../table.js';

export interface DigestArguments {
  readonly team: string;
  /** Default: the last that is over. */
  readonly week?: string | undefined;
  readonly language?: Language | undefined;
  readonly send: boolean;
  readonly json: boolean;
}

/** Prints the digest of a team as its channels get it: with nothing that not everybody may read. */
export function digestCommand({
  team: key,
  language,
  send,
  json,
  ...args
}: DigestArguments): Command {
  return async (io, app) => {
    const digests = await app.get(DigestService);
    const mail = await app.get(DigestMail);
    const ctx = await app.ctx(io);
    const team = await ctx.db.findOneBy(TeamEntity, { key: key.trim().toLowerCase() });
    if (!team) throw new NotFoundError('team', ['team']);
    const { zone } = await calendarOfTeam(ctx).load(team.id);
    const week = args.week ?? weeksAfter(weekAt(ctx.clock.now(), zone), -1).text;
    const readers = { ...ctx, actor: BYSTANDER, locale: language ?? ctx.locale };
    const digest = await digests.ofTeam(readers, team.key, week);
    if (!digest) throw new NotFoundError('team', ['team']);
    const { title, mail: parts } = await mail.messageOf(readers, digest);
    const text = parts?.text ?? title;
    const sent = send
      ? await app.write(io, (tx) => mail.sendToChannels(tx, team, week))
      : undefined;
    if (sent !== undefined) await app.drained();
    if (json) sayJson(io, { week: digest.week, subject: title, text, sent });
    else say(io.stdout, printable(text).trimEnd());
    if (sent !== undefined) say(io.stderr, `fupan: sent to ${counted(sent, 'channel')}`);
    return EXIT.success;
  };
}
