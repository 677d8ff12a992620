/** One entry as it should be read: when, the words, and of a log or a chat the name in it. */
export type SampleEntry = readonly [
  at: string | null,
  text: string,
  kind?: 'LOG' | 'CHAT',
  name?: string | null,
];

/** Something that people paste. Times without a day are on 2026-03-11, without a zone in Taipei. */
export interface PastedSample {
  readonly name: string;
  readonly text: string;
  readonly entries: readonly SampleEntry[];
  /** False: nobody says which day it is. */
  readonly isDated?: false;
}

/** An hour and minute of the day in Taipei, as UTC. */
export const t = (time: string, day = 11): string => {
  const [hour = 0, minute = 0, second = 0, ms = 0] = time.split(/[:.]/).map(Number);
  return new Date(Date.UTC(2026, 2, day, hour - 8, minute, second, ms)).toISOString();
};
/** The same in UTC. */
export const utc = (time: string, day = 11): string => {
  const [hour = 0, minute = 0, second = 0, ms = 0] = time.split(/[:.]/).map(Number);
  return new Date(Date.UTC(2026, 2, day, hour, minute, second, ms)).toISOString();
};
export const sample = (
  name: string,
  text: string,
  entries: readonly SampleEntry[],
  isDated?: false,
): PastedSample => ({ name, text, entries, ...(isDated === false ? { isDated } : {}) });
