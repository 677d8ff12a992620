import { LIMITS } from '../../core/limits.js';
import type { FactorKind, FindingKind } from '../../core/vocabulary.js';
import type { FactorDocument } from './case-document.js';
import type { CaseDraft } from './case-draft.js';
import {
  readLists,
  readParagraphs,
  readTables,
  closeTable,
  use,
  isPlaceholder,
  wholeText,
  type ListItem,
} from './prose-blocks.js';
import { topicNamed, type Topic } from './prose-topics.js';
import type { ProseNode } from './prose-tree.js';

/** A cause told at length is prose; one of a few sentences is a factor. */
const LONGEST_PARAGRAPH = 1_500;

/** A longer chain of whys is a list of something else; a bound also for the depth of the tree. */
const LONGEST_CHAIN = 20;

/** The sections of causes, and the labels of items in them. */
export const KINDS: Partial<Record<Topic, FactorKind>> = {
  trigger: 'TRIGGER',
  rootCause: 'ROOT_CAUSE',
  contributing: 'CONTRIBUTING',
};

/** Makes factors of a section on causes: one of each item of its list, or one of its only paragraph. */
export function readFactors(draft: CaseDraft, node: ProseNode, kind: FactorKind): void {
  const items = readLists(node.lines);
  for (const item of items) addFactor(draft, factorOf(item, kindOf(item.text) ?? kind), item);
  if (items.length === 0) readOnlyParagraph(draft, node, kind);
  node.mapped = true;
}

/** Makes a chain of a list of whys: each answer is a cause of the one before; the last is the root. */
export function readFiveWhys(draft: CaseDraft, node: ProseNode): void {
  const items = readLists(node.lines);
  const whys = items.length > 0 ? flatWhys(items) : tableWhys(node);
  node.mapped = true;
  if (
    whys.length === 0 ||
    whys.length > LONGEST_CHAIN ||
    draft.factors.length >= LIMITS.entriesPerCase
  )
    return;
  if (whys.some(({ text }) => text === '' || text.length > LIMITS.entry)) return;
  let chain: FactorDocument | undefined;
  for (const [at, { text }] of [...whys.entries()].reverse()) {
    const kind = at === whys.length - 1 ? 'ROOT_CAUSE' : 'CONTRIBUTING';
    chain = { kind, text, children: chain ? [chain] : [] };
  }
  if (chain) draft.factors.push(chain);
  for (const why of whys) use(why.lines);
  for (const table of readTables(node.lines)) closeTable(table);
}

/** Makes findings of a section of lessons: one of each item, or one of each paragraph. */
export function readFindings(draft: CaseDraft, node: ProseNode, kind: FindingKind): void {
  const items = readLists(node.lines).map((item) => ({ text: wholeText(item), lines: item.lines }));
  const found = items.length > 0 ? items : paragraphs(node);
  for (const { text, lines } of found) {
    if (!isEntry(text) || draft.findings.length >= LIMITS.entriesPerCase) continue;
    draft.findings.push({ kind, text });
    use(lines);
  }
  node.mapped = true;
}

/** `Trigger: the certificate expired` among the causes. */
function kindOf(text: string): FactorKind | undefined {
  const label = /^(?:\*\*)?([^:：*]{1,30})(?:\*\*)?[:：]/u.exec(text)?.[1];
  const topic = label === undefined ? undefined : topicNamed(label);
  return topic && KINDS[topic];
}

function addFactor(draft: CaseDraft, factor: FactorDocument | undefined, item: ListItem): void {
  if (!factor || draft.factors.length >= LIMITS.entriesPerCase) return;
  draft.factors.push(factor);
  use(item.lines);
}

/** What is indented under a cause says why it was there. */
function factorOf(item: ListItem, kind: FactorKind): FactorDocument | undefined {
  if (!isEntry(item.text) || item.children.length > LIMITS.shortList) return undefined;
  const children = item.children.map((child) => factorOf(child, 'CONTRIBUTING'));
  if (!children.every((child) => child !== undefined)) return undefined;
  return { kind, text: item.text, children };
}

function readOnlyParagraph(draft: CaseDraft, node: ProseNode, kind: FactorKind): void {
  const [only, ...others] = paragraphs(node);
  if (!only || others.length > 0 || node.children.length > 0) return;
  if (only.text.length > LONGEST_PARAGRAPH || !isEntry(only.text)) return;
  if (draft.factors.length >= LIMITS.entriesPerCase) return;
  draft.factors.push({ kind, text: only.text, children: [] });
  use(only.lines);
}

/** None where there is more than paragraphs: code, tables and quotes belong to the words around them. */
function paragraphs(node: ProseNode): ReturnType<typeof readParagraphs> {
  const plain = node.lines.every(
    (line) => line.used || !(line.code || /^\s*(?:\||>|!\[)/u.test(line.text)),
  );
  return plain ? readParagraphs(node.lines) : [];
}

/** `1.` to `5.` on one level, or each why indented under the one before. */
function flatWhys(items: readonly ListItem[]): { text: string; lines: ListItem['lines'] }[] {
  const [first] = items;
  if (items.length === 1 && first?.children.length === 1) {
    return [{ text: first.text, lines: first.lines }, ...flatWhys(first.children)];
  }
  return items.map((item) => ({ text: wholeText(item), lines: item.lines }));
}

function tableWhys(node: ProseNode): { text: string; lines: ListItem['lines'] }[] {
  return readTables(node.lines).flatMap(({ header, rows }) =>
    rows.map(({ cells, line }) => {
      const parts = cells.map((cell, at) => (cell === '' ? '' : `${header[at] ?? ''}: ${cell}`));
      return { text: parts.filter((part) => part !== '').join('\n'), lines: [line] };
    }),
  );
}

function isEntry(text: string): boolean {
  return !isPlaceholder(text) && text.length <= LIMITS.entry;
}
