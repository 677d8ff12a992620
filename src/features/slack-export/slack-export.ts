import { z } from 'zod';

import { FupanError } from '../../core/errors.js';
import { LIMITS } from '../../core/limits.js';
import { plainSlack, type Names } from './slack-text.js';
import type { SlackZip } from './slack-zip.js';

/** A channel of an export and the days of which it holds something. */
export interface SlackChannel {
  /** The folder of its days. */
  readonly folder: string;
  readonly from: string;
  readonly to: string;
}

/** One message, once, as it was in the end. */
export interface SlackMessage {
  readonly at: Date;
  readonly text: string;
  readonly source: { readonly kind: 'CHAT' | 'ALERT'; readonly name: string | null };
  /** The instant as Slack writes it, which is also the id of the message; who and what, to the letter. */
  readonly original: string;
}

const person = z.object({
  id: z.string(),
  name: z.string().nullish(),
  real_name: z.string().nullish(),
  profile: z
    .object({ display_name: z.string().nullish(), real_name: z.string().nullish() })
    .nullish(),
});
const channel = z.object({ id: z.string(), name: z.string().nullish() });
const TS = /^(\d{1,11})\.(\d{1,6})$/u;
const attachment = z.object({
  ...{ fallback: z.string().nullish(), pretext: z.string().nullish() },
  ...{ title: z.string().nullish(), text: z.string().nullish() },
});
const message = z.object({
  type: z.literal('message'),
  subtype: z.string().nullish(),
  ts: z.string().regex(TS),
  user: z.string().nullish(),
  username: z.string().nullish(),
  bot_id: z.string().nullish(),
  bot_profile: z.object({ name: z.string().nullish() }).nullish(),
  text: z.string().nullish(),
  attachments: z.array(attachment).nullish(),
  deleted_ts: z.string().nullish(),
});
type Message = z.output<typeof message>;

/** Who came and went, and what was done with the channel: nothing of what happened. */
const NOISE =
  /_(?:join|leave|archive|unarchive|name|purpose|topic|convert_to_private|posting_permissions)$|^(?:bot_add|bot_remove|pinned_item|reminder_add|tombstone)$/u;
const ALERT =
  /\b(?:alert|alarm|alertmanager|triggered|firing|critical|acknowledged|resolved|incident|warning|degraded)\b|告警|警報|警报|報警|报警|故障/iu;
const DAY = /^(.+)\/(\d{4}-\d{2}-\d{2})\.json$/u;

/** The channels of an export that hold something, by name. @throws FupanError VALIDATION `notSlackExport` */
export function channelsOf(zip: SlackZip): SlackChannel[] {
  const channels = new Map<string, SlackChannel>();
  for (const path of zip.paths) {
    const [, folder, day] = DAY.exec(path) ?? [];
    if (folder === undefined || day === undefined) continue;
    const { from = day, to = day } = channels.get(folder) ?? {};
    channels.set(folder, { folder, from: day < from ? day : from, to: day > to ? day : to });
  }
  if (channels.size === 0) throw new FupanError('VALIDATION', 'notSlackExport', {}, ['file']);
  return [...channels.values()].sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

/**
 * What was written in a channel in a range of time, in order.
 * @throws FupanError VALIDATION `slackTooMany` for more than a timeline can hold
 */
export async function messagesOf(
  zip: SlackZip,
  folder: string,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<SlackMessage[]> {
  const names = await namesOf(zip);
  // Slack puts days into files by a zone of its own, so that the days beside are looked into as well.
  const [first, last] = [dayOf(from, -1), dayOf(to, 1)];
  const found = new Map<string, Message>();
  for (const path of zip.paths.sort()) {
    const [, of, day = ''] = DAY.exec(path) ?? [];
    if (of !== folder || day < first || day > last) continue;
    for (const raw of listOf(await zip.json(path))) take(raw, found);
    if (found.size > LIMITS.entriesPerCase) {
      const params = { max: LIMITS.entriesPerCase };
      throw new FupanError('VALIDATION', 'slackTooMany', params, ['from']);
    }
  }
  return [...found.values()]
    .map((each) => readMessage(each, names))
    .filter(({ at, text }) => text !== '' && at >= from && at <= to)
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.original < b.original ? -1 : 1));
}

const DAY_MS = 24 * 60 * 60 * 1000;
const dayOf = (at: Date, days: number): string =>
  new Date(at.getTime() + days * DAY_MS).toISOString().slice(0, 10);

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A message, its later wording in its place, or that it is gone. */
function take(raw: unknown, found: Map<string, Message>): void {
  const changed = z.object({ subtype: z.literal('message_changed'), message: z.unknown() });
  const edit = changed.safeParse(raw);
  const { data } = message.safeParse(
    edit.success ? { type: 'message', ...(edit.data.message as object | null) } : raw,
  );
  if (!data) return;
  if (data.subtype === 'message_deleted') found.delete(data.deleted_ts ?? '');
  else if (!NOISE.test(data.subtype ?? '')) found.set(data.ts, data);
}

function readMessage(each: Message, names: Names): SlackMessage {
  const { ts, user, username, text, attachments, bot_id: bot, bot_profile: profile } = each;
  const [, seconds = '0', fraction = '0'] = TS.exec(ts) ?? [];
  const at = new Date(Number(seconds) * 1000 + Number(fraction.padEnd(6, '0').slice(0, 3)));
  const parts = (attachments ?? []).map(({ pretext, title, text: words, fallback }) => {
    const said = [pretext, title, words].filter((part) => part);
    return said.length > 0 ? said.join('\n') : fallback;
  });
  const raw = [text, ...parts].filter((part) => part).join('\n');
  const words = plainSlack(raw, names).slice(0, LIMITS.entry);
  const isBot = Boolean(bot) || each.subtype === 'bot_message';
  const name = profile?.name ?? username ?? names.get(user ?? '') ?? user ?? null;
  const kind = isBot && ALERT.test(words) ? 'ALERT' : 'CHAT';
  return {
    ...{ at, text: words, source: { kind, name: name?.slice(0, LIMITS.name) ?? null } },
    original: `${ts} ${user ?? name ?? ''}: ${raw}`.slice(0, LIMITS.entry),
  };
}

/** What people and channels are called, by their ids. */
async function namesOf(zip: SlackZip): Promise<Names> {
  const names = new Map<string, string>();
  for (const path of ['users.json', 'org_users.json']) {
    for (const raw of listOf(await zip.json(path))) {
      const { data } = person.safeParse(raw);
      if (!data) continue;
      const { profile, real_name: real, name } = data;
      names.set(data.id, profile?.display_name || real || profile?.real_name || name || data.id);
    }
  }
  for (const path of ['channels.json', 'groups.json']) {
    for (const raw of listOf(await zip.json(path))) {
      const { data } = channel.safeParse(raw);
      if (data?.name) names.set(data.id, data.name);
    }
  }
  return names;
}
