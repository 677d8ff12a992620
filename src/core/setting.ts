import { isIP } from 'node:net';
import { z } from 'zod';

/** Names of this machine for itself, which nobody else can reach. */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i;

/** True for a host that only this machine can reach. */
export const isLoopback = (host: string): boolean => LOOPBACK.test(host);

/** A whole number in a range. */
export const wholeNumber = (from: number, to: number, fallback: number) => {
  const error = `must be a whole number from ${from} to ${to}`;
  return z.coerce.number({ error }).int(error).min(from, error).max(to, error).default(fallback);
};

export const onOff = (fallback: boolean) =>
  z
    .enum(['on', 'off'], { error: 'must be on or off' })
    .default(fallback ? 'on' : 'off')
    .transform((value) => value === 'on');

/** Takes a text apart into its words. */
export const words =
  (separator: RegExp) =>
  (text: string): string[] =>
    text
      .split(separator)
      .map((word) => word.trim())
      .filter(Boolean);

/** Words between commas. */
export const list = z.string().default('').transform(words(/,/));

/** Addresses and networks between commas. */
export const networks = list.superRefine((given, check) => {
  for (const word of given.filter((each) => !isNetwork(each))) {
    check.addIssue(`must be addresses or networks like 10.0.0.7 or 10.0.0.0/8, not ${word}`);
  }
});

/** An address, or a network as an address and the length of its prefix; never all there are. */
function isNetwork(text: string): boolean {
  const [address = '', length, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || address.includes('%') || rest.length > 0) return false;
  const longest = family === 4 ? 32 : 128;
  return length === undefined || (/^[1-9]\d{0,2}$/.test(length) && Number(length) <= longest);
}

/** Where people find something: an origin. */
export const webAddress = z.string().refine(isWebAddress, {
  error: 'must be an address like https://fupan.example.org, without a path',
});

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { origin, protocol } = new URL(text);
  return /^https?:$/.test(protocol) && origin === text.toLowerCase().replace(/\/$/, '');
}
