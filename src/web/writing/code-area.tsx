import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import {
  defaultKeymap,
  history,
  historyKeymap,
  indentLess,
  indentMore,
} from '@codemirror/commands';
import { markdown, markdownKeymap, markdownLanguage } from '@codemirror/lang-markdown';
import { EditorState } from '@codemirror/state';
import { EditorView, type Command, keymap, placeholder as placeholderText } from '@codemirror/view';
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';

import { findings, showFindings, type FoundPlace } from './code-findings.js';
import { insertFiles, takesFiles, type FilePorts } from './code-files.js';
import { mentions, type MentionTarget } from './code-mentions.js';
import { theme } from './code-theme.js';
import css from './code-area.module.css';
import {
  linkAround,
  nextCell,
  toggleAround,
  type Selected,
  type TextEdit,
} from './markdown-edit.js';

/** What can be done with a text from outside of it. */
export interface CodeHandle {
  readonly text: () => string;
  /** Puts another text in its place; it can be undone. */
  readonly replace: (text: string) => void;
  /** Changes what is selected. */
  readonly edit: (make: (selected: Selected) => TextEdit | null) => void;
  readonly insertFiles: (files: readonly File[]) => void;
  readonly focus: () => void;
  /** Underlines these places. */
  readonly show: (found: readonly FoundPlace[]) => void;
  /** Selects a place and brings it into sight. */
  readonly select: (place: FoundPlace) => void;
}

interface CodeAreaProps extends FilePorts {
  readonly ref: Ref<CodeHandle>;
  readonly initial: string;
  readonly label: string;
  readonly describedBy: string;
  readonly lang: string;
  readonly placeholder: string;
  readonly linkLabel: string;
  /** The text has changed; it is read only when it is needed. */
  readonly onChange: (read: () => string) => void;
  readonly onSave: () => void;
  readonly onLeave: () => void;
  readonly search: (query: string, signal: AbortSignal) => Promise<readonly MentionTarget[]>;
}

/** A text in Markdown, to be written. */
export function CodeArea({ ref, ...props }: CodeAreaProps) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    // Its attributes are read anew at every transaction, be it an empty one.
    view.current?.dispatch({});
  }, [props.label, props.lang]);
  useEffect(() => {
    if (!place.current) return;
    const made = new EditorView({ parent: place.current, state: stateFor(latest) });
    view.current = made;
    made.focus();
    return () => {
      made.destroy();
    };
  }, []);
  useImperativeHandle(ref, () => ({
    text: () => view.current?.state.doc.toString() ?? latest.current.initial,
    replace: (text) => {
      const { current } = view;
      current?.dispatch({ changes: { from: 0, to: current.state.doc.length, insert: text } });
    },
    edit: (make) => {
      if (view.current) applyEdit(view.current, make);
    },
    insertFiles: (files) => {
      if (view.current) insertFiles(view.current, files, latest.current);
    },
    focus: () => view.current?.focus(),
    show: (found) => {
      if (view.current) showFindings(view.current, found);
    },
    select: ({ start, end }) => {
      const { current } = view;
      if (!current || end > current.state.doc.length) return;
      current.dispatch({ selection: { anchor: start, head: end }, scrollIntoView: true });
      current.focus();
    },
  }));
  return <div ref={place} className={css['area']} lang={props.lang} />;
}

interface Latest {
  readonly current: Omit<CodeAreaProps, 'ref'>;
}

function stateFor(latest: Latest): EditorState {
  const { initial, describedBy, placeholder } = latest.current;
  return EditorState.create({
    doc: initial,
    extensions: [
      history(),
      EditorView.lineWrapping,
      markdown({ base: markdownLanguage, completeHTMLTags: false, pasteURLAsLink: true }),
      closeBrackets(),
      theme,
      findings,
      placeholderText(placeholder),
      EditorView.contentAttributes.of(() => ({
        'aria-label': latest.current.label,
        'aria-describedby': describedBy,
        lang: latest.current.lang,
        dir: 'auto',
        spellcheck: 'true',
        autocorrect: 'on',
        autocapitalize: 'sentences',
      })),
      EditorView.perLineTextDirection.of(true),
      mentions((query, signal) => latest.current.search(query, signal)),
      takesFiles({
        upload: (file) => latest.current.upload(file),
        uploading: (name) => latest.current.uploading(name),
      }),
      keymap.of([
        ...keys(latest),
        ...completionKeymap,
        ...closeBracketsKeymap,
        ...markdownKeymap,
        ...defaultKeymap,
        ...historyKeymap,
      ]),
      EditorView.updateListener.of((update) => {
        if (!update.docChanged) return;
        const { doc } = update.state;
        latest.current.onChange(() => doc.toString());
      }),
    ],
  });
}

/** What the keyboard can do besides writing. */
function keys(latest: Latest) {
  const around =
    (mark: string): Command =>
    (view) =>
      applyEdit(view, (selected) => toggleAround(selected, mark));
  return [
    {
      key: 'Mod-s',
      preventDefault: true,
      run: () => {
        latest.current.onSave();
        return true;
      },
    },
    { key: 'Mod-b', preventDefault: true, run: around('**') },
    { key: 'Mod-i', preventDefault: true, run: around('*') },
    { key: 'Mod-e', preventDefault: true, run: around('`') },
    {
      key: 'Mod-Shift-k',
      preventDefault: true,
      run: (view: EditorView) => applyEdit(view, (at) => linkAround(at, latest.current.linkLabel)),
    },
    // Elsewhere than in a table or a list, Tab leaves the text, as everywhere on a page.
    { key: 'Tab', run: onTab(false), shift: onTab(true) },
    {
      key: 'Escape',
      run: () => {
        latest.current.onLeave();
        return true;
      },
    },
  ];
}

const LIST_LINE = /^\s*(?:[-*+]|\d+[.)]) /;

const onTab =
  (isBack: boolean): Command =>
  (view) => {
    const line = view.state.doc.lineAt(view.state.selection.main.head).text;
    if (line.trimStart().startsWith('|')) {
      return applyEdit(view, (selected) => nextCell(selected, isBack));
    }
    return LIST_LINE.test(line) && (isBack ? indentLess : indentMore)(view);
  };

function applyEdit(view: EditorView, make: (selected: Selected) => TextEdit | null): boolean {
  const { from, to } = view.state.selection.main;
  const edit = make({ text: view.state.doc.toString(), from, to });
  if (!edit) return false;
  const { insert, select } = edit;
  view.dispatch({
    changes: { from: edit.from, to: edit.to, insert },
    selection: { anchor: select[0], head: select[1] },
    scrollIntoView: true,
    userEvent: 'input',
  });
  view.focus();
  return true;
}
