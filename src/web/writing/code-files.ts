import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** A file that the server has taken. */
export interface KeptFile {
  readonly name: string;
  readonly url: string;
  readonly isImage: boolean;
}

export interface FilePorts {
  /** Has the server take a file; null if it was refused, which has been told. */
  readonly upload: (file: File) => Promise<KeptFile | null>;
  /** What stands in the text while a file is on its way. */
  readonly uploading: (name: string) => string;
}

let uploads = 0;

/** Puts files into the text where the cursor is: first a placeholder, then what refers to each. */
export function insertFiles(view: EditorView, files: readonly File[], ports: FilePorts): void {
  for (const file of files) void insertFile(view, file, ports);
}

async function insertFile(view: EditorView, file: File, ports: FilePorts): Promise<void> {
  uploads += 1;
  // Told apart by a number: two pasted pictures have the same name.
  const mark = `[${ports.uploading(plainName(file.name))} (${uploads})]()`;
  const { to } = view.state.selection.main;
  view.dispatch({
    changes: { from: to, insert: mark },
    selection: { anchor: to + mark.length },
    userEvent: 'input.paste',
    scrollIntoView: true,
  });
  const kept = await ports.upload(file);
  const at = view.state.doc.toString().indexOf(mark);
  if (at === -1) return;
  const label = kept ? plainName(kept.name) : '';
  const insert = kept ? `${kept.isImage ? '!' : ''}[${label}](${kept.url})` : '';
  view.dispatch({ changes: { from: at, to: at + mark.length, insert } });
}

/** A name without what Markdown would take for its own. */
const plainName = (name: string): string => name.replace(/[[\]\\\n]/g, ' ').trim();

/** Takes files that are pasted or dropped. */
export const takesFiles = (ports: FilePorts): Extension =>
  EditorView.domEventHandlers({
    paste: (event, view) => {
      const files = [...(event.clipboardData?.files ?? [])];
      // A spreadsheet comes as text and as a picture; the text is meant.
      if (files.length === 0 || event.clipboardData?.getData('text/plain')) return false;
      event.preventDefault();
      insertFiles(view, files, ports);
      return true;
    },
    drop: (event, view) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return false;
      event.preventDefault();
      const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
      if (at !== null) view.dispatch({ selection: { anchor: at } });
      insertFiles(view, files, ports);
      return true;
    },
  });
