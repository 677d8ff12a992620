import { fold } from '../../core/text/fold.js';
import { fieldNamed, type Field } from './front-matter-fields.js';
import { applyFact, type CaseDraft } from './case-draft.js';
import { closeTable, readTables, use } from './prose-blocks.js';
import { walk, withoutMarks, type ProseLine, type ProseNode } from './prose-tree.js';
import type { Language } from '../../core/vocabulary.js';
import type { Topic } from './prose-topics.js';

/** `- **Status**: Complete`, `故障等級：P1`. */
const FACT_LINE =
  /^(?:[-*+•][ \t]+)?(?:\*\*|__)?([^\s:：*_|][^:：*_|]{0,59}?)(?:\*\*|__)?[ \t]*[:：][ \t]*(?:\*\*|__)?[ \t]*(\S.*)$/u;

/** Prose may hold a colon; bullets that all do are facts. */
const FACT_BULLET = /^[-*+•][ \t]+[^:：]{1,60}[:：]/u;

/** Sections with a structure of their own: a `Detected:` in a timeline is an event, not a fact. */
const NOT_FACTS: ReadonlySet<Topic | undefined> = new Set([
  'timeline',
  'trigger',
  'rootCause',
  'contributing',
  'fiveWhys',
  'actions',
  'wentWell',
  'wentWrong',
  'lucky',
  'surprised',
]);

/** What may be said as a fact anywhere in the prose; the rest only at the top or in a section of facts. */
const ANYWHERE: ReadonlySet<Field> = new Set([
  'startedAt',
  'detectedAt',
  'acknowledgedAt',
  'identifiedAt',
  'mitigatedAt',
  'resolvedAt',
  'verifiedAt',
  'severity',
  'services',
]);

/** A day that the prose names as that of the case, with the lines that say it. */
export interface DayLines {
  lines: ProseLine[];
  node: ProseNode | undefined;
}

/**
 * Reads what is said as `Key: value`: lines, bullets, tables of two columns, headings with a value
 * under them.
 *
 * @returns the lines that name the day of the case; they can go once the day is said elsewhere
 */
export function readFacts(draft: CaseDraft, root: ProseNode, language: Language): DayLines[] {
  const days: DayLines[] = [];
  for (const node of walk(root)) {
    const field = node.topic === undefined && node.level > 0 ? fieldNamed(node.heading) : undefined;
    if (field !== undefined) readHeadingFact(draft, node, field, language, days);
    else if (!NOT_FACTS.has(node.topic)) readLineFacts(draft, node, language, days);
  }
  return days;
}

/** `### Date` with the value under it. */
function readHeadingFact(
  draft: CaseDraft,
  node: ProseNode,
  field: Field,
  language: Language,
  days: DayLines[],
): void {
  const lines = node.lines.filter((line) => line.text.trim() !== '');
  const values = lines.map((line) => line.text.replace(/^\s*[-*+•]\s+/u, '').trim());
  if (values.length > 20) return;
  const value = values.length === 1 ? (values[0] ?? '') : values.flatMap((text) => text);
  if (field === 'date') days.push({ lines, node });
  if (applyFact(draft, field, value, language)) {
    use(lines);
    node.mapped = true;
  }
}

function readLineFacts(
  draft: CaseDraft,
  node: ProseNode,
  language: Language,
  days: DayLines[],
): void {
  const factual = node.level <= 1 || node.topic === 'facts' || isFactSheet(node);
  const apply = (key: string, value: string, lines: ProseLine[]): boolean => {
    const field = fieldNamed(withoutMarks(key));
    if (field === undefined || !(factual || ANYWHERE.has(field))) return false;
    // Outside of the facts a summary or a link is prose like any other.
    const said = applyFact(draft, field, withoutMarks(value), language);
    if (field === 'date' && factual) days.push({ lines, node: undefined });
    return said && factual;
  };
  const tables = factual || node.topic === 'summary' ? readTables(node.lines) : [];
  for (const table of tables) {
    const rows = [
      { cells: table.header, lines: table.head },
      ...table.rows.map(({ cells, line }) => ({ cells, lines: [line] })),
    ];
    const pairs = rows.map(({ cells }) => pairsOf(cells));
    if (pairs.some((row) => row === undefined)) continue;
    const said = pairs.map((row) =>
      (row ?? []).map(
        ([key, value]) => value === '' || isHeader(key, value) || apply(key, value, []),
      ),
    );
    if (said.every((row) => row.every(Boolean))) {
      for (const { line } of table.rows) line.used = true;
      closeTable(table);
    }
  }
  for (const line of node.lines) {
    if (line.used || line.code || line.text.length > 2_000 || line.text.includes('|')) continue;
    const [, key = '', value = ''] = FACT_LINE.exec(line.text.trim()) ?? [];
    if (key !== '' && apply(key, value, [line])) line.used = true;
  }
  if (node.topic === 'facts') node.mapped = true;
}

/** A summary that is nothing but keys and values. */
export function isFactSheet({ topic, lines }: ProseNode): boolean {
  const told = lines.filter(({ text }) => text.trim() !== '');
  return (
    topic === 'summary' &&
    told.length > 0 &&
    told.every(
      ({ text, code }) =>
        !code && text.length <= 2_000 && (/^\s*\|/u.test(text) || FACT_BULLET.test(text.trim())),
    )
  );
}

/** `| Item | Value |` over a table of facts says nothing of its own. */
function isHeader(key: string, value: string): boolean {
  return [key, value].every((cell) =>
    /^(?:item|field|key|name|property|value|content|details?|项目|字段|栏位|内容|值|说明|名称)$/u.test(
      fold(cell),
    ),
  );
}

/** Keys and values side by side; undefined for a row of another kind. */
function pairsOf(cells: readonly string[]): [string, string][] | undefined {
  if (cells.length % 2 !== 0) return undefined;
  return Array.from({ length: cells.length / 2 }, (_, at) => [
    cells[at * 2] ?? '',
    cells[at * 2 + 1] ?? '',
  ]);
}
