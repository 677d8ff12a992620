import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The one file of the embedded index in a folder. */
export function indexFile(folder: string): string {
  const [name, ...others] = readdirSync(folder).filter((each) => each.endsWith('.db'));
  if (name === undefined || others.length > 0) throw new Error(`not one index in ${folder}`);
  return join(folder, name);
}
