import type { texts } from './en/texts.js';

type Areas = typeof texts;

/** Forms that a language without a singular does not have. */
type Singular = `${string}_one`;

/** What a language has to say: what English says, in its own words. Chinese knows no singular. */
export type Texts = {
  readonly [Area in keyof Areas]: Readonly<Record<Exclude<keyof Areas[Area], Singular>, string>> &
    Readonly<Partial<Record<Extract<keyof Areas[Area], Singular>, string>>>;
};
