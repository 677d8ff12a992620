import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

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
    const present: string[] = [];
    for (const name of await readdir(path)) {
      // The files of cases are in folders within this one.
      const within = name === 'attachments' ? await readdir(join(path, name)).catch(() => []) : [];
      present.push(...(within.length > 0 ? within.map((each) => `${name}/${each}`) : [name]));
    }
    return new ExportFolder(path, present);
  }

  /**
   * Writes beside the place and moves there, so that a reader never sees half a file.
   * @param name may be a path within the folder, with forward slashes
   */
  async write(name: string, content: string | Buffer): Promise<void> {
    const folder = join(this.path, dirname(name));
    const half = `.${basename(name)}.${randomBytes(6).toString('hex')}.tmp`;
    const temporary = join(folder, half);
    if (name.includes('/')) await mkdir(folder, { recursive: true });
    try {
      await writeFile(temporary, content, { flag: 'wx' });
      await rename(temporary, join(this.path, name));
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    this.#others.delete(name);
    this.#others.delete(dirname(name));
  }

  /** Files that were there before and have not been written; they are left alone. */
  get others(): string[] {
    return [...this.#others].sort();
  }
}
