import { FUNCTION_PARTS, METRIC_PARTS, NOUNS } from './words-en.js';
import { drawsFrom, type Draws } from './random.js';

/** Services of the catalogue with the team that owns each, common ones first. */
export const SERVICES: readonly (readonly [service: string, team: string])[] = [
  ['checkout', 'payments'],
  ['payment', 'payments'],
  ['order', 'commerce'],
  ['login', 'identity'],
  ['search', 'discovery'],
  ['coupon', 'commerce'],
  ['inventory', 'commerce'],
  ['cart', 'commerce'],
  ['cdn', 'edge'],
  ['notification', 'messaging'],
  ['catalog', 'discovery'],
  ['ledger', 'payments'],
  ['session', 'identity'],
  ['recommendation', 'discovery'],
  ['image-resizer', 'media'],
  ['video-transcoder', 'media'],
  ['mail-relay', 'messaging'],
  ['push-gateway', 'messaging'],
  ['api-gateway', 'edge'],
  ['dns-resolver', 'edge'],
  ['object-store', 'storage'],
  ['block-store', 'storage'],
  ['primary-db', 'storage'],
  ['analytics', 'data'],
  ['warehouse', 'data'],
  ['stream-ingest', 'data'],
  ['feature-flags', 'platform'],
  ['kubernetes', 'platform'],
  ['ci-runner', 'platform'],
  ['secrets-vault', 'security'],
  ['fraud-check', 'security'],
  ['audit-trail', 'security'],
];

export const TEAMS = [...new Set(SERVICES.map(([, team]) => team))];

export const PEOPLE = [
  'Maya Lindqvist',
  'Tomas Achterberg',
  'Priya Raghunathan',
  'Owen Castellanos',
  'Ingrid Solheim',
  'Kwame Boateng',
  'Lucía Ferreyra',
  'Dmitri Volkonsky',
  'Hannah Oyelaran',
  'Felix Brandauer',
  '林昱廷',
  '郭怡君',
  '吳宜蓁',
  '陳柏翰',
  '黃詩涵',
  '张晓东',
  '李雪梅',
  '王志远',
  '赵清扬',
  '孙若溪',
].map((name, at) => ({ name, email: `p${at + 1}@bench.example` }));

const ONSETS = 'b br c cl d dr f fl g gr h j k kr l m n p pl qu r s sk st t tr v w z'.split(' ');
const VOWELS = 'a e i o u ae io ia eo'.split(' ');
const CODAS = 'n r x l s nt rd lm ck th sk mb'.split(' ');
const ENDINGS = 'ix ora eon ium ara ent ovo ly ster ade ine ux'.split(' ');

/** Names that nobody else has: products, code names, vendors; a long tail. */
export const PRODUCTS: readonly string[] = invented(4_000);

function invented(count: number): string[] {
  const draws = drawsFrom(4_711);
  const names = new Set<string>();
  while (names.size < count) {
    const syllable = (): string => draws.pick(ONSETS) + draws.pick(VOWELS) + draws.pick(CODAS);
    const name = syllable() + (draws.chance(0.4) ? syllable() : '') + draws.pick(ENDINGS);
    names.add(name.charAt(0).toUpperCase() + name.slice(1));
  }
  return [...names];
}

const ROLES = 'db web cache mq api edge kube store auth cron lb log mail redis kafka etcd'.split(
  ' ',
);
export const SITES = 'eqiad codfw tpe1 fra2 sin3 gru1 nrt2 hkg1 shz3 pek2'.split(' ');

export function hostName(draws: Draws): string {
  return `${draws.pick(ROLES)}${draws.whole(1_000, 4_999)}.${draws.pick(SITES)}`;
}

/** One of its own for each case. */
export function traceId(number: number): string {
  const draws = drawsFrom(Math.imul(number + 1, 0x27d4eb2f));
  return Array.from({ length: 4 }, () =>
    Math.floor(draws.next() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, '0'),
  ).join('');
}

/** The number that the case has in another program; one of its own for each case. */
export function incidentNumber(number: number): string {
  return `INC${2_000_000 + number * 7}`;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

export function functionName(draws: Draws): string {
  return `${draws.pick(FUNCTION_PARTS)}${capital(draws.pick(NOUNS))}${capital(draws.skewed(NOUNS))}`;
}

export function metricName(draws: Draws): string {
  return [draws.pick(METRIC_PARTS), draws.pick(METRIC_PARTS), draws.pick(METRIC_PARTS)].join('_');
}

export function version(draws: Draws): string {
  return `v${draws.whole(1, 9)}.${draws.whole(0, 40)}.${draws.whole(0, 20)}`;
}

export function commitHash(draws: Draws): string {
  return Math.floor(draws.next() * 0x1000_0000)
    .toString(16)
    .padStart(7, '0');
}

/** Lines that a program prints when it fails, with figures of the day. */
export const ERRORS = [
  'HikariPool-1 - Connection is not available, request timed out after {ms}ms',
  'x509: certificate has expired or is not yet valid: current time is after {day}',
  'The node was low on resource: ephemeral-storage (DiskPressure)',
  'Seconds_Behind_Master: {n}',
  'consumer rebalance: poison message redelivered {n} times',
  'no healthy upstream (cluster {host})',
  'notification skipped: empty on-call schedule',
  'MISCONF Redis is configured to save RDB snapshots, but it is unable to persist on disk',
  'ORA-00060: deadlock detected while waiting for resource',
  'Last State: Terminated, Reason: OOMKilled, Exit Code: 137',
  'getaddrinfo EAI_AGAIN {host}',
  'ENOSPC: no space left on device, write',
  'canceling statement due to statement timeout',
  "TypeError: Cannot read properties of undefined (reading '{fn}')",
  'pg_restore: error: could not read from input file: end of file',
  'read ECONNRESET at TLSWrap.onStreamRead (node:internal/stream_base_commons:217:20)',
  'FATAL: sorry, too many clients already',
  'FATAL: remaining connection slots are reserved for non-replication superuser connections',
  'panic: runtime error: invalid memory address or nil pointer dereference in {fn}',
  'java.lang.OutOfMemoryError: GC overhead limit exceeded',
  'java.util.concurrent.RejectedExecutionException: Task {fn} rejected from ThreadPoolExecutor',
  'etcdserver: request timed out, possibly due to previous leader failure',
  'dial tcp {host}:5432: connect: connection refused',
  'upstream connect error or disconnect/reset before headers. reset reason: connection termination',
  'Error 1205: Lock wait timeout exceeded; try restarting transaction',
  'Error 1213: Deadlock found when trying to get lock',
  'kernel: TCP: request_sock_TCP: Possible SYN flooding on port {n}. Sending cookies',
  'kernel: nf_conntrack: table full, dropping packet',
  'ERR_SSL_VERSION_OR_CIPHER_MISMATCH while calling {host}',
  'Back-off restarting failed container {fn} in pod',
  'ImagePullBackOff: toomanyrequests: You have reached your pull rate limit',
  'SQLSTATE[40001]: Serialization failure: could not serialize access due to concurrent update',
  'kafka: error NotEnoughReplicasException on {fn}',
  'RESOURCE_EXHAUSTED: Quota exceeded for quota metric {metric}',
  '429 Too Many Requests: retry after {n} seconds ({metric})',
  'segfault at {n} ip {hash} in libcrypto.so',
  'EXT4-fs error (device nvme0n1p{n}): ext4_find_entry: reading directory lblock 0',
  'BGP: neighbour {host} Down - Hold Timer Expired',
  'ntpd: clock step of {ms} milliseconds on {host}',
  'assertion failed: {fn} in {hash}',
] as const;
