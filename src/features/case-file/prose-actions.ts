import { LIMITS } from '../../core/limits.js';
import type { Language } from '../../core/vocabulary.js';
import type { CaseDocumentInput } from './case-document.js';
import { personNamed, type CaseDraft } from './case-draft.js';
import {
  closeTable,
  isPlaceholder,
  readLists,
  readTables,
  use,
  wholeText,
  type ListItem,
  type Table,
} from './prose-blocks.js';
import { columnsOf, type Column } from './prose-columns.js';
import { wholeMoment } from './prose-time.js';
import type { ProseNode } from './prose-tree.js';
import {
  actionPriorityNamed,
  actionStatusNamed,
  actionTypeNamed,
  type Named,
} from './word-tables.js';

type Action = NonNullable<CaseDocumentInput['actions']>[number];

/** An action in the making; what has no place of its own goes into `details`. */
interface Draft {
  action: Action;
  details: string[];
}

/** Makes action items of the tables and lists of a section, and of the sections under it. */
export function readActions(draft: CaseDraft, node: ProseNode, language: Language): void {
  for (const table of readTables(node.lines)) fromTable(draft, table, language);
  for (const item of readLists(node.lines)) fromItem(draft, item, language);
  node.mapped = true;
  for (const child of node.children)
    if (child.topic === undefined) readActions(draft, child, language);
}

function fromTable(draft: CaseDraft, table: Table, language: Language): void {
  const columns = columnsOf(table.header, 'actions');
  const titleAt = columns.indexOf('title');
  // A table without such a column is about something else.
  if (titleAt < 0) return;
  for (const { cells, line } of table.rows) {
    if (cells.every((cell) => cell === '')) {
      line.used = true;
      continue;
    }
    const making = begin(cells[titleAt] ?? '');
    if (!making) continue;
    cells.forEach((cell, at) => {
      if (at === titleAt || cell === '') return;
      const column = columns[at];
      if (column === 'number' && /^\d+$/u.test(cell)) return;
      if (!apply(making, column, cell, draft, language))
        making.details.push(`${table.header[at] ?? ''}: ${cell}`);
    });
    // The example of the SRE book marks what is done in the column of its bugs.
    if (cells.some((cell) => /\*\*done\*\*|✅/iu.test(cell))) making.action.status ??= 'DONE';
    if (finish(draft, making)) line.used = true;
  }
  closeTable(table);
}

function fromItem(draft: CaseDraft, item: ListItem, language: Language): void {
  const [first = '', ...more] = wholeText(item).split('\n');
  const leading = /^(?:\*\*)?[[(]?(P[0-3])[\])]?(?:\*\*)?[ \t]*[:：\-–—][ \t]*/u.exec(first);
  const { title, pieces } = withoutTail(
    leading ? first.slice(leading[0].length) : first,
    language,
    draft,
  );
  const making = begin(title);
  if (!making) return;
  const priority = leading?.[1] === undefined ? undefined : actionPriorityNamed(leading[1])?.value;
  if (priority) making.action.priority = priority;
  for (const [column, value] of pieces) {
    if (!apply(making, column, value, draft, language)) making.details.push(value);
  }
  if (more.length > 0) making.details.push(more.join('\n'));
  if (item.checked) making.action.status = 'DONE';
  if (finish(draft, making)) use(item.lines);
}

function begin(text: string): Draft | undefined {
  const title = text.replace(/\s*\n\s*/gu, ' ').trim();
  if (isPlaceholder(title)) return undefined;
  if (title.length <= LIMITS.title) return { action: { title }, details: [] };
  return { action: { title: `${title.slice(0, LIMITS.title - 1).trimEnd()}…` }, details: [title] };
}

/** Whether the action now says what the text says. */
function apply(
  making: Draft,
  column: Column | undefined,
  text: string,
  draft: CaseDraft,
  language: Language,
): boolean {
  const { action } = making;
  switch (column) {
    case 'type':
      return setNamed(action, 'type', actionTypeNamed(text));
    case 'priority':
      return setNamed(action, 'priority', actionPriorityNamed(text));
    case 'due':
      return set(action, 'dueOn', dayIn(text, draft, language));
    case 'status':
      return setStatus(making, text);
    case 'owner':
      return setOwner(action, text);
    case 'ticket':
      return setTicket(action, text);
    default:
      return false;
  }
}

function setStatus({ action, details }: Draft, text: string): boolean {
  const status = actionStatusNamed(text.split(/[,，(（]/u)[0] ?? '')?.value;
  if (status === undefined) return false;
  if (status !== 'OPEN') action.status = status;
  if (status === 'REJECTED' || status === 'PAUSED') action.reason = text;
  else if (actionStatusNamed(text) === undefined) details.push(text);
  return true;
}

/** Whom a name means is not for a file to say; an address is. */
function setOwner(action: Action, text: string): boolean {
  const person = personNamed(text);
  if (!person || isPlaceholder(text)) return false;
  if (person.email !== undefined && !/[,，、;；]/u.test(text)) return set(action, 'owner', person);
  const name = text.replace(/\s*\n\s*/gu, ', ');
  return name.length <= LIMITS.name && set(action, 'ownerText', name);
}

/** `[BUG-12](https://…)` or an address; a bare number stays a detail. */
function setTicket(action: Action, text: string): boolean {
  const link = /^\[([^\]]*)\]\((https?:\/\/[^\s)]+)\)$/u.exec(text);
  const url = link?.[2] ?? /^<?(https?:\/\/[^\s>]+)>?$/u.exec(text)?.[1];
  if (url === undefined || url.length > LIMITS.url) return false;
  // The words of the link are worth keeping where the address does not hold them.
  return set(action, 'trackerUrl', url) && (link === null || url.includes(link[1] ?? ''));
}

