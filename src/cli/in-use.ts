import type { Holder } from '../infra/data-dir-lock.js';

/** Says who has a data folder, and what to do. */
export function inUse(dataDir: string, holder: Holder | undefined): string {
  const who = holder
    ? `another fupan (process ${holder.pid}, \`fupan ${holder.command}\`)`
    : 'another fupan';
  return `the data folder ${dataDir} is in use by ${who}; stop that one, or name another folder in FUPAN_DATA_DIR`;
}
