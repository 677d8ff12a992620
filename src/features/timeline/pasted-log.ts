import { stampAt, type PasteContext, type Stamp } from './pasted-moment.js';
import type { PastedLine } from './pasted-line.js';

/** Names of the fields of structured logs. */
const TIMES = ['@timestamp', 'timestamp', 'time', 'ts', 't', 'datetime', 'eventTime', 'asctime'];
const MESSAGES = ['msg', 'message', 'event', 'text', 'log', '@message'];
const NAMES = ['logger', 'service', 'app', 'component', 'name', 'host', 'hostname'];
/** A longer line is no log line, and would only cost time. */
const LONGEST = 50_000;

const LEVEL =
  'trace|debug|info|notice|warn(?:ing)?|err(?:or)?|crit(?:ical)?|fatal|emerg|severe|panic';
const LOUD = LEVEL.toUpperCase();
/** A level stands in capitals or in brackets, or it is a word like others. */
const LEVELLED = new RegExp(
  String.raw`^(?:[[(<|][ \t]*(?:[\w.-]{1,40}:)?(?:${LEVEL}|${LOUD})[ \t]*[\])>|]|(?:[\w-]{1,40}\.)?(?:${LOUD})\b)`,
  'u',
);
/** `ERROR [main] com.shop.Checkout - …`. */
const LOGGER =
  /^[^a-z]{3,12}[ \t]+(?:\[[^\]]{1,60}\][ \t]*)?([a-zA-Z_][\w$]*(?:\.[\w$]+)+)[ \t]*[-:][ \t]/u;
/** `web-1 nginx[12]: …`. */
const DAEMON = /^([a-z\d][\w.:-]*)[ \t]([\w./@-]+)(\[\d+\])?:[ \t]/u;
/** `10.0.0.1 - ann [11/Mar/2026:14:05:33 +0800] "GET …`. */
const ACCESS =
  /^([\da-fA-F.:]+|[\w.-]+)[ \t]\S+[ \t](?:\S+)[ \t](?=\[\d{1,2}\/[A-Za-z]{3}\/\d{4}:)/u;
/** `<34>1 2026-03-11T14:05:33Z web-1 checkout 12 - - …`. */
const RFC5424 = /^<\d{1,3}>1[ \t]+/u;
const AFTER_RFC5424 = /^\S+[ \t]+(\S+)[ \t]+\S+[ \t]+\S+[ \t]+(?:-|\[[^\]]*\])[ \t]*/u;
/** `checkout-1  | …` of Docker, `[pod/checkout-7f/app] …` of Kubernetes, `1:M …` of Redis. */
const CONTAINER =
  /^(?:([\w.-]{1,60})[ \t]+\|[ \t]+|\[pod\/([^\]\s]+)\][ \t]+|\d+:[A-Z][ \t]+)(?=[\d[{(])/u;
const LEVEL_FIRST = new RegExp(
  String.raw`^\[?(?:${LOUD})\]?:?[ \t]+(?:\[[\w.-]+\][ \t]+)?(?=[\d[(])`,
  'u',
);
const SYSLOG_DAY = /^(?:<\d{1,3}>)?[A-Z][a-z]{2}[ \t]+\d{1,2}[ \t]+\d\d:\d\d:\d\d/u;
const LOGFMT_TIME = /(?:^|[ \t])(?:time|ts|timestamp|t)=(?:"([^"]*)"|(\S+))/u;
const LOGFMT_MESSAGE = /(?:^|[ \t])(?:msg|message)=(?:"((?:[^"\\]|\\.)*)"|(\S+))/u;

/** A line of a log, if it is written like one. */
export function logLine(line: string, context: PasteContext): PastedLine | undefined {
  if (line.length > LONGEST) return undefined;
  return jsonLine(line, context) ?? logfmtLine(line, context) ?? plainLog(line, context);
}

