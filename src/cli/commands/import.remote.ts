import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { z } from 'zod';

import { CaseFileError } from '../../features/case-file/case-file.error.js';
import { readCaseFile } from '../../features/case-file/case-file.read.js';
import { decodeText } from '../../features/case-file/file-text.js';
import { findFiles, reasonOf, type FoundFile } from '../../features/library/import-files.js';
import type { ImportResult } from '../../features/library/import-run.js';
import type { RemoteCommand } from '../command-app.js';
import { Progress, type Io } from '../io.js';
import type { RemoteLibrary } from '../remote-library.js';
import { counted } from '../table.js';
import { printImport, type ImportArguments } from './import.output.js';

/** What one request brings at most: its files are imported while it waits. */
const BATCH_FILES = 250;
const BATCH_BYTES = 8 * 1024 * 1024;
/** Of the JSON around them; a fupan takes 12 MiB from an administrator. */
const MOST_BODY_BYTES = 11.5 * 1024 * 1024;
const PATIENCE_MS = 120_000;

const IMPORT = `mutation ($input: LibraryImportInput!) { libraryImport(input: $input) {
  result { created updated unchanged failed { file line message } notes { file message }
    keys { inFiles inLibrary } waiting }
  userErrors { code message } } }`;

const resultSchema = z.object({
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  failed: z.array(z.object({ file: z.string(), line: z.number(), message: z.string() })),
  notes: z.array(z.object({ file: z.string(), message: z.string() })),
  keys: z.array(z.object({ inFiles: z.string(), inLibrary: z.string() })),
  waiting: z.array(z.string()),
});
type Result = z.output<typeof resultSchema>;

export function importElsewhere(args: ImportArguments): RemoteCommand {
  return async (io, library) => {
    const began = performance.now();
    const progress = new Progress(io.stderr);
    const run = new RemoteImport(library, io, args.dryRun);
    await run.askLeave();
    progress.show('reading …');
    await run.run(args.paths, (done) => {
      progress.show(`${counted(done, 'file')} …`);
    });
    progress.clear();
    return printImport(io, run.result, args, performance.now() - began);
  };
}

/** What a file says about its place among the others of an import. */
interface Outline {
  readonly key?: string | undefined;
  /** Keys of the cases that it links to. */
  readonly links: readonly string[];
}

interface Letter {
  readonly file: FoundFile;
  readonly text: string;
}

/** An import into a fupan elsewhere, in as few requests as it takes. */
class RemoteImport {
  readonly result: ImportResult = { created: 0, updated: 0, unchanged: 0, failed: [], notes: [] };
  /** Only of an import that takes several requests: within one, fupan itself knows. */
  readonly #outlines = new Map<FoundFile, Outline>();
  /** What the keys in the files that were sent stand for. */
  readonly #keys = new Map<string, string>();
  readonly #waiting = new Set<FoundFile>();

  constructor(
    private readonly library: RemoteLibrary,
    private readonly io: Io,
    private readonly dryRun: boolean,
  ) {}

  /** Finds out whether we may, before anything is read. @throws RemoteError */
  async askLeave(): Promise<void> {
    await this.#mutate({ files: [], dryRun: true });
  }

  async run(paths: readonly string[], onProgress: (filesDone: number) => void): Promise<void> {
    let files: FoundFile[] = [];
    const last: FoundFile[] = [];
    for await (const file of findFiles(paths, this.io.cwd)) {
      if (file.kind === 'attachments') this.#leaveOut(file);
      else if (file.kind === 'improvement') last.push(file);
      else if (!('message' in file)) files.push(file);
      else if (file.kind === 'fault') this.#fail(file, file.message);
      else this.result.notes.push({ file: file.name, message: file.message });
    }
    if (batchesOf([...files, ...last]).length > 1) {
      files = this.#outline(files);
      if (this.dryRun) for (const file of last.splice(0)) this.#leaveUnchecked(file);
    }
    // It speaks of cases, which have to be there.
    files.push(...last);
    let done = 0;
    for (const batch of batchesOf(files)) {
      if (this.io.signal.aborted) return;
      add(this.result, await this.#send(batch));
      done += batch.length;
      onProgress(done);
    }
    if (this.dryRun) return;
    // Once more what has links to cases that came later: now these are all there.
    for (const batch of batchesOf([...this.#waiting])) {
      const { failed, notes } = await this.#send(batch);
      add(this.result, { failed, notes });
    }
  }

  /** They can be large, and go by ids of their own: only an import on the machine itself takes them. */
  #leaveOut({ name }: FoundFile): void {
    const message = 'files of cases are not sent; import them on the machine of the library';
    this.result.notes.push({ file: name, message });
  }

  /** Of a dry run in several requests each takes back what the next would have to know. */
  #leaveUnchecked({ name }: FoundFile): void {
    const message = 'what it refers to is not checked in a dry run of so many files';
    this.result.notes.push({ file: name, message });
  }

  /** Reads what files say about each other; answers with those that may be sent. */
  #outline(files: readonly FoundFile[]): FoundFile[] {
    const met = new Map<string, string>();
    return files.filter((file) => {
      if (file.kind !== 'case') return true;
      try {
        const bytes = file.content();
        const { document, identity } = readCaseFile(bytes, { path: file.relativePath });
        const { key, links } = document;
        this.#outlines.set(file, { key, links: links.map(({ to }) => to) });
        const mark = `${identity.kind}:${identity.value}`;
        const digest = createHash('sha256').update(bytes).digest('hex');
        const before = met.get(mark);
        met.set(mark, before ?? digest);
        if (before === undefined || before === digest) return true;
        this.#fail(file, `another file of this import is the same case (${mark}); keep one`);
        return false;
      } catch {
        // Whoever imports it says what is wrong.
        return true;
      }
    });
  }

