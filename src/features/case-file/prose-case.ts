import { LIMITS } from '../../core/limits.js';
import { MILESTONES, type FindingKind, type Language } from '../../core/vocabulary.js';
import type { CaseDraft } from './case-draft.js';
import { fieldNamed } from './front-matter-fields.js';
import { readActions } from './prose-actions.js';
import { isFactSheet, readFacts, type DayLines } from './prose-facts.js';
import { KINDS, readFactors, readFindings, readFiveWhys } from './prose-factors.js';
import { milestoneOf } from './prose-marker.js';
import { normalizeProse } from './prose-text.js';
import { firstDayIn } from './prose-time.js';
import { readTimeline } from './prose-timeline.js';
import type { Topic } from './prose-topics.js';
import { isSaid, readTree, renderNode, walk, type ProseNode } from './prose-tree.js';
import { instantOf, wallTimeOf, zoneOfHeading, zoneSaidIn } from './prose-zone.js';

/**
 * Takes the prose of a foreign file into a draft: what the headings of the field announce becomes
 * structure, line by line; all the rest stays prose under its headings. Nothing is dropped.
 *
 * @param firstLine the line of the file on which the body begins
 */
export function readProse(
  draft: CaseDraft,
  body: string,
  firstLine: number,
  language: Language,
): void {
  const root = readTree(body, firstLine);
  const title = takeTitle(draft, root);
  draft.zone ??= zoneOfDocument(root, language);
  const dayLines = readFacts(draft, root, language);
  const { day } = draft;
  const topical = [...walk(root)].filter(({ topic }) => topic !== undefined && topic !== 'prose');
  if (topical.length > 0) {
    // Times without a day are on the day of the case, or on the first that the file names.
    draft.day ??= dayOfMilestones(draft) ?? firstDayIn(`${draft.title ?? ''}\n${body}`, language);
    for (const node of topical) readTopic(draft, node, language);
  }
  // A report that is dated one day and first speaks of another was written later.
  const spoken = firstDayIn(`${draft.title ?? ''}\n${body}`, language);
  const elsewhere = day !== undefined && spoken !== undefined && !isSameDay(spoken, day);
  readMilestones(draft, day, elsewhere);
  dropDays(draft, dayLines);
  addSections(draft, root, title);
}

/** The first heading of the first level is the title, unless its name says that it is a section. */
function takeTitle(draft: CaseDraft, root: ProseNode): ProseNode | undefined {
  const first = root.children.find((node) => node.level === 1) ?? titleAmong(root);
  if (!first && draft.title === undefined) takeTitleLine(draft, root);
  if (!first || first.heading === '' || first.heading.length > LIMITS.title) return undefined;
  if (first.topic !== undefined || fieldNamed(first.heading) !== undefined) return undefined;
  draft.title ??= first.heading;
  if (draft.title.trim().toLowerCase() !== first.heading.toLowerCase()) return undefined;
  first.mapped = true;
  first.level = 1;
  return first;
}

/** Where no heading is of the first level: the one before all others, if those are known by name. */
function titleAmong({ lines, children }: ProseNode): ProseNode | undefined {
  const [first, ...others] = children;
  if (!first || first.topic !== undefined || lines.some((line) => line.text.trim() !== ''))
    return undefined;
  const named = others.length > 0 ? others : first.children;
  return named.length > 0 && named.every((node) => node.topic !== undefined) ? first : undefined;
}

/** The longest first line that reads as a title. */
const TITLE_LINE = 120;

/** `故障復盤報告：訂單庫切換失敗`, a title though it has a colon. */
const REPORT =
  /^(?:[^:：]{0,20}(?:復盤|复盘|報告|报告)|(?:[^:：]{0,20} )?(?:post-? ?mortem|incident report|incident review|rca|outage))[ \t]*[:：]/iu;

