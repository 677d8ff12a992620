import { expect } from '@jest/globals';
import { DOMParser, type Element } from '@xmldom/xmldom';
import ICAL from 'ical.js';

const ATOM = 'http://www.w3.org/2005/Atom';

/** An entry of a feed. */
export interface ReadEntry {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly link: string;
  readonly html: string;
}

export interface ReadFeed extends Omit<ReadEntry, 'html'> {
  readonly language: string;
  readonly author: string;
  readonly self: string;
  readonly entries: readonly ReadEntry[];
}

/** Reads an Atom document as strictly as RFC 4287 has it. */
export function readAtom(text: string): ReadFeed {
  const faults: string[] = [];
  const document = new DOMParser({
    locator: false,
    onError: (_level, message) => faults.push(message),
  }).parseFromString(text, 'application/xml');
  expect(faults).toEqual([]);
  // What XML 1.0 has no way to say, be it by number.
  expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|&#(0|x0|[1-8]);/);
  const feed = document.documentElement;
  if (feed?.localName !== 'feed') throw new Error('there is no feed');
  const entries = childrenOf(feed, 'entry').map((entry) => {
    const content = only(entry, 'content');
    expect(content.getAttribute('type')).toBe('html');
    expect(childrenOf(content)).toEqual([]);
    return { ...headOf(entry), html: content.textContent ?? '' };
  });
  const ids = entries.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  return {
    ...headOf(feed),
    language: feed.getAttribute('xml:lang') ?? '',
    author: only(only(feed, 'author'), 'name').textContent ?? '',
    self: linkOf(feed, 'self'),
    entries,
  };
}

function headOf(of: Element): Omit<ReadEntry, 'html'> {
  const text = (name: string): string => only(of, name).textContent ?? '';
  expect(text('id')).toMatch(/^urn:uuid:[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
  expect(text('updated')).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/);
  return {
    id: text('id'),
    title: text('title'),
    updated: text('updated'),
    link: linkOf(of, 'alternate'),
  };
}

const childrenOf = (of: Element, name?: string): Element[] =>
  [...of.childNodes].flatMap((child) => {
    if (child.nodeType !== 1) return [];
    const element = child as Element;
    expect(element.namespaceURI).toBe(ATOM);
    return name === undefined || element.localName === name ? [element] : [];
  });

function only(of: Element, name: string): Element {
  const [found, ...others] = childrenOf(of, name);
  if (!found || others.length > 0) throw new Error(`not one ${name}`);
  return found;
}

function linkOf(of: Element, rel: string): string {
  const links = childrenOf(of, 'link').filter((link) => link.getAttribute('rel') === rel);
  expect(links).toHaveLength(1);
  return links[0]?.getAttribute('href') ?? '';
}

/** One day of a calendar. */
export interface ReadDay {
  readonly uid: string;
  readonly day: string;
  readonly title: string;
  readonly description: string;
  readonly sequence: number;
  readonly categories: readonly string[];
  readonly url: string;
}

/** Reads a calendar; each line is held against RFC 5545 on the way. */
export function readCalendar(text: string): ReadDay[] {
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[^]*\r\nEND:VCALENDAR\r\n$/);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const days = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent');
  const uids = days.map((day) => day.getFirstPropertyValue('uid'));
  expect(new Set(uids).size).toBe(uids.length);
  return days.map((day) => {
    const value = (name: string): string => String(day.getFirstPropertyValue(name));
    return {
      uid: value('uid'),
      day: value('dtstart'),
      title: value('summary'),
      description: value('description'),
      sequence: Number(value('sequence')),
      categories: (day.getFirstProperty('categories')?.getValues() ?? []) as string[],
      url: value('url'),
    };
  });
}
