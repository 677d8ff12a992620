import type { IncidentFilter } from '../gql/documents.js';
import { browserZone } from '../ui/time.js';
import { instantOf } from '../ui/zone.js';
import type { IncidentsAddress } from './incidents-address.js';

const startOf = (day: string): string | null => instantOf('00:00', browserZone(), day);

/** Milliseconds that reach into the day after, whatever the clocks do in between. */
const INTO_NEXT_DAY_MS = 36 * 3_600_000;

function endOf(day: string): string | null {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + INTO_NEXT_DAY_MS);
  return startOf(next.toISOString().slice(0, 10));
}

/** What the list keeps, as the API takes it. */
export function filterOf(address: IncidentsAddress): IncidentFilter {
  const { q, kind, severity, status, service, written, from, to } = address;
  return {
    query: q,
    kind: kind && [...kind],
    severity: severity && [...severity],
    status: status && [...status],
    service: service && [...service],
    hasPostmortem: written && written === 'yes',
    startedAfter: from && startOf(from),
    startedBefore: to && endOf(to),
  };
}
