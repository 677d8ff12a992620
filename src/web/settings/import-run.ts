import { change, RequestError } from '../app/api.js';
import {
  WelcomeImportDocument,
  type LibraryImportInput,
  type WelcomeImportMutation,
} from '../gql/documents.js';
import { batchesOf, type ChosenFile } from './import-files.js';

type Result = NonNullable<WelcomeImportMutation['libraryImport']['result']>;

/** What became of files, or would. */
export interface ImportTotal {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: Result['failed'];
  readonly notes: Result['notes'];
}

export const NOTHING_YET: ImportTotal = {
  created: 0,
  updated: 0,
  unchanged: 0,
  failed: [],
  notes: [],
};

interface Letter {
  readonly file: ChosenFile['file'];
  readonly name: string;
  readonly content: string;
  /** The key that the file gives its case. */
  readonly key: string | undefined;
}

interface Options {
  /** Says what would happen, and writes nothing. */
  readonly dryRun: boolean;
  readonly onProgress: (done: number, total: ImportTotal) => void;
  readonly signal: AbortSignal;
  /** What to say of a file that is no text. */
  readonly unreadable: string;
}

/**
 * Sends files, some at a time. Links from one portion to another are told through keys; what links
 * to a case that came later is sent once more at the end.
 * @throws RequestError, RefusedError
 */
export async function runImport(
  files: readonly ChosenFile[],
  { dryRun, onProgress, signal, unreadable }: Options,
): Promise<ImportTotal> {
  let total = NOTHING_YET;
  const letters: Letter[] = [];
  for (const { name, file } of files) {
    const content = await textOf(file);
    if (content === null) {
      total = { ...total, failed: [...total.failed, { file: name, line: 1, message: unreadable }] };
    } else letters.push({ file, name, content, key: keyIn(content) });
  }
  const known = new Map<string, string>();
  const all = new Set(letters.flatMap(({ key }) => key ?? []));
  const waiting = new Set<string>();
  let done = total.failed.length;
  const deliver = async (batch: readonly Letter[], isAgain: boolean): Promise<void> => {
    const own = new Set(batch.map(({ key }) => key));
    const keys = [...all]
      .filter((key) => !own.has(key) && batch.some(({ content }) => content.includes(key)))
      .map((inFiles) => ({ inFiles, inLibrary: known.get(inFiles) ?? null }));
    const result = await deliverPatiently(
      { files: batch.map(({ name, content }) => ({ name, content })), keys, dryRun },
      signal,
    );
    for (const { inFiles, inLibrary } of result.keys) known.set(inFiles, inLibrary);
    for (const name of isAgain ? [] : result.waiting) waiting.add(name);
    total = isAgain ? added(total, { ...result, ...NONE }) : added(total, result);
    done += isAgain ? 0 : batch.length;
    onProgress(done, total);
  };
  for (const batch of batchesOf(letters)) {
    if (signal.aborted) return total;
    await deliver(batch, false);
  }
  if (dryRun) return total;
  for (const batch of batchesOf(letters.filter(({ name }) => waiting.has(name)))) {
    if (signal.aborted) return total;
    await deliver(batch, true);
  }
  return total;
}

/** What is sent again was counted already. */
const NONE = { created: 0, updated: 0, unchanged: 0 };

function added(one: ImportTotal, other: ImportTotal): ImportTotal {
  return {
    created: one.created + other.created,
    updated: one.updated + other.updated,
    unchanged: one.unchanged + other.unchanged,
    failed: [...one.failed, ...other.failed],
    notes: [...one.notes, ...other.notes],
  };
}

/** How often and after how many milliseconds a server that is busy is asked again. */
const PATIENCE = { times: 8, ms: 8_000 };

async function deliverPatiently(input: LibraryImportInput, signal: AbortSignal): Promise<Result> {
  for (let times = 0; ; times += 1) {
    try {
      const { result } = await change(WelcomeImportDocument, { input });
      if (!result) throw new RequestError('INTERNAL', '');
      return result;
    } catch (error) {
      const isBusy = error instanceof RequestError && ['RATE_LIMITED', 'BUSY'].includes(error.code);
      if (!isBusy || times >= PATIENCE.times || signal.aborted) throw error;
      await new Promise((resolve) => setTimeout(resolve, PATIENCE.ms));
    }
  }
}

/** Null for what is neither UTF-8 nor UTF-16 with its mark. */
async function textOf(file: File): Promise<string | null> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    // With its mark where it is UTF-8, so that it is the same file to every import.
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: encoding === 'utf-8' }).decode(
      bytes,
    );
  } catch {
    return null;
  }
}

const FRONT_MATTER = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---/;
const KEY = /^key:\s*['"]?([A-Za-z]+-\d+)/m;

/** The key that stands in the front matter. */
function keyIn(content: string): string | undefined {
  return KEY.exec(FRONT_MATTER.exec(content)?.[1] ?? '')?.[1];
}
