import type { PastedLine } from './pasted-line.js';
import { stampAt, type PasteContext } from './pasted-moment.js';

/** What people are called in chats: capitalised words, a handle, a name in Han, kana or hangul. */
const WORD = String.raw`\p{Lu}[\p{L}\p{M}'’.-]*`;
const PARTICLE = '(?:de|da|del|der|den|di|du|la|le|van|von|bin|ibn|al|el|y)';
const SUFFIX = String.raw`(?:[ \t]*[(（【[][^)）】\]]{1,40}[)）】\]])?`;
const LATIN = new RegExp(`^${WORD}(?:[ \\t](?:${PARTICLE}[ \\t])*${WORD}){0,4}${SUFFIX}$`, 'u');
const EAST = new RegExp(
  String.raw`^(?:[A-Za-z]{2,8}[-_ ])?[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー·]{2,6}(?:[ \t]?[A-Za-z][\w.]{0,20})?(?:@[^\s@]{2,20})?${SUFFIX}$|^\p{Script=Hangul}{2,6}${SUFFIX}$`,
  'u',
);
const HANDLE = /^(?:@[\w.-]{2,30}|[a-z][\w-]*[._\d][\w.-]*)$/u;
/** Words that stand where a name does and are none. */
const NO_NAME =
  /^(?:update|note|timeline|start(?:ed)?|end(?:ed)?|time|date|alert|incident|status|info|error|warning|fatal|today|yesterday|utc|gmt|todo|summary|impact|detection|recovery|resolved|時間|时间|時間線|时间线|開始|开始|結束|结束|恢復|恢复|告警|發現|发现|定位|止血|處理|处理|影響|影响|原因|回滾|回滚|確認|确认|公告|更新|狀態|状态|備註|备注)$/iu;
/** What chats put beside the name of a program. */
const BADGE = /^(?:APP|BOT|WORKFLOW|應用程式|应用|機器人|机器人)$/u;
/** Ends of sentences, which names do not have. */
const SENTENCE =
  /[.!?。！？；;…]$|\b(?:at|on|by|from|until|since|to|before|after)$|[到於于在至約约]$/iu;

/** The name that a text is, without what chats put around it; undefined for anything else. */
export function nameIn(text: string): string | undefined {
  const name = text
    .replace(/:[a-z0-9_+-]+:/gu, ' ')
    .replace(/[ \t]*(?:\bAPP|\bBOT|機器人|机器人)[ \t]*$/u, '')
    .replace(/^[<＜]|[>＞]$/gu, '')
    .replace(/[ \t,，—–|-]+$/u, '')
    .replace(/[:：]$/u, '')
    .trim();
  if (name.length < 2 || name.length > 40 || NO_NAME.test(name) || SENTENCE.test(name)) {
    return undefined;
  }
  return LATIN.test(name) || EAST.test(name) || HANDLE.test(name) ? name : undefined;
}

/** `[2:05 PM] Ann Lee: text`, `11/03/2026, 14:05 - Ann Lee: text`, `14:05 <ann> text`. */
const INLINE =
  /^(?:[<＜](@?[^>＞\s]{1,40})[>＞][ \t]*|([^:：\n]{2,60})(?::[ \t]+|：[ \t]*))(?=\S)/u;
const BRACKETED = /^[ \t]*[[【]/u;
const WHATSAPP = /^[^\p{L}]{6,40}(?:[ap]m)?[ \t]-[ \t]/iu;

/** What a line that begins with its time says of who wrote it. */
export function chatOf(line: string, parsed: PastedLine): PastedLine {
  const { text } = parsed;
  const inline = INLINE.exec(text.slice(0, 80));
  const isChat = BRACKETED.test(line) || WHATSAPP.test(line.slice(0, 80));
  const said = inline?.[1] ?? (isChat && inline?.[2] !== undefined ? nameIn(inline[2]) : undefined);
  if (inline && said !== undefined) {
    const words = text.slice(inline[0].length).trim();
    return { ...parsed, text: words, source: { kind: 'CHAT', name: said } };
  }
  const isHead = BRACKETED.test(line) || parsed.stamp.day?.year !== undefined;
  const writer = isHead && text.length <= 60 ? nameIn(text) : undefined;
  return writer === undefined ? parsed : { ...parsed, writer };
}

/** Only these end in a time. */
const ENDS_IN_TIME = /(?:\d|[ap]\.?m\.?|[半分秒整])[\])）]?[:：]?$/iu;
/** Places where the time at the end of a line may begin. */
const STARTS =
  /(?<=[\s,，—–(（[【>）)\]])(?:[\d(（[【]|(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|today|yesterday|[ap]m\b)|[上下中凌早晚傍今昨周週星禮礼])/giu;
/** No time is longer than this. */
const LONGEST_TIME = 40;
/** A day and a time are made of no more words. */
const MOST_STARTS = 8;
/** A longer line is no head of a message. */
const LONGEST = 90;

/** `Ann Lee  2:05 PM`, `王小明 2026/3/11 14:05:33`: a line that ends in its time. */
export function lineWithTimeLast(line: string, context: PasteContext): PastedLine | undefined {
  if (
    line.length > LONGEST ||
    !ENDS_IN_TIME.test(line) ||
    !/\d[:點点時时 \t]?\d|\d[ap]m/iu.test(line)
  ) {
    return undefined;
  }
  const bare = line.replace(/[:：]$/u, '');
  const from = Math.max(bare.length - LONGEST_TIME, 0);
  const starts = [...bare.slice(from).matchAll(STARTS)].slice(-MOST_STARTS);
  for (const { index } of starts) {
    const begin = from + index;
    const stamp = stampAt(bare.slice(begin), context);
    if (stamp?.length !== bare.length - begin || stamp.epoch !== undefined) continue;
    const head = bare
      .slice(0, begin)
      .replace(/[ \t,，—–|([（【-]+$/u, '')
      .trim();
    // Its name stands on the line above.
    if (BADGE.test(head)) return { stamp, text: '', source: null };
    const writer = nameIn(head);
    return writer === undefined ? undefined : { stamp, text: head, source: null, writer };
  }
  return undefined;
}
