import { LIMITS } from '../../core/limits.js';
import type { Language } from '../../core/vocabulary.js';
import type { CaseDraft } from './case-draft.js';
import { columnsOf } from './prose-columns.js';
import {
  closeTable,
  readCode,
  readLists,
  readTables,
  use,
  wholeText,
  type ListItem,
  type Table,
} from './prose-blocks.js';
import { DayCounter } from './prose-day-counter.js';
import { markerOf } from './prose-marker.js';
import { momentAt, wholeMoment, type WrittenDay, type WrittenMoment } from './prose-time.js';
import { withoutNumber } from './prose-topics.js';
import { assumedZone, zoneOfHeading, zoneSaidIn } from './prose-zone.js';
import type { ProseLine, ProseNode } from './prose-tree.js';

/** Something with a time that may become an event. */
interface Entry {
  moment: WrittenMoment;
  text: string;
  original: string;
  evidence?: string;
  lines: ProseLine[];
  /** Of what stands over it; undefined where nothing says one. */
  zone: string | undefined;
}
/** A line that is a day and nothing more: what follows is on it. */
interface DayLine {
  day: WrittenDay;
  line: ProseLine | undefined;
}
type Found = Entry | DayLine;

/**
 * Makes events of a section that is a timeline: the rows of its tables, the items of its lists, its
 * plain lines. Lines without a time stay prose.
 */
export function readTimeline(draft: CaseDraft, node: ProseNode, language: Language): void {
  const found: Found[] = [];
  collect(node, language, draft.zone, found);
  place(draft, found, language);
  closeAll(node);
}

function collect(
  node: ProseNode,
  language: Language,
  outer: string | undefined,
  found: Found[],
): void {
  const zone = zoneOfHeading(node.heading, language) ?? zoneOfLines(node.lines, language) ?? outer;
  for (const name of new Set([node.heading, withoutNumber(node.heading)])) {
    const heading = momentAt(name, language);
    if (!heading?.day || heading.time) continue;
    found.push({ day: heading.day, line: undefined });
    if (wholeMoment(name, language)?.day?.year !== undefined) node.saysMore = false;
    break;
  }
  const lists = new Map(readLists(node.lines).map((item) => [item.lines[0], item]));
  const tables = new Map(readTables(node.lines).map((table) => [table.head[0], table]));
  const seen = new Set<ProseLine>();
  let open: Entry | undefined;
  for (const line of node.lines) {
    if (seen.has(line) || line.used || line.code) continue;
    const item = lists.get(line);
    const table = tables.get(line);
    if (item || table || line.text.trim() === '') open = undefined;
    if (item) {
      for (const part of item.lines) seen.add(part);
      fromItem(item, language, zone, found);
    } else if (table) {
      for (const part of [...table.head, ...table.rows.map((row) => row.line)]) seen.add(part);
      fromTable(table, language, zone, found);
    } else if (line.text.trim() !== '') {
      open = fromLine(line, language, zone, found, open);
    }
  }
  if (found.every((entry) => 'day' in entry)) fromCode(node, language, zone, found);
  for (const child of node.children) collect(child, language, zone, found);
}

/** A whole timeline pasted as code; a log under an event is its evidence and stays as it is. */
function fromCode(
  node: ProseNode,
  language: Language,
  zone: string | undefined,
  found: Found[],
): void {
  for (const block of readCode(node.lines)) {
    const told = block.lines.filter((line) => line.text.trim() !== '');
    if (told.every((line) => momentAt(line.text, language)?.time))
      for (const line of told) fromLine(line, language, zone, found, undefined);
  }
}

function fromLine(
  line: ProseLine,
  language: Language,
  zone: string | undefined,
  found: Found[],
  open: Entry | undefined,
): Entry | undefined {
  const moment = momentAt(line.text, language);
  const text = line.text.slice(moment?.length ?? 0).trim();
  if (moment?.day && !moment.time && (text === '' || isZoneRemark(text, language))) {
    found.push({ day: moment.day, line });
    return undefined;
  }
  if (moment) {
    const entry = { moment, text: balanced(text), original: line.text, lines: [line], zone };
    found.push(entry);
    return entry;
  }
  if (open) {
    open.text += `${open.text === '' ? '' : '\n'}${line.text.trim()}`;
    open.original += `\n${line.text}`;
    open.lines.push(line);
  }
  return open;
}

function fromItem(
  item: ListItem,
  language: Language,
  zone: string | undefined,
  found: Found[],
): void {
  const moment = momentAt(item.text, language);
  const [first] = item.lines;
  const rest = item.text.slice(moment?.length ?? 0).trim();
  if (moment?.day && !moment.time && rest === '' && item.children.length > 0) {
    found.push({ day: moment.day, line: first });
    for (const child of item.children) fromItem(child, language, zone, found);
    return;
  }
  if (!moment) {
    // Times may stand one level deeper, under the name of a phase.
    for (const child of item.children) fromItem(child, language, zone, found);
    return;
  }
  const text = balanced(wholeText(item).slice(moment.length).trim());
  const original = item.lines.map((line) => line.text).join('\n');
  found.push({ moment, text, original, lines: item.lines, zone });
}

