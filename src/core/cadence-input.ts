import { z } from 'zod';

import { readRule } from './cadence.js';
import { isRangeError } from './error-code.js';
import { FupanError } from './errors.js';
import { LIMITS } from './limits.js';
import { zoneSchema } from './zone.js';

/** What a caller says of when something comes again and again. */
export const cadenceFields = {
  /** An RRULE of RFC 5545; see `checkedRule`. */
  rule: z.string().max(LIMITS.rule),
  /** The day that the rule counts from: whatever somebody means is among these. */
  startsOn: z.iso
    .date()
    .refine((day) => day >= '1970-01-01' && day <= '2199-12-31', { error: 'dayFarAway' }),
  zone: zoneSchema,
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'notATime' }),
};

/**
 * A rule in its one spelling.
 * @throws FupanError VALIDATION `notARule` for what is no rule, tells more than days, or never comes
 */
export function checkedRule(
  { rule, startsOn }: { readonly rule: string; readonly startsOn: string },
  field: readonly string[],
): string {
  try {
    return readRule(rule, startsOn);
  } catch (error) {
    if (!(error instanceof Error) && !isRangeError(error)) throw error;
    throw new FupanError('VALIDATION', 'notARule', {}, field, { cause: error });
  }
}
