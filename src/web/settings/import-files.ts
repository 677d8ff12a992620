/** A file to import, under its path within the folder that was chosen. */
export interface ChosenFile {
  readonly name: string;
  readonly file: File;
}

const CATALOG = 'catalog.yaml';
const IMPROVEMENT = 'improvement.yaml';
const CASE = /\.(md|markdown)$/i;
/** So that PM-2 comes before PM-10. */
const order = new Intl.Collator('en', { numeric: true });

/**
 * What of chosen files can be imported, the catalogue first and what ties cases together last: Markdown files, as the command line
 * takes them from a folder. Hidden folders and `node_modules` are passed over.
 */
export function chosenFiles(files: readonly File[]): readonly ChosenFile[] {
  return files
    .map((file) => ({ name: nameWithin(file), file }))
    .filter(({ name }) => {
      const steps = name.split('/');
      const last = steps.at(-1) ?? '';
      const isHidden = steps.some((step) => step.startsWith('.') || step === 'node_modules');
      return !isHidden && (last === CATALOG || last === IMPROVEMENT || CASE.test(last));
    })
    .sort((one, other) => rank(one) - rank(other) || order.compare(one.name, other.name));
}

/** Without the folder itself: a case is known again by its path, wherever the folder is. */
function nameWithin(file: { readonly name: string; readonly webkitRelativePath?: string }): string {
  const { name, webkitRelativePath = '' } = file;
  return webkitRelativePath === '' ? name : webkitRelativePath.replace(/^[^/]+\//, '');
}

function rank({ name }: ChosenFile): number {
  if (name.endsWith(CATALOG)) return 0;
  return name.endsWith(IMPROVEMENT) ? 2 : 1;
}

/** What one request brings at most, so that it is answered soon and the bar moves. */
const BATCH_FILES = 25;
const BATCH_BYTES = 1024 * 1024;

/** Files in the portions in which they are sent. */
export function batchesOf<Sized extends { readonly file: { readonly size: number } }>(
  files: readonly Sized[],
): Sized[][] {
  const batches: Sized[][] = [];
  let bytes = Infinity;
  for (const each of files) {
    const last = batches.at(-1);
    if (!last || last.length >= BATCH_FILES || bytes + each.file.size > BATCH_BYTES) {
      batches.push([each]);
      bytes = 0;
    } else last.push(each);
    bytes += each.file.size;
  }
  return batches;
}
