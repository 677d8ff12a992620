import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const pathIn = (dataDir: string): string => join(dataDir, 'setup-link.txt');

/** Leaves a link in the data folder, for nobody but whoever runs the program to read. Returns its path. */
export function writeSetupLink(dataDir: string, url: string): string {
  const path = pathIn(dataDir);
  // Made anew, so that it has these permissions whoever made the one before.
  rmSync(path, { force: true });
  writeFileSync(path, `${url}\n`, { mode: 0o600, flag: 'wx' });
  return path;
}

/** Takes it away, if it is there. */
export function removeSetupLink(dataDir: string): void {
  rmSync(pathIn(dataDir), { force: true });
}
