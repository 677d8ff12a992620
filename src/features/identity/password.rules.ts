import { FupanError } from '../../core/errors.js';

/** Characters of a password. */
export const PASSWORD_LENGTH = { least: 12, most: 256 } as const;
/** Fewer different characters than that are a pattern. */
const LEAST_DIFFERENT = 5;

/** Whose password it is to be. */
export interface PasswordOwner {
  readonly name: string;
  readonly email: string | null;
}

let common: Promise<ReadonlySet<string>> | undefined;

/** The passwords that everybody tries first. Loaded the first time somebody chooses one. */
function commonPasswords(): Promise<ReadonlySet<string>> {
  common ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common']),
  );
  return common;
}

/** The same password for the same keys, however they are written: é can be one character or two. */
export function normalPassword(password: string): string {
  return password.normalize('NFKC');
}

/**
 * Refuses a password that is easy to guess.
 * @param field where it was given
 * @throws FupanError VALIDATION
 */
export async function refuseWeak(
  password: string,
  owner: PasswordOwner,
  field: readonly string[],
): Promise<void> {
  const refuse = (key: string, params = {}): never => {
    throw new FupanError('VALIDATION', key, params, field);
  };
  const characters = [...normalPassword(password)];
  const { least, most } = PASSWORD_LENGTH;
  if (!password.isWellFormed()) refuse('textBroken');
  if (characters.length < least) refuse('passwordTooShort', { min: least });
  if (characters.length > most) refuse('textTooLong', { max: most });
  const cores = coresOf(characters.join(''));
  const own = ownWords(owner);
  if (cores.some((core) => own.has(core))) refuse('passwordIsName');
  const known = await commonPasswords();
  if (isPattern(characters) || cores.some((core) => known.has(core))) refuse('passwordCommon');
}

/** Hardly any different characters, or most of them just follow each other: 1234567890123. */
function isPattern(characters: readonly string[]): boolean {
  const codes = characters.map((character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => Math.abs(code - (codes[index] ?? 0)));
  const small = steps.filter((step) => step <= 1).length;
  return new Set(codes).size < LEAST_DIFFERENT || small > 0.75 * steps.length;
}

/** What a password comes down to once what people add to satisfy a rule is taken away. */
function coresOf(password: string): string[] {
  const whole = password.toLowerCase();
  const bare = whole.replace(/[\d\p{P}\p{S}\s]+$/u, '');
  const once = /^(.+?)\1+$/u.exec(bare)?.[1];
  return [whole, bare, ...(once === undefined ? [] : [once])].filter(Boolean);
}

/** Words that are the first to try for this person in this place. */
function ownWords({ name, email }: PasswordOwner): ReadonlySet<string> {
  const words = [name, name.replace(/\s+/g, ''), email ?? '', email?.split('@')[0] ?? '', 'fupan'];
  return new Set(words.flatMap((word) => coresOf(normalPassword(word))));
}
