import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A folder that an export writes into. */
export class ExportFolder {
  readonly #others: Set<string>;

  private constructor(
    readonly path: string,
    present: readonly string[],
  ) {
    this.#others = new Set(present);
  }

  /** Makes the folder if it is not there. @param path absolute */
  static async open(path: string): Promise<ExportFolder> {
    await mkdir(path, { recursive: true });
    return new ExportFolder(path, await readdir(path));
  }

  /** Writes beside the place and moves there, so that a reader never sees half a file. */
  async write(name: string, content: string): Promise<void> {
    const temporary = join(this.path, `.${name}.${randomBytes(6).toString('hex')}.tmp`);
    try {
      await writeFile(temporary, content, { flag: 'wx' });
      await rename(temporary, join(this.path, name));
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    this.#others.delete(name);
  }

  /** Files that were there before and have not been written; they are left alone. */
  get others(): string[] {
    return [...this.#others].sort();
  }
}
