import { LIMITS } from '../../core/limits.js';
import type { ActionType, Language } from '../../core/vocabulary.js';
import type { CaseDocumentInput } from './case-document.js';
import { personNamed, type CaseDraft } from './case-draft.js';
import { dayIn, labelled, readActionLine } from './prose-action-line.js';
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
import { withoutNumber } from './prose-topics.js';
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

/**
 * Makes action items of the tables and lists of a section, and of the sections under it.
 *
 * @param type of the actions that say none themselves
 */
export function readActions(
  draft: CaseDraft,
  node: ProseNode,
  language: Language,
  type?: ActionType,
): void {
  for (const table of readTables(node.lines)) fromTable(draft, table, language, type);
  for (const item of readLists(node.lines)) fromItem(draft, item, language, type);
  node.mapped = true;
  for (const child of node.children) {
    // `### Detection` under the actions is their type.
    const named = actionTypeNamed(withoutNumber(child.heading));
    if (child.topic !== undefined && !(child.topic === 'prose' && named)) continue;
    const before = draft.actions.length;
    readActions(draft, child, language, named?.value ?? type);
    if (named?.whole && draft.actions.length > before) child.saysMore = false;
  }
}

function fromTable(
  draft: CaseDraft,
  table: Table,
  language: Language,
  type: ActionType | undefined,
): void {
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
    if (finish(draft, making, type)) line.used = true;
  }
  closeTable(table);
}

function fromItem(
  draft: CaseDraft,
  item: ListItem,
  language: Language,
  type: ActionType | undefined,
): void {
  // `- Owner: Ann` under an action is said of it.
  const under = item.children.map((child) =>
    child.children.length > 0
      ? undefined
      : labelled(child.text.replace(/\*\*|__/gu, ''), language, draft),
  );
  const rest = { ...item, children: item.children.filter((_, at) => under[at] === undefined) };
  const [first = '', ...more] = wholeText(rest).split('\n');
  const { title, pieces } = readActionLine(first, language, draft);
  const making = begin(title);
  if (!making) return;
  const told = [...pieces, ...under.filter((piece) => piece !== undefined)];
  const owners = told.filter(([column]) => column === 'owner').map(([, value]) => value);
  if (owners.length > 0 && !apply(making, 'owner', owners.join(', '), draft, language))
    making.details.push(owners.join(', '));
  const seen = new Set<Column>(['owner']);
  for (const [column, value] of told) {
    if (column === 'owner') continue;
    const known = seen.has(column) || !apply(making, column, value, draft, language);
    if (known) making.details.push(value);
    seen.add(column);
  }
  if (more.length > 0) making.details.push(more.join('\n'));
  if (item.checked) making.action.status = 'DONE';
  if (finish(draft, making, type)) use(item.lines);
}

/** `[Fix the pool](https://…)`: the words are the title, the address is where it is tracked. */
const LINKED = /^\[([^\][]+)\]\((https?:\/\/[^\s)]+)\)$/u;
const LAST_ADDRESS = /(?:^|\s)(https?:\/\/[^\s)\]>]+)$/u;

function begin(text: string): Draft | undefined {
  const line = onOneLine(text, ' ');
  if (isPlaceholder(line)) return undefined;
  if (line.length > LIMITS.title) {
    return { action: { title: `${line.slice(0, LIMITS.title - 1).trimEnd()}…` }, details: [line] };
  }
  const plain = /^\*\*([^*]+)\*\*$/u.exec(line)?.[1] ?? line;
  const [, words, address] = LINKED.exec(plain) ?? [];
  const url = address ?? LAST_ADDRESS.exec(plain)?.[1];
  return { action: { title: words ?? plain, ...(url && { trackerUrl: url }) }, details: [] };
}

/** The lines of a cell or an item as one. */
function onOneLine(text: string, joint: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(joint);
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
  const name = onOneLine(text, ', ');
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

function finish(
  draft: CaseDraft,
  { action, details }: Draft,
  type: ActionType | undefined,
): boolean {
  const detail = details.join('\n');
  if (detail.length > LIMITS.entry || draft.actions.length >= LIMITS.entriesPerCase) return false;
  if (detail !== '') action.detail = detail;
  if (type) action.type ??= type;
  // Where somebody or a day is named it was promised; else it is an idea.
  const promised = action.owner ?? action.ownerText ?? action.dueOn;
  action.status ??= promised === undefined ? 'PROPOSED' : 'COMMITTED';
  draft.actions.push(action);
  return true;
}
