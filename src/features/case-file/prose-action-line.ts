import type { CaseDraft } from './case-draft.js';
import type { Language } from '../../core/vocabulary.js';
import type { Column } from './prose-columns.js';
import { wholeMoment, withYear } from './prose-time.js';
import { actionPriorityNamed, actionStatusNamed, actionTypeNamed } from './word-tables.js';

/** What one text says of an action: the column that it would stand in, and the value. */
export type Piece = [Column, string];

/** What an action says besides its title. */
export interface ActionLine {
  title: string;
  pieces: Piece[];
}

/** What is known where a day leaves its year out. */
type Days = Pick<CaseDraft, 'day'>;

const LABELS: readonly (readonly [RegExp, Column])[] = [
  [
    /^(?:(?:owner|assignee|dri)(?!\p{L})|負責人|负责人|跟進人|跟进人|(?:owners|assigned to|責任人|责任人)(?=[ \t]*[:：]))[ \t]*[:：]?[ \t]*/iu,
    'owner',
  ],
  [
    /^(?:due date|due|by|deadline|eta|截止日期|截止時間|截止时间|截止|預計完成時間|预计完成时间|完成時間|完成时间|完成日期|期限)(?:[ \t]*[:：][ \t]*|[ \t]+(?=\d|[A-Z]))/iu,
    'due',
  ],
  [/^(?:status|狀態|状态)[ \t]*[:：][ \t]*/iu, 'status'],
  [/^(?:priority|優先級|优先级)[ \t]*[:：][ \t]*/iu, 'priority'],
  [/^(?:type|類型|类型)[ \t]*[:：][ \t]*/iu, 'type'],
];

/** `Add an alert — @ann — due 2024-04-01`, `增加告警 負責人：李四 截止：5月20日`. */
const DASHES =
  /(?<!\s)\s+(?:[-–—|]+\s+)?(?=(?:owner|assignee|dri|due|due date|deadline|eta|status|priority|type|負責人|负责人|跟進人|跟进人|截止|截止日期|完成時間|完成时间|期限|狀態|状态|優先級|优先级)[ \t]*[:：])|(?<!\s)\s+[–—|]+\s+/iu;
/** `Add an alert - Ann Lee - done`. */
const HYPHENS = /(?<!\s)\s+-+\s+/u;
const PARTS = /[,，、;；|]/u;

/** A bare name counts only beside a day, a state or a priority: "(Prometheus)" owns nothing. */
const NAME = /^[^\d:：/]{1,40}$/u;
/** Words joined by hyphens are common in titles, so there a name must look like one. */
const PLAIN_NAME = /^(?:\p{Lu}[\p{L}.'-]*(?: \p{Lu}[\p{L}.'-]*){0,2}|\p{Script=Han}{2,4})$/u;

const PRIORITY = /^(?:\*\*)?[[(]?(P[0-3])[\])]?(?:\*\*)?[ \t]*[:：\-–—][ \t]*/u;
const HANDLE = String.raw`@[\p{L}\p{N}_][\p{L}\p{N}_.\-/]*`;
/** `@kim: write a check`. */
const LEADING_HANDLE = new RegExp(String.raw`^(${HANDLE})[ \t]*[:：\-–—]+[ \t]*`, 'u');
/** `write a check @kim`, but not `talk to @kim`. */
const TRAILING_HANDLE = new RegExp(
  String.raw`(?<![\s,，、]|\b(?:with|to|from|by|for|and|or|of|ask|tell|notify|see|via|in)|[和与與跟向给給由])[ \t]+(${HANDLE})$`,
  'iu',
);
const LINK = String.raw`\[([^\][]*)\]\((https?:\/\/[^\s)]+)\)`;
const LEADING_LINK = new RegExp(String.raw`^${LINK}[ \t]*[:：\-–—]*[ \t]+`, 'u');
const TRAILING_LINK = new RegExp(String.raw`(?<!\s)[ \t]+${LINK}$`, 'u');

/** Longer ones are told at length, not noted; a bound also for the time that the patterns take. */
const LONGEST = 2_000;

/** Takes owner, day, state, ticket and the like off both ends of a line, as far as they are understood. */
export function readActionLine(text: string, language: Language, draft: Days): ActionLine {
  if (text.length > LONGEST) return { title: text, pieces: [] };
  let line: ActionLine = { title: text, pieces: [] };
  for (const take of [takeLeading, takeLeading, takeEnd, takeEnd, takeEnd]) {
    const shorter = take(line.title, language, draft);
    if (shorter && shorter.title !== '')
      line = { title: shorter.title, pieces: [...line.pieces, ...shorter.pieces] };
  }
  return line;
}