function jsonLine(line: string, context: PasteContext): PastedLine | undefined {
  if (!line.startsWith('{') || !line.endsWith('}')) return undefined;
  let fields: Readonly<Record<string, unknown>>;
  try {
    fields = JSON.parse(line) as Readonly<Record<string, unknown>>;
  } catch {
    return undefined;
  }
  const first = (names: readonly string[]): string | undefined => {
    for (const name of names) {
      const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (typeof value === 'number') return String(value);
      if (typeof value === 'string' && value.trim() !== '') return value;
    }
    return undefined;
  };
  const said = first(TIMES);
  const stamp = said === undefined ? undefined : stampAt(secondsOf(said), context);
  if (!stamp) return undefined;
  const words = [first(MESSAGES), first(['error', 'err'])].filter((each) => each !== undefined);
  return {
    stamp,
    text: words.length === 0 ? line : words.join(': ').trim(),
    source: log(first(NAMES) ?? null),
  };
}

/** Numbers of seconds, milli-, micro- or nanoseconds as seconds. */
function secondsOf(text: string): string {
  const match = /^(1\d{9})(\d*)(?:\.(\d+))?$/u.exec(text);
  if (!match) return text;
  const [, seconds = '', finer = '', fraction = ''] = match;
  return `${seconds}.${`${finer}${fraction}000`.slice(0, 3)}`;
}

function logfmtLine(line: string, context: PasteContext): PastedLine | undefined {
  if (!line.includes('=')) return undefined;
  const said = LOGFMT_TIME.exec(line);
  const time = said?.[1] ?? said?.[2];
  const message = LOGFMT_MESSAGE.exec(line);
  const stamp = time === undefined || !message ? undefined : stampAt(secondsOf(time), context);
  if (!stamp) return undefined;
  const name = /(?:^|[ \t])(?:logger|service|app|component)="?([^"\s]+)/u.exec(line)?.[1];
  const text = (message?.[1] ?? message?.[2] ?? '').replaceAll('\\"', '"').trim();
  return { stamp, text, source: { kind: 'LOG', name: name ?? null } };
}

function plainLog(line: string, context: PasteContext): PastedLine | undefined {
  const access = ACCESS.exec(line);
  if (access) {
    const stamp = stampAt(line.slice(access[0].length), context);
    const rest = line.slice(access[0].length + (stamp?.length ?? 0));
    const text = `${access[1] ?? ''} ${rest}`.trim();
    return stamp && { stamp, text, source: { kind: 'LOG', name: null } };
  }
  const structured = RFC5424.exec(line)?.[0] ?? '';
  const container = structured === '' ? CONTAINER.exec(line) : null;
  const before = structured + (container?.[0] ?? LEVEL_FIRST.exec(line)?.[0] ?? '');
  const numbered = /^<\d{1,3}>/u.exec(line)?.[0] ?? '';
  const from = before === '' ? numbered.length : before.length;
  const stamp = stampAt(line.slice(from), context);
  if (!stamp) return undefined;
  const rest = line.slice(from + stamp.length);
  if (structured !== '') {
    const tail = AFTER_RFC5424.exec(rest);
    const text = rest.slice(tail?.[0].length ?? 0).trim();
    return { stamp, text, source: log(tail?.[1] ?? null) };
  }
  const daemon = DAEMON.exec(rest);
  // A time that is followed by two names is only surely a log where a process is named, or it is syslog.
  if (daemon && (daemon[3] !== undefined || SYSLOG_DAY.test(line))) {
    return { stamp, text: rest.slice(daemon[0].length).trim(), source: log(daemon[2] ?? null) };
  }
  const named = container?.[1] ?? container?.[2];
  const isLog = before !== '' || numbered !== '' || isOfLog(line, rest, stamp);
  if (!isLog) return undefined;
  const logger = LOGGER.exec(rest)?.[1];
  const level = container ? '' : before;
  return { stamp, text: `${level}${rest}`.trim(), source: log(named ?? logger ?? null) };
}

function isOfLog(line: string, rest: string, { epoch }: Stamp): boolean {
  return epoch !== undefined || LEVELLED.test(rest) || /^[IWEF]\d{4} \d\d:/u.test(line);
}

const log = (name: string | null): PastedLine['source'] => ({ kind: 'LOG', name });