/** The word is taken; what is said besides it is kept as a detail. */
function setNamed<Key extends keyof Action>(
  action: Action,
  key: Key,
  named: Named<NonNullable<Action[Key]>> | undefined,
): boolean {
  return set(action, key, named?.value) && named?.whole === true;
}

function set<Key extends keyof Action>(
  action: Action,
  key: Key,
  value: Action[Key] | undefined,
): boolean {
  if (value === undefined) return false;
  action[key] = value;
  return true;
}

function dayIn(text: string, draft: CaseDraft, language: Language): string | undefined {
  const written = wholeMoment(text, language);
  const year = written?.day?.year ?? draft.day?.year;
  if (!written?.day || written.time || year === undefined) return undefined;
  const { month, day } = written.day;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined;
}

const LABELS: readonly (readonly [RegExp, Column])[] = [
  [/^(?:owner|assignee|dri|負責人|负责人|跟進人|跟进人)[ \t]*[:：]?[ \t]*/iu, 'owner'],
  [
    /^(?:due|due date|by|deadline|eta|截止|完成時間|完成时间|期限)(?:[ \t]*[:：][ \t]*|[ \t]+(?=\d|[A-Z]))/iu,
    'due',
  ],
  [/^(?:status|狀態|状态)[ \t]*[:：][ \t]*/iu, 'status'],
  [/^(?:priority|優先級|优先级)[ \t]*[:：][ \t]*/iu, 'priority'],
  [/^(?:type|類型|类型)[ \t]*[:：][ \t]*/iu, 'type'],
];

/** What stands behind an action on its line. */
interface Tail {
  title: string;
  pieces: [Column, string][];
}

/** `Add an alert (Ann, due 2024-04-01)`. */
const BRACKETS = /^(.*\S)\s*[(（[]([^()（）[\]]{1,200})[)）\]]\s*[.。]?$/su;
/** `Add an alert — @ann — due 2024-04-01`, `增加告警 負責人：李四 截止：5月20日`. */
const DASHES =
  /\s+(?:[-–—|]+\s+)?(?=(?:owner|assignee|dri|due|due date|deadline|eta|status|priority|type|負責人|负责人|跟進人|跟进人|截止|完成時間|完成时间|期限|狀態|状态|優先級|优先级)[ \t]*[:：])|\s+[–—|]+\s+/iu;

/** Takes owner, day, state and the like off the end of a line, if all that stands there is understood. */
function withoutTail(text: string, language: Language, draft: CaseDraft): Tail {
  if (text.length > 2_000) return { title: text, pieces: [] };
  const match = BRACKETS.exec(text);
  const inBrackets = match && understood((match[2] ?? '').split(/[,，、;；|]/u), language, draft);
  if (match && inBrackets) return { title: match[1] ?? '', pieces: inBrackets };
  const [title = '', ...rest] = text.split(DASHES);
  const behind = rest.length > 0 ? understood(rest, language, draft) : undefined;
  return behind ? { title, pieces: behind } : { title: text, pieces: [] };
}

/** A bare name counts only beside a day, a state or a priority: "(Prometheus)" owns nothing. */
function understood(
  texts: readonly string[],
  language: Language,
  draft: CaseDraft,
): [Column, string][] | undefined {
  const pieces = texts.map((piece) => piece.trim());
  const told = pieces.map((piece) => pieceOf(piece, language, draft));
  const names = pieces.filter((_, at) => told[at] === undefined);
  const nameFits =
    names.length === 1 && told.length > 1 && /^[^\d:：/]{1,40}$/u.test(names[0] ?? '');
  if (names.length > 0 && !nameFits) return undefined;
  return pieces.map((piece, at): [Column, string] => told[at] ?? ['owner', piece]);
}

function pieceOf(
  piece: string,
  language: Language,
  draft: CaseDraft,
): [Column, string] | undefined {
  for (const [label, column] of LABELS) {
    const match = label.exec(piece);
    const value = match && piece.slice(match[0].length).trim();
    if (value && (column !== 'due' || dayIn(value, draft, language))) return [column, value];
  }
  if (dayIn(piece, draft, language)) return ['due', piece];
  if (/^@\S+$/u.test(piece) || /^\S+@\S+\.\S+$/u.test(piece)) return ['owner', piece];
  if (/^P[0-3]$/u.test(piece)) return ['priority', piece];
  if (actionStatusNamed(piece)) return ['status', piece];
  if (/^https?:\/\/\S+$/u.test(piece)) return ['ticket', piece];
  return undefined;
}

function finish(draft: CaseDraft, { action, details }: Draft): boolean {
  const detail = details.join('\n');
  if (detail.length > LIMITS.entry || draft.actions.length >= LIMITS.entriesPerCase) return false;
  if (detail !== '') action.detail = detail;
  // Where somebody or a day is named it was promised; else it is an idea.
  const promised = action.owner ?? action.ownerText ?? action.dueOn;
  action.status ??= promised === undefined ? 'PROPOSED' : 'COMMITTED';
  draft.actions.push(action);
  return true;
}
