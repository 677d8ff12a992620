import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { removeIndexFile } from './index-file.js';

const NAME = /^index-(\d{1,15})\.db$/;
const UNFINISHED = '.unfinished';

/**
 * The folder of an index: each time it is made anew it is a file of its own, so that whoever still
 * reads the one before is not disturbed. The one with the greatest number counts.
 */
export class IndexFolder {
  constructor(private readonly path: string) {}

  /** The file that counts; where there is none yet, the one to begin with. */
  current(): string {
    mkdirSync(this.path, { recursive: true, mode: 0o700 });
    return this.file(Math.max(1, ...this.numbers()));
  }

  /** Where the next one has to stand to count. */
  next(): string {
    return this.file(Math.max(0, ...this.numbers()) + 1);
  }

  /** Where the next one stands until it counts. */
  unfinished(): string {
    return this.next() + UNFINISHED;
  }

  /** Removes every file of the folder but this one. */
  removeAllBut(kept: string): void {
    const names = readdirSync(this.path).map((name) => name.replace(/-(wal|shm|journal)$/, ''));
    for (const name of new Set(names)) {
      const path = join(this.path, name);
      if (path !== kept) removeIndexFile(path);
    }
  }

  private file(number: number): string {
    return join(this.path, `index-${number}.db`);
  }

  private numbers(): number[] {
    return readdirSync(this.path).flatMap((name) => {
      const number = NAME.exec(name)?.[1];
      return number === undefined ? [] : [Number(number)];
    });
  }
}
