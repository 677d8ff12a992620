import { z } from 'zod';

import { FupanError } from './errors.js';
import { LIMITS } from './limits.js';

/** Text that every store and every file can hold: no NUL, no half of a surrogate pair. */
const storable = z
  .string()
  .refine((text) => !text.includes('\0') && text.isWellFormed(), { error: 'textBroken' });

const oneLine = (max: number, min = 1) =>
  storable
    .transform((text) => text.trim().replace(/\s*[\r\n]+\s*/g, ' '))
    .pipe(z.string().min(min).max(max));

const lines = (max: number) =>
  storable.transform((text) => text.replace(/\r\n?/g, '\n')).pipe(z.string().max(max));

/** The kinds of text that a person enters; see `LIMITS` for their sizes. */
export const text = {
  name: oneLine(LIMITS.name),
  /** May be empty: text before the first heading. */
  heading: oneLine(LIMITS.name, 0),
  title: oneLine(LIMITS.title),
  part: oneLine(LIMITS.part),
  entry: lines(LIMITS.entry).pipe(z.string().trim().min(1)),
  prose: lines(LIMITS.prose),
  email: z
    .string()
    .trim()
    .toLowerCase()
    .max(LIMITS.email)
    .pipe(z.email({ error: 'notAnEmail' })),
  url: z
    .string()
    .trim()
    .max(LIMITS.url)
    // The parser passes over control characters and leaves them in.
    .refine((url) => !/[\s\p{C}]/u.test(url), { error: 'notAUrl', abort: true })
    .pipe(z.url({ protocol: /^https?$/, error: 'notAUrl' })),
  /** A short stable name for queries and files: `payments`. */
  key: z
    .string()
    .trim()
    .toLowerCase()
    .max(LIMITS.name)
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}-]*$/u, { error: 'notAName' }),
} as const;

/** An entry that something asks for; left blank, the answer says why it is needed. */
export const needed = (messageKey: string) =>
  z
    .string()
    .refine((value) => value.trim() !== '', { error: messageKey, abort: true })
    .pipe(text.entry);

/**
 * Checks what a caller sent.
 * @throws FupanError VALIDATION about the first field at fault.
 */
export function checked<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  at: readonly string[] = ['input'],
): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  if (!issue) throw new FupanError('VALIDATION', 'VALIDATION', { reason: 'unknown' }, at);
  const field = [...at, ...issue.path.map(String)];
  if (issue.code === 'too_big') {
    const key = issue.origin === 'array' ? 'listTooLong' : 'textTooLong';
    throw new FupanError('VALIDATION', key, { max: Number(issue.maximum) }, field);
  }
  if (issue.code === 'too_small') throw new FupanError('VALIDATION', 'textMissing', {}, field);
  // A null where none can stand: the schema of GraphQL cannot tell it from what is left out.
  if (issue.code === 'invalid_type' || issue.code === 'invalid_value') {
    throw new FupanError('VALIDATION', 'valueMissing', {}, field);
  }
  throw new FupanError('VALIDATION', issue.message, { reason: issue.message }, field);
}
