import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { HANS_WORDS, HANT_WORDS, TOPICS, WORDS } from './topics.js';

/** A small generator of the same numbers for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SERVICES = 'checkout payment order login search coupon inventory cart cdn notification'.split(
  ' ',
);
const FILLER = { en: WORDS, 'zh-Hant': HANT_WORDS, 'zh-Hans': HANS_WORDS } as const;

/** Writes `count` case files, the same ones for the same count: 70 % English, 15 % in each Chinese script. */
export async function generateCases(folder: string, count: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const random = randomFrom(20_261_123);
  for (let number = 0; number < count; number++) {
    const name = `case-${String(number).padStart(6, '0')}.md`;
    await writeFile(join(folder, name), caseText(number, random));
  }
}

function caseText(number: number, random: () => number): string {
  const pick = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random() * items.length)] as Item;
  const draw = random();
  const language = draw < 0.7 ? 'en' : draw < 0.85 ? 'zh-Hant' : 'zh-Hans';
  const topic = pick(TOPICS);
  const service = pick(SERVICES);
  const host = `db${1_000 + Math.floor(random() * 9_000)}.${pick(['eqiad', 'codfw', 'tpe'])}`;
  /** Early words more often than late ones, much as in real text. */
  const word = (): string => {
    const words = FILLER[language];
    return words[Math.floor(random() ** 2.5 * words.length)] as string;
  };
  const sentence = (): string =>
    language === 'en'
      ? `The ${Array.from({ length: 6 + Math.floor(random() * 8) }, word).join(' ')}.`
      : `${Array.from({ length: 5 + Math.floor(random() * 6) }, word).join('')}。`;
  const paragraph = (): string =>
    Array.from({ length: 3 + Math.floor(random() * 5) }, sentence).join(' ');
  const started = new Date(Date.UTC(2018, 0, 1) + Math.floor(random() * 8 * 365) * 86_400_000);
  return [
    '---',
    `uuid: generated-${number}`,
    `title: ${JSON.stringify(`${service}: ${topic[language]} (${host})`)}`,
    `language: ${language}`,
    `start_time: ${started.toISOString()}`,
    `end_time: ${new Date(started.getTime() + 3_600_000 * (1 + random() * 5)).toISOString()}`,
    `severity: SEV${1 + Math.floor(random() * 4)}`,
    `service: ${service}`,
    `categories: [${topic.tag}]`,
    `keywords: [${pick(TOPICS).tag}, ${service}]`,
    `summary: ${JSON.stringify(`${topic[language]}. ${sentence()}`)}`,
    '---',
    '',
    `${paragraph()} ${topic[language]}.`,
    '',
    '```',
    `${host} ${topic.error}`,
    '```',
    '',
    ...Array.from({ length: 2 + Math.floor(random() * 5) }, () => `${paragraph()}\n`),
    `Trace id ${number.toString(16).padStart(8, '0')}-${Math.floor(random() * 1e9).toString(36)}.`,
    '',
  ].join('\n');
}

/** Writes one case that asks for `count` things to be done. */
export async function generateManyActions(folder: string, count: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const actions = Array.from(
    { length: count },
    (_, number) =>
      `  - title: Alert on the wait for a connection, part ${number}\n    priority: P1`,
  );
  const head = 'title: A case of many actions\nstatus: PUBLISHED\nlanguage: en';
  const text = `---\nfupan: 1\nkey: PM-9000\n${head}\nactions:\n${actions.join('\n')}\n---\n`;
  await writeFile(join(folder, 'PM-9000.md'), text);
}

/** Queries of the kinds that people type, for the generated cases. */
export const QUERIES = [
  'connection pool exhausted',
  'x509: certificate has expired',
  '"certificate has expired"',
  'DiskPressure evicted',
  'replication lag stale',
  'poison message retry',
  'conection pool',
  'checkout',
  'cold cache database load',
  'slow query index',
  'service:payment rollback',
  'severity:SEV1 queue',
  'lang:zh 連線池',
  '連線池耗盡',
  '证书过期',
  '憑證過期',
  '主从延迟',
  '回滾',
  '告警 值班表',
  'k8s eviction',
  'repl',
  'tag:dns upstream',
  'configuration push -coupon',
  'after:2022 before:2024 alerts',
] as const;
