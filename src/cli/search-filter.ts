import { fieldValues, periodStart, queryField } from '../features/search/query-fields.js';
import type { SearchFilter } from '../infra/search/search-index.js';

/**
 * Adds one `field=value` of the command line to a filter.
 * @returns undefined if there is no such field or it cannot hold this value
 */
export function addToFilter(filter: SearchFilter, text: string): SearchFilter | undefined {
  const at = text.search(/[=:]/);
  const field = at < 1 ? undefined : queryField(text.slice(0, at));
  const value = text.slice(at + 1);
  if (field === undefined) return undefined;
  if (field === 'after' || field === 'before') {
    const instant = periodStart(value);
    if (instant === undefined) return undefined;
    return { ...filter, [field === 'after' ? 'occurredAfter' : 'occurredBefore']: instant };
  }
  const values = fieldValues(field, value);
  return values && { ...filter, [field]: [...(filter[field] ?? []), ...values] };
}