/** A short line alone at the top that is no sentence, no fact and no list is the title of a plain text. */
function takeTitleLine(draft: CaseDraft, root: ProseNode): void {
  const at = root.lines.findIndex((line) => line.text.trim() !== '');
  const [line, next] = [root.lines[at], root.lines[at + 1]];
  if (!line || line.code || (next && next.text.trim() !== '')) return;
  const text = line.text.trim();
  // Only a title has anything under it.
  const last =
    root.children.length === 0 &&
    root.lines.slice(at + 1).every((other) => other.text.trim() === '');
  if (
    last ||
    text.length > TITLE_LINE ||
    (!REPORT.test(text) && /[:：]/u.test(text)) ||
    /[.。!！?？,，;；]$|^[-*+>|#[!<`\d]+[.)\s]|^[>|<`]/u.test(text)
  )
    return;
  draft.title = text;
  line.used = true;
}

function zoneOfDocument(root: ProseNode, language: Language): string | undefined {
  for (const node of walk(root)) {
    const under = node.topic === 'timeline' ? zoneOfHeading(node.heading, language) : undefined;
    if (under !== undefined) return under;
    const texts = [
      node.heading,
      ...node.lines.filter((line) => !line.code).map((line) => line.text),
    ];
    for (const text of texts) {
      const zone = text.length > 2_000 ? undefined : zoneSaidIn(text, language);
      if (zone !== undefined) return zone;
    }
  }
  return undefined;
}

const FINDINGS: Partial<Record<Topic, FindingKind>> = {
  wentWell: 'WENT_WELL',
  wentWrong: 'WENT_WRONG',
  lucky: 'LUCKY',
  surprised: 'SURPRISED',
};

function readTopic(draft: CaseDraft, node: ProseNode, language: Language): void {
  const { topic } = node;
  if (topic === undefined || topic === 'prose' || topic === 'facts') return;
  const factor = KINDS[topic];
  const finding = FINDINGS[topic];
  if (factor) readFactors(draft, node, factor);
  else if (finding) readFindings(draft, node, finding);
  else if (topic === 'timeline') readTimeline(draft, node, language);
  else if (topic === 'fiveWhys') readFiveWhys(draft, node);
  else if (topic === 'actions') readActions(draft, node, language);
  else takeSummary(draft, node);
}

function takeSummary(draft: CaseDraft, node: ProseNode): void {
  if (isFactSheet(node)) {
    node.mapped = true;
    return;
  }
  const lines = node.lines.filter((line) => !line.used);
  const text = normalizeProse(lines.map((line) => line.text).join('\n'));
  if (draft.summary !== undefined || text.length > LIMITS.prose) return;
  if (text !== '') draft.summary = text;
  for (const line of lines) line.used = true;
  node.mapped = true;
}

/** Milestones that events name outright, and the onset at the latest with the first event. */
function readMilestones(draft: CaseDraft, day: CaseDraft['day'], elsewhere: boolean): void {
  const { milestones, timeline } = draft;
  for (const event of timeline) {
    const milestone = milestoneOf(event.text);
    if (milestone) milestones[milestone] ??= event.at;
  }
  if (milestones.startedAt !== undefined) return;
  const first = firstOfIncident(draft);
  if (first !== undefined) {
    milestones.startedAt = first;
    draft.notes.push(
      'The file does not say when the impact began; the first event of the timeline was taken.',
    );
  } else if (day && !elsewhere && MILESTONES.every((name) => milestones[name] === undefined)) {
    const midnight = { hour: 0, minute: 0, second: 0, millisecond: 0 };
    const at = instantOf({ ...day, ...midnight }, draft.zone ?? 'UTC');
    if (at !== undefined) milestones.startedAt = at;
    draft.notes.push(
      'The file names only the day of the incident; its first minute was taken for the onset.',
    );
  }
}

/** What stands further apart from what follows than this, in milliseconds, is not of one incident. */
const LONGEST_GAP = 24 * 60 * 60 * 1000;

/** The first event, but for the history before it, such as the release weeks ago that held the fault. */
function firstOfIncident({ milestones, timeline }: CaseDraft): string | undefined {
  const events = timeline.map((event) => event.at).sort();
  let at = 0;
  while (at < events.length - 2 && gap(events[at], events[at + 1]) > LONGEST_GAP) at += 1;
  const first = events[at];
  const [known] = MILESTONES.flatMap((name) => milestones[name] ?? []).sort();
  const fits = known === undefined || (gap(first, known) >= 0 && gap(first, known) <= LONGEST_GAP);
  return fits ? first : undefined;
}

function gap(from = '', to = ''): number {
  return Date.parse(to) - Date.parse(from);
}

function isSameDay(a: NonNullable<CaseDraft['day']>, b: NonNullable<CaseDraft['day']>): boolean {
  return a.year === b.year && a.month === b.month && a.day === b.day;
}

/** The day that a milestone is on where the times of the document are from, else the day as it is written. */
function dayOfMilestones({ milestones, zone, milestoneDay }: CaseDraft): CaseDraft['day'] {
  const at = MILESTONES.map((name) => milestones[name]).find((instant) => instant !== undefined);
  if (at === undefined || zone === undefined) return milestoneDay;
  const local = wallTimeOf(at, zone);
  return local && { year: local.year, month: local.month, day: local.day };
}

/** A line that names the day need not stay once an instant of that day does. */
function dropDays(draft: CaseDraft, dayLines: readonly DayLines[]): void {
  const { day } = draft;
  if (!day || draft.milestones.startedAt === undefined) return;
  const iso = `${String(day.year).padStart(4, '0')}-${String(day.month).padStart(2, '0')}-${String(day.day).padStart(2, '0')}`;
  if (!draft.milestones.startedAt.startsWith(iso)) return;
  for (const { lines, node } of dayLines) {
    const [line, ...others] = lines;
    if (!line || others.length > 0 || !line.text.includes(iso)) continue;
    const rest = line.text.replace(iso, '').replace(/^[^:：]*[:：]/u, '');
    if (/[\p{L}\p{N}]/u.test(rest)) continue;
    line.used = true;
    if (node) node.mapped = true;
  }
}

function addSections(draft: CaseDraft, root: ProseNode, title: ProseNode | undefined): void {
  const top = root.children.flatMap((node) => (node === title ? node.children : [node]));
  const opening = [root, title].map((node) => (node ? renderNode({ ...node, children: [] }) : ''));
  const body = normalizeProse(opening.filter((text) => text !== '').join('\n\n'));
  if (body !== '') push(draft, { heading: '', body, line: root.line });
  for (const node of top) {
    const text = normalizeProse(renderNode(node));
    if (text === '' && isSaid(node)) continue;
    push(draft, { heading: node.heading, body: text, line: node.line });
  }
}

function push({ sections }: CaseDraft, section: CaseDraft['sections'][number]): void {
  const { heading, body, line } = section;
  const last = sections[sections.length - 1];
  if (last && sections.length >= LIMITS.shortList) {
    // More sections than a case can hold: the last one takes the rest.
    last.body += `\n\n### ${heading}\n\n${body}`;
  } else if (heading.length > LIMITS.name) {
    const short = `${heading.slice(0, LIMITS.name - 1)}…`;
    sections.push({ heading: short, body: normalizeProse(`${heading}\n\n${body}`), line });
  } else {
    sections.push(section);
  }
}
