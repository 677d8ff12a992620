import { LIMITS } from '../../core/limits.js';

/** Control characters, and those that turn the direction of what follows or cannot be seen. */
const UNSEEN = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;

/** What a file is called if nothing is left of its name. */
const NAMELESS = 'file';

/**
 * The name of a file, fit to be shown, stored and sent: no path, nothing that hides what it is, and
 * not too long; what it ends in stays.
 */
export function fileName(given: string): string {
  const name = given
    .normalize('NFC')
    .toWellFormed()
    .replace(UNSEEN, '')
    .split(/[/\\]/)
    .map((part) => part.replace(/\s+/g, ' ').replace(/^ | $/g, ''))
    .filter((part) => !/^\.*$/.test(part))
    .at(-1);
  return name === undefined ? NAMELESS : shortened(name);
}

function shortened(name: string): string {
  if (name.length <= LIMITS.name) return name;
  const ending = /\.[^. ]{1,20}$/.exec(name)?.[0] ?? '';
  return name.slice(0, LIMITS.name - ending.length).toWellFormed() + ending;
}
