import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { daysBetween, plusDays } from '../core/working-days.js';
import { IMPROVEMENT_FILE_NAME } from '../features/case-file/improvement-file.js';
import { REVIEWS_FILE_NAME } from './demo-reviews-file.js';

/** The day that the files of the demo are written as of, a Tuesday. */
const WRITTEN_ON = '2026-11-24';

/** Files of which everything is under way. */
const UNDER_WAY: ReadonlySet<string> = new Set([IMPROVEMENT_FILE_NAME, REVIEWS_FILE_NAME]);

/** A file, as an import takes it. */
interface DemoFile {
  readonly name: string;
  readonly content: string;
}

/**
 * The files of a folder, with what is under way brought to a later day: actions, recurring tasks,
 * links, answers and reviews, and cases that are not published as a whole. What a published case tells stays
 * when it was, as its prose does, and so do the holidays of calendars.
 * @param today `YYYY-MM-DD`; whole weeks are passed over, so that no Monday becomes a Sunday
 */
export function demoFiles(folder: string, today: string): DemoFile[] {
  const weeks = Math.max(0, Math.floor(daysBetween(WRITTEN_ON, today) / 7));
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const content = readFileSync(join(folder, name), 'utf8');
      return { name, content: weeks > 0 ? broughtForward(name, content, weeks * 7) : content };
    });
}

function broughtForward(name: string, content: string, days: number): string {
  if (UNDER_WAY.has(name)) return later(content, days);
  if (!name.endsWith('.md')) return content;
  const end = content.indexOf('\n---\n');
  const [front, body] = [content.slice(0, end), content.slice(end)];
  const isPublished = /^publishedAt: /m.test(front);
  const isUnderWay = isPublished ? /^actions:\n(?:[ ].*\n?)*/m : /^[^]*$/;
  return front.replace(isUnderWay, (part) => later(part, days)) + body;
}

/** A value that is a day or an instant. */
const DAY = /^([ -]*\w+: )(\d{4}-\d\d-\d\d)(?=$|T\d)/gm;

const later = (text: string, days: number): string =>
  text.replace(DAY, (_, head: string, day: string) => head + plusDays(day, days));
