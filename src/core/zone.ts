import { z } from 'zod';

/** True for an IANA zone or an offset like `+08:00`. */
export function isZone(zone: string): boolean {
  if (/^[+-](0\d|1[0-4]):[0-5]\d$/.test(zone)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** A time zone as an author gives it. */
export const zoneSchema = z.string().trim().max(64).refine(isZone, { error: 'unknownZone' });
