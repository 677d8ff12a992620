import type { OutgoingMessage } from '../../core/outgoing-message.js';
import { clip, onOneLine } from '../../core/text/clip.js';
import type { ChannelKind } from '../../core/vocabulary.js';
import type { ChatFormat, ChatTarget } from './chat-format.js';
import { DINGTALK } from './dingtalk.js';
import { FEISHU } from './feishu.js';
import { SLACK } from './slack.js';
import { TEAMS } from './teams.js';
import { WECOM } from './wecom.js';

export const CHAT_FORMATS: Readonly<Record<ChannelKind, ChatFormat>> = {
  SLACK,
  TEAMS,
  FEISHU,
  DINGTALK,
  WECOM,
};

/** A message as a chat takes it: signed, and as long as it may be. */
export function chatRequest(
  kind: ChannelKind,
  { url, secret }: ChatTarget,
  message: OutgoingMessage,
  now: Date,
): { readonly url: string; readonly body: string } {
  const format = CHAT_FORMATS[kind];
  const body = fitted(format, tidy(message));
  const signed =
    secret === null || !format.sign ? { url, body } : format.sign({ url, secret }, body, now);
  return { url: signed.url, body: JSON.stringify(signed.body) };
}

/** How the signature and its time may lengthen a body. */
const SIGNATURE_BYTES = 120;

/** Leaves the last lines out until the rest fits, and where none fits, the buttons and the intro. */
function fitted(format: ChatFormat, whole: OutgoingMessage): object {
  const bodyOf = (message: OutgoingMessage, count: number): object | null => {
    const body = format.body(firstLines(message, count));
    const bytes = Buffer.byteLength(JSON.stringify(body)) + SIGNATURE_BYTES;
    return bytes <= format.maxBytes ? body : null;
  };
  const shorter = [whole, { ...whole, links: [] }, { ...whole, links: [], intro: undefined }];
  const message = shorter.find((each) => bodyOf(each, 0) !== null) ?? { ...whole, sections: [] };
  // The more lines, the longer: the greatest number that fits is found by halving.
  let [fits, tooMany] = [0, linesIn(message) + 1];
  while (tooMany - fits > 1) {
    const count = Math.floor((fits + tooMany) / 2);
    if (bodyOf(message, count)) fits = count;
    else tooMany = count;
  }
  return format.body(firstLines(message, fits));
}

const linesIn = ({ sections }: OutgoingMessage): number =>
  sections.reduce((sum, { lines }) => sum + lines.length, 0);

function firstLines(message: OutgoingMessage, count: number): OutgoingMessage {
  let left = count;
  const sections = message.sections.flatMap((section) => {
    const lines = section.lines.slice(0, left);
    left -= lines.length;
    return lines.length === 0 ? [] : [{ ...section, lines }];
  });
  const all = linesIn(message);
  if (count >= all) return { ...message, sections };
  const more = MORE[message.locale](all - count);
  return { ...message, sections, footer: message.footer ? `${more} ${message.footer}` : more };
}

const MORE: Readonly<Record<OutgoingMessage['locale'], (count: number) => string>> = {
  en: (count) => `${count} more in fupan.`,
  'zh-Hant': (count) => `另有 ${count} 項，請到 fupan 查看。`,
  'zh-Hans': (count) => `另有 ${count} 项，请到 fupan 查看。`,
};

const MOST_LINKS = 5;

/** Every text on one line and of a length that all chats take. */
function tidy(message: OutgoingMessage): OutgoingMessage {
  const line = (text: string, max: number): string => clip(onOneLine(text), max);
  const maybe = (text: string | undefined, max: number): string | undefined =>
    text === undefined ? undefined : line(text, max);
  return {
    locale: message.locale,
    title: line(message.title, 140),
    intro: maybe(message.intro, 500),
    sections: message.sections.map(({ heading, lines }) => ({
      heading: line(heading, 100),
      lines: lines.map(({ text, url, note }) => ({
        text: line(text, 300),
        url,
        note: maybe(note, 200),
      })),
    })),
    links: (message.links ?? []).slice(0, MOST_LINKS).map(({ label, url }) => ({
      label: line(label, 40),
      url,
    })),
    footer: maybe(message.footer, 200),
  };
}
