import {
  commitHash,
  functionName,
  hostName,
  metricName,
  PEOPLE,
  PRODUCTS,
  SERVICES,
  SITES,
  TEAMS,
  version,
} from './names.js';
import type { Draws } from './random.js';
import type { Sentences } from './sentences.js';
import { NOUNS } from './words-en.js';

/** What a case is about: the names that come back in its sentences. */
export type Subject = Readonly<Record<'svc' | 'team' | 'prod' | 'host' | 'site' | 'fn', string>>;

/** In so many of the places a sentence names something else than what its case is about. */
const ELSEWHERE = 0.2;

export function drawSubject(draws: Draws): Subject {
  const [svc, team] = draws.skewed(SERVICES);
  const prod = draws.skewed(PRODUCTS);
  return {
    svc,
    team,
    prod,
    host: hostName(draws),
    site: draws.pick(SITES),
    fn: functionName(draws),
  };
}

const count = (draws: Draws): string => String(draws.whole(2, 90));

const OTHERS: Readonly<Record<string, (draws: Draws) => string>> = {
  svc: (draws) => draws.skewed(SERVICES)[0],
  team: (draws) => draws.pick(TEAMS),
  team2: (draws) => draws.pick(TEAMS),
  prod: (draws) => draws.skewed(PRODUCTS),
  host: hostName,
  site: (draws) => draws.pick(SITES),
  site2: (draws) => draws.pick(SITES),
  fn: functionName,
  metric: metricName,
  ver: version,
  hash: commitHash,
  flag: (draws) => `enable-${draws.pick(NOUNS)}-${draws.skewed(NOUNS)}`,
  tbl: (draws) => `${draws.skewed(NOUNS)}_${draws.pick(NOUNS)}`,
  inc: (draws) => `INC${draws.whole(1_000_000, 1_999_999)}`,
  person: (draws) => draws.pick(PEOPLE).name,
  n: count,
  pct: count,
  ms: (draws) => String(draws.whole(1_000, 60_000)),
  time: (draws) =>
    `${String(draws.whole(0, 23)).padStart(2, '0')}:${String(draws.whole(0, 59)).padStart(2, '0')}`,
  day: (draws) => `2026-${String(draws.whole(1, 12)).padStart(2, '0')}-11T00:00:00Z`,
};

const WORDS = { noun: 'nouns', verbed: 'verbs', adj: 'adjectives', adv: 'adverbs' } as const;

/** Puts a name or a word into each pair of braces; `{Adj}` begins with a capital letter. */
export function fill(line: string, draws: Draws, subject: Subject, sentences: Sentences): string {
  return line.replace(/\{(\w+)\}/gu, (whole, written: string) => {
    const name = written.toLowerCase();
    const text = drawn(name, draws, subject, sentences) ?? whole;
    return name === written ? text : text.charAt(0).toUpperCase() + text.slice(1);
  });
}

function drawn(name: string, draws: Draws, subject: Subject, sentences: Sentences) {
  if (name in WORDS) return draws.skewed(sentences[WORDS[name as keyof typeof WORDS]]);
  if (name in subject && !draws.chance(ELSEWHERE)) return subject[name as keyof Subject];
  return OTHERS[name]?.(draws);
}