/** `Owner: Ann` on a line of its own; undefined if the value cannot be understood. */
export function labelled(text: string, language: Language, draft: Days): Piece | undefined {
  for (const [label, column] of LABELS) {
    const match = label.exec(text);
    const value = match && text.slice(match[0].length).trim();
    if (value && isUnderstood(column, value, language, draft)) return [column, value];
  }
  return undefined;
}

/** The day that a text names, as a calendar date; undefined if it says more or less. */
export function dayIn(text: string, draft: Days, language: Language): string | undefined {
  const written = wholeMoment(text, language);
  if (!written?.day || written.time) return undefined;
  const { year, month, day } = withYear(written.day, draft.day) ?? {};
  if (year === undefined || month === undefined) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined;
}

function takeLeading(text: string): ActionLine | undefined {
  const priority = PRIORITY.exec(text);
  if (priority)
    return { title: text.slice(priority[0].length), pieces: said('priority', priority) };
  const handle = LEADING_HANDLE.exec(text);
  if (handle) return { title: text.slice(handle[0].length), pieces: said('owner', handle) };
  const link = LEADING_LINK.exec(text);
  return link && isTicket(link)
    ? { title: text.slice(link[0].length), pieces: [['ticket', link[2] ?? '']] }
    : undefined;
}

function takeEnd(text: string, language: Language, draft: Days): ActionLine | undefined {
  const link = TRAILING_LINK.exec(text);
  if (link && isTicket(link))
    return { title: text.slice(0, link.index), pieces: [['ticket', link[2] ?? '']] };
  const handle = TRAILING_HANDLE.exec(text);
  if (handle) return { title: text.slice(0, handle.index), pieces: said('owner', handle) };
  const [before, within] = bracketed(text) ?? [];
  const inBrackets = within && understood(within.split(PARTS), language, draft, NAME);
  if (before && inBrackets) return { title: before, pieces: inBrackets };
  return (
    split(text, DASHES, NAME, language, draft) ?? split(text, HYPHENS, PLAIN_NAME, language, draft)
  );
}

function said(column: Column, match: RegExpExecArray): Piece[] {
  return [[column, match[1] ?? '']];
}

/** The words of the link are in its address, so that nothing is lost with them. */
function isTicket([, words = '', url = '']: RegExpExecArray): boolean {
  return words !== '' && url.includes(words);
}

/** `Add an alert (Ann, due 2024-04-01)` as its two parts; a link in Markdown is one word. */
function bracketed(text: string): [string, string] | undefined {
  const whole = text.trimEnd().replace(/[.。]$/u, '');
  if (!/[)）\]]$/u.test(whole)) return undefined;
  const open = Math.max(...['(', '（', '['].map((bracket) => whole.lastIndexOf(bracket)));
  const within = whole.slice(open + 1, -1);
  if (open <= 0 || within.length > 200 || /[)）\]]/u.test(within)) return undefined;
  return whole.charAt(open - 1) === ']' ? undefined : [whole.slice(0, open).trimEnd(), within];
}

function split(
  text: string,
  at: RegExp,
  name: RegExp,
  language: Language,
  draft: Days,
): ActionLine | undefined {
  const [title = '', ...rest] = text.split(at);
  const pieces = rest.length > 0 ? understood(rest, language, draft, name) : undefined;
  return pieces && { title, pieces };
}

/** What each piece says; undefined unless all are understood. */
function understood(
  texts: readonly string[],
  language: Language,
  draft: Days,
  name: RegExp,
): Piece[] | undefined {
  const pieces = texts.map((piece) => piece.trim().replace(/[.。,，;；]$/u, ''));
  const told = pieces.map((piece) => pieceOf(piece, language, draft));
  const names = pieces.filter((_, at) => told[at] === undefined);
  const nameFits = names.length === 1 && told.length > 1 && name.test(names[0] ?? '');
  if (names.length > 0 && !nameFits) return undefined;
  return pieces.map((piece, at): Piece => told[at] ?? ['owner', piece]);
}

function pieceOf(piece: string, language: Language, draft: Days): Piece | undefined {
  const named = labelled(piece, language, draft);
  if (named) return named;
  if (dayIn(piece, draft, language)) return ['due', piece];
  if (/^@\S+$/u.test(piece) || /^\S+@\S+\.\S+$/u.test(piece)) return ['owner', piece];
  if (/^P[0-3]$/u.test(piece)) return ['priority', piece];
  if (actionStatusNamed(piece)) return ['status', piece];
  if (/^https?:\/\/\S+$/u.test(piece)) return ['ticket', piece];
  return undefined;
}

function isUnderstood(column: Column, value: string, language: Language, draft: Days): boolean {
  switch (column) {
    case 'due':
      return dayIn(value, draft, language) !== undefined;
    case 'status':
      return actionStatusNamed(value) !== undefined;
    case 'priority':
      return actionPriorityNamed(value) !== undefined;
    case 'type':
      return actionTypeNamed(value)?.whole === true;
    default:
      return true;
  }
}
