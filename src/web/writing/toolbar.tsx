import { Toolbar as Base } from '@base-ui/react/toolbar';
import {
  Bold,
  Code,
  Italic,
  Link as LinkIcon,
  List,
  ListTodo,
  Paperclip,
  SquareCode,
  Table,
  TextQuote,
} from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import {
  codeBlock,
  linkAround,
  table,
  toggleAround,
  togglePrefix,
  type Selected,
  type TextEdit,
} from './markdown-edit.js';
import css from './toolbar.module.css';

interface ToolbarProps {
  readonly onEdit: (make: (selected: Selected) => TextEdit) => void;
  readonly onFiles: (files: readonly File[]) => void;
}

/** What can be done with the text for those who do not know Markdown by heart. */
export function Toolbar({ onEdit, onFiles }: ToolbarProps) {
  const { t } = useTranslation('prose');
  const files = useRef<HTMLInputElement>(null);
  const edits: readonly (readonly [string, ReactNode, (selected: Selected) => TextEdit])[] = [
    [`${t('bold')} (Ctrl+B)`, <Bold key="b" />, (at) => toggleAround(at, '**')],
    [`${t('italic')} (Ctrl+I)`, <Italic key="i" />, (at) => toggleAround(at, '*')],
    [`${t('code')} (Ctrl+E)`, <Code key="c" />, (at) => toggleAround(at, '`')],
    [`${t('link')} (Ctrl+Shift+K)`, <LinkIcon key="l" />, (at) => linkAround(at, t('linkLabel'))],
    [t('list'), <List key="u" />, (at) => togglePrefix(at, '- ')],
    [t('taskList'), <ListTodo key="t" />, (at) => togglePrefix(at, '- [ ] ')],
    [t('quote'), <TextQuote key="q" />, (at) => togglePrefix(at, '> ')],
    [t('codeBlock'), <SquareCode key="f" />, codeBlock],
    [t('table'), <Table key="g" />, (at) => table(at, t('column'))],
  ];
  return (
    <Base.Root className={css['toolbar']} aria-label={t('formatting')}>
      {edits.map(([label, icon, make]) => (
        <Base.Button
          key={label}
          className={css['tool']}
          aria-label={label}
          title={label}
          onClick={() => {
            onEdit(make);
          }}
        >
          {icon}
        </Base.Button>
      ))}
      <Base.Button
        className={css['tool']}
        aria-label={t('attach')}
        title={t('attach')}
        onClick={() => files.current?.click()}
      >
        <Paperclip />
      </Base.Button>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-hidden
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
    </Base.Root>
  );
}