  /** Sends files, in halves where they are too much for one request. */
  async #send(files: readonly FoundFile[]): Promise<Omit<Result, 'keys' | 'waiting'>> {
    const letters = files.flatMap((file) => this.#letterOf(file) ?? []);
    const nothing = { created: 0, updated: 0, unchanged: 0, failed: [], notes: [] };
    const [first] = letters;
    if (!first) return nothing;
    const input = {
      files: letters.map(({ file, text }) => ({ name: file.relativePath, content: text })),
      keys: this.#keysFor(files),
      dryRun: this.dryRun,
    };
    if (Buffer.byteLength(JSON.stringify(input)) > MOST_BODY_BYTES) {
      if (letters.length === 1) {
        this.#fail(first.file, 'the file is too large to be sent; split it');
        return nothing;
      }
      // The two halves must know of each other.
      if (this.#outlines.size === 0) this.#outline(files);
      const half = Math.ceil(files.length / 2);
      const sum: ImportResult = { ...nothing, failed: [], notes: [] };
      add(sum, await this.#send(files.slice(0, half)));
      add(sum, await this.#send(files.slice(half)));
      return sum;
    }
    const result = await this.#mutate(input);
    const named = new Map(letters.map(({ file }) => [file.relativePath, file]));
    for (const { inFiles, inLibrary } of result.keys) this.#keys.set(inFiles, inLibrary);
    for (const name of result.waiting) {
      const file = named.get(name);
      if (file) this.#waiting.add(file);
    }
    // As a person would name them, from the path that was given.
    const nameOf = <Said extends { file: string }>(said: Said): Said => ({
      ...said,
      file: named.get(said.file)?.name ?? said.file,
    });
    return { ...result, failed: result.failed.map(nameOf), notes: result.notes.map(nameOf) };
  }

  /** Where the links of these files lead, as far as other requests have to do with it. */
  #keysFor(files: readonly FoundFile[]): { inFiles: string; inLibrary: string | null }[] {
    const links = new Set(files.flatMap((file) => this.#outlines.get(file)?.links ?? []));
    const own = new Set(files.map((file) => this.#outlines.get(file)?.key));
    const ofImport = new Set([...this.#outlines.values()].map(({ key }) => key));
    return [...links]
      .filter((key) => ofImport.has(key) && !own.has(key))
      .map((key) => ({ inFiles: key, inLibrary: this.#keys.get(key) ?? null }));
  }

  #letterOf(file: FoundFile): Letter | undefined {
    try {
      const bytes = file.content();
      // To the letter where that is possible, so that it is the same file to every import.
      return {
        file,
        text: isUtf8(bytes) ? Buffer.from(bytes).toString('utf8') : decodeText(bytes),
      };
    } catch (error) {
      const isReadable = error instanceof CaseFileError;
      this.#fail(file, isReadable ? error.message : reasonOf(error), isReadable ? error.line : 1);
      return undefined;
    }
  }

  async #mutate(input: object): Promise<Result> {
    const shape = { result: resultSchema };
    return (await this.library.mutate('libraryImport', shape, IMPORT, { input }, PATIENCE_MS))
      .result;
  }

  #fail({ name }: { readonly name: string }, message: string, line = 1): void {
    this.result.failed.push({ file: name, line, message });
  }
}

function batchesOf(files: readonly FoundFile[]): FoundFile[][] {
  const batches: FoundFile[][] = [];
  let batch: FoundFile[] = [];
  let bytes = 0;
  for (const file of files) {
    if (batch.length >= BATCH_FILES || (batch.length > 0 && bytes + file.bytes > BATCH_BYTES)) {
      batches.push(batch);
      batch = [];
      bytes = 0;
    }
    batch.push(file);
    bytes += file.bytes;
  }
  return batch.length > 0 ? [...batches, batch] : batches;
}

function add(sum: ImportResult, more: Partial<ImportResult>): void {
  sum.created += more.created ?? 0;
  sum.updated += more.updated ?? 0;
  sum.unchanged += more.unchanged ?? 0;
  sum.failed.push(...(more.failed ?? []));
  sum.notes.push(...(more.notes ?? []));
}
