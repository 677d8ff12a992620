import { oneOf, word, words } from '../app/address.js';
import type { IncidentKind, IncidentStatus, Severity } from '../gql/documents.js';

export const KINDS = ['INCIDENT', 'NEAR_MISS', 'DRILL'] as const satisfies IncidentKind[];
export const SEVERITIES = ['SEV1', 'SEV2', 'SEV3', 'SEV4', 'SEV5'] as const satisfies Severity[];
export const STATUSES = [
  'INVESTIGATING',
  'IDENTIFIED',
  'MITIGATED',
  'RESOLVED',
  'CLOSED',
  'CANCELED',
] as const satisfies IncidentStatus[];

/** What the address of the list says: what it keeps. */
export interface IncidentsAddress {
  readonly q?: string | undefined;
  readonly kind?: readonly IncidentKind[] | undefined;
  readonly severity?: readonly Severity[] | undefined;
  readonly status?: readonly IncidentStatus[] | undefined;
  readonly service?: readonly string[] | undefined;
  readonly written?: 'yes' | 'no' | undefined;
  /** First day and last day. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The lists in an address from which values are taken out one by one. */
export const LISTS = ['kind', 'severity', 'status', 'service'] as const;

/** Reads the address of the list; what it does not know it leaves out. */
export function incidentsAddress(search: Record<string, unknown>): IncidentsAddress {
  return {
    q: word(search, 'q'),
    kind: known(search, 'kind', KINDS),
    severity: known(search, 'severity', SEVERITIES),
    status: known(search, 'status', STATUSES),
    service: words(search, 'service'),
    written: oneOf(search, 'written', ['yes', 'no']),
    from: dayIn(search, 'from'),
    to: dayIn(search, 'to'),
  };
}

function known<Value extends string>(
  search: Record<string, unknown>,
  name: string,
  values: readonly Value[],
): Value[] | undefined {
  const given = words(search, name) ?? [];
  const kept = values.filter((value) => given.includes(value));
  return kept.length === 0 ? undefined : kept;
}

function dayIn(search: Record<string, unknown>, name: string): string | undefined {
  const day = word(search, name);
  return day !== undefined && !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) ? day : undefined;
}

/** True if the list keeps everything. */
export const isUnfiltered = (address: IncidentsAddress): boolean =>
  Object.values(address).every((value) => value === undefined);

/** The same address with one value of one list put in or taken out. */
export function toggled(
  address: IncidentsAddress,
  name: (typeof LISTS)[number],
  value: string,
): IncidentsAddress {
  const present: readonly string[] = address[name] ?? [];
  const values = present.includes(value)
    ? present.filter((each) => each !== value)
    : [...present, value];
  return { ...address, [name]: values.length === 0 ? undefined : values };
}
