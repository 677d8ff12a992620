import { createHash } from 'node:crypto';

import { fold } from '../../src/core/text/fold.js';
import type { Caller, World } from './world.js';
import { CASE_NAMES, CASE_PLANS, type CaseName } from './world-cases.js';
import type { Request } from './schema-walk.js';

/** What came back, headers included. */
export interface Answer {
  readonly status: number;
  readonly headers: string;
  readonly body: string;
}

let addresses = 0;

/** Everybody who has not signed in shares what an address may spend; so each request has its own. */
function fromSomewhere(): Record<string, string> {
  addresses += 1;
  const [high, low] = [(addresses >> 8) & 255, addresses & 255];
  return { 'x-forwarded-for': `10.${(addresses >> 16) & 255}.${high}.${low}` };
}

/** Sends a request as somebody. */
export function send(world: World, caller: Caller, request: Request): Promise<Answer> {
  const { document: query, variables } = request;
  return exchange(world, caller, '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: withIds(world, variables) }),
  });
}

/** Asks for a page as somebody. */
export function visit(
  world: World,
  caller: Caller,
  path: string,
  init: RequestInit = {},
): Promise<Answer> {
  return exchange(world, caller, path, { redirect: 'manual', ...init });
}

async function exchange(
  { app }: World,
  caller: Caller,
  path: string,
  init: RequestInit,
): Promise<Answer> {
  const headers = { ...(init.headers as object), ...caller.headers, ...fromSomewhere() };
  const response = await fetch(app.url + path, { ...init, headers });
  const named = [...response.headers].map(([name, value]) => `${name}: ${value}`);
  return { status: response.status, headers: named.join('\n'), body: await response.text() };
}

/** The variables of a request with the ids of one world in the place of labels. */
function withIds(world: World, value: unknown): unknown {
  if (typeof value === 'string') return value.startsWith('@') ? idOf(world, value.slice(1)) : value;
  if (Array.isArray(value)) return value.map((each) => withIds(world, each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, withIds(world, each)]),
  );
}

/** The id or key that goes by this label; for what is not in the world one that nothing has. */
export function idOf({ ids }: World, label: string): string {
  const known = ids.get(label);
  if (known !== undefined) return known;
  const digits = createHash('sha256').update(label).digest('hex');
  if (!label.startsWith('key ')) return `0192f0c1-0000-7000-8000-${digits.slice(0, 12)}`;
  const at = Number(label.split(' ')[1]);
  const prefix = at === 0 ? 'PM' : at === 1 ? 'INC' : 'AI';
  return `${prefix}-${900_000_000 + (Number.parseInt(digits.slice(0, 6), 16) % 99_999_999)}`;
}

const HEADERS_OF_THE_MOMENT = /^(x-request-id|date|content-length|x-ratelimit-[a-z]+|keep-alive):/;
/** Fields that are different each time: measured, or random. */
const VALUES_OF_THE_MOMENT = new Set([
  ...['requestId', 'tookMs', 'token', 'hint'],
  // Not everybody asks both worlds.
  ...['lastUsedAt', 'lastSeenAt', 'address'],
]);
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const DRAWN_KEY = /\b(PM|INC|AI)-\d{9}\b/g;

/** An answer without what is of the moment, the ids of its world as labels: equal in equal worlds. */
export function plain(world: World, { status, headers, body }: Answer): string {
  const names = new Map([...world.ids].map(([label, id]) => [id, label]));
  const numbers = new Map<string, string>();
  const nameOf = (id: string): string => {
    const known = names.get(id);
    if (known !== undefined) return `<${known}>`;
    if (!numbers.has(id)) numbers.set(id, `<#${numbers.size}>`);
    return numbers.get(id) ?? '';
  };
  const text = (value: string): string =>
    value
      .replaceAll(world.app.url, 'http://here')
      .replace(UUID, nameOf)
      .replace(DRAWN_KEY, '$1-drawn');
  const lasting = headers.split('\n').filter((line) => !HEADERS_OF_THE_MOMENT.test(line));
  const replace = (name: string, value: unknown): unknown => {
    if (VALUES_OF_THE_MOMENT.has(name)) return '';
    if (typeof value !== 'string') return value;
    return text(/cursor$/i.test(name) ? opened(value) : value);
  };
  const isJson = body.startsWith('{');
  const content = isJson ? JSON.stringify(JSON.parse(body), replace) : text(body);
  return [String(status), ...lasting.sort(), content].join('\n');
}

function opened(cursor: string): string {
  return Buffer.from(cursor, 'base64url').toString('utf8');
}

/**
 * The canaries in an answer that the caller has not said themselves.
 * @param hidden the cases whose canaries are looked for
 */
export function canariesIn(
  { headers, body }: Answer,
  request: Pick<Request, 'variables'>,
  hidden: readonly CaseName[],
): string[] {
  const said = fold(JSON.stringify(request.variables));
  const heard = fold(`${headers}\n${body}`);
  const words = new Set(heard.match(/zq[a-z]+/g));
  const mine = new Set(said.match(/zq[a-z]+/g));
  return hidden.flatMap((name) => {
    const { mark, chinese } = CASE_PLANS[name];
    const leaked = [...words].filter((word) => word.startsWith(`${mark}x`) && !mine.has(word));
    const phrase = fold(chinese);
    return heard.includes(phrase) && !said.includes(phrase) ? [...leaked, chinese] : leaked;
  });
}

/** All canaries in a text, whichever case they are from. */
export function allCanaries(text: string): string[] {
  const phrases = CASE_NAMES.map((name) => CASE_PLANS[name].chinese);
  return [...(text.match(/zq[a-z]+/g) ?? []), ...phrases.filter((each) => text.includes(each))];
}