function fromTable(
  table: Table,
  language: Language,
  outer: string | undefined,
  found: Found[],
): void {
  const columns = columnsOf(table.header, 'timeline');
  const timeAt = columns.indexOf('time');
  const dayAt = columns.indexOf('day');
  const evidenceAt = columns.indexOf('evidence');
  const first = timeAt >= 0 ? timeAt : dayAt >= 0 ? dayAt : 0;
  const zone = zoneOfHeading(table.header[first] ?? '', language) ?? outer;
  for (const { cells, line } of table.rows) {
    const time = cells[first] ?? '';
    const day = timeAt >= 0 && dayAt >= 0 ? (cells[dayAt] ?? '') : '';
    const whole = `${day} ${time}`.trim();
    const moment = momentAt(whole, language);
    if (!moment) continue;
    const words = cells.flatMap((cell, at) => {
      const placed = at === first || at === evidenceAt || (day !== '' && at === dayAt);
      if (placed || cell === '') return [];
      return [columns[at] === 'words' || !table.header[at] ? cell : `${table.header[at]}: ${cell}`];
    });
    words.unshift(whole.slice(moment.length).trim());
    const text = words.filter((word) => word !== '').join(' — ');
    const evidence = evidenceAt >= 0 ? (cells[evidenceAt] ?? '') : '';
    found.push({
      moment,
      text,
      original: line.text,
      ...(evidence !== '' && { evidence }),
      lines: [line],
      zone,
    });
  }
}

/** Gives each entry its instant, in order, and makes events of those that have one. */
function place(draft: CaseDraft, found: readonly Found[], language: Language): void {
  const said = usualZone(found) ?? draft.milestoneZone;
  const usual = said ?? assumedZone(language);
  const guessed = (entry: Found) => !('day' in entry) && !entry.zone && !entry.moment.zone;
  if (said === undefined && usual !== 'UTC' && found.some(guessed))
    draft.notes.push(`The file names no time zone; its times were read as UTC${usual}.`);
  const days = new DayCounter(draft.day, isAscending(found));
  let undated = 0;
  for (const entry of found) {
    if ('day' in entry) {
      if (days.set(entry.day) && entry.line) entry.line.used = true;
      continue;
    }
    const { moment, zone, text, original, evidence } = entry;
    const instant = days.place(moment, { language, zone: zone ?? usual });
    if (!instant) undated += 1;
    if (!instant || text === '' || text.length > LIMITS.entry || original.length > LIMITS.entry)
      continue;
    if (draft.timeline.length >= LIMITS.entriesPerCase) continue;
    draft.timeline.push({
      at: instant.at,
      zone: instant.zone,
      marker: markerOf(text),
      text,
      original,
      ...(evidence !== undefined && evidence.length <= LIMITS.entry && { evidence }),
    });
    use(entry.lines);
  }
  if (undated > 0) {
    draft.notes.push(
      `${undated} lines of the timeline have no day or no year to be placed on, so they stay prose; write the date over them.`,
    );
  }
}

/** The zone that some lines say and the others mean; undefined where they say several. */
function usualZone(found: readonly Found[]): string | undefined {
  const said = new Set(found.map((entry) => ('day' in entry ? undefined : entry.moment.zone)));
  said.delete(undefined);
  const [zone] = said;
  return said.size === 1 ? zone : undefined;
}

/** Newest first is an order too, in which going back means nothing. */
function isAscending(found: readonly Found[]): boolean {
  let rises = 0;
  let drops = 0;
  let previous: number | undefined;
  for (const entry of found) {
    const now = 'day' in entry || entry.moment.day ? undefined : minutesOf(entry.moment);
    if (now !== undefined && previous !== undefined) {
      if (now > previous) rises += 1;
      if (now < previous) drops += 1;
    }
    previous = 'day' in entry ? undefined : (minutesOf(entry.moment) ?? previous);
  }
  return rises >= drops;
}

function minutesOf({ time }: WrittenMoment): number | undefined {
  return time && time.hour * 60 + time.minute;
}

function zoneOfLines(lines: readonly ProseLine[], language: Language): string | undefined {
  for (const line of lines) {
    const text = line.text.trim();
    if (line.code || text === '' || text.length > 200 || momentAt(text, language)?.time) continue;
    const zone = zoneSaidIn(text, language);
    if (zone === undefined) continue;
    // A line that says the zone and little else is said by the events.
    if (isZoneRemark(text, language)) line.used = true;
    return zone;
  }
  return undefined;
}

function isZoneRemark(text: string, language: Language): boolean {
  return text.length <= 40 && zoneSaidIn(text, language) !== undefined && !momentAt(text, language);
}

function closeAll(node: ProseNode): void {
  for (const table of readTables(node.lines)) closeTable(table);
  for (const { fences, lines } of readCode(node.lines)) {
    const told = lines.filter((line) => line.text.trim() !== '');
    if (told.length > 0 && told.every((line) => line.used)) use([...fences, ...lines]);
  }
  node.mapped = true;
  for (const child of node.children) closeAll(child);
}

/** `**14:05 Alert fired**` loses its first marks with the time, so its last ones go too. */
function balanced(text: string): string {
  const odd = text.endsWith('**') && text.split('**').length % 2 === 0;
  return odd ? text.slice(0, -2).trimEnd() : text;
}
