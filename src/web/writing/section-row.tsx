import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';

import type { LanguageTag } from '../app/language.js';
import { Button } from '../ui/button.js';
import type { ListedSection } from './sections-list.js';
import css from './sections.module.css';

interface SectionRowProps {
  readonly section: ListedSection;
  readonly lang: LanguageTag;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onChange: (part: Partial<ListedSection>) => void;
  readonly onMove: (by: number) => void;
}

/** One section in the list: its name, a little of its text, and where it goes. */
export function SectionRow({ section, lang, isFirst, isLast, onChange, onMove }: SectionRowProps) {
  const { t } = useTranslation(['frame', 'prose']);
  const { heading, body, isRemoved } = section;
  const name = heading || t('prose:lead');
  const row = useRef<HTMLLIElement>(null);
  const moved = useRef<Element | null>(null);
  useEffect(() => {
    // A row that goes elsewhere takes the focus along.
    if (moved.current instanceof HTMLElement) moved.current.focus();
    moved.current = null;
  });
  const move = (by: number): void => {
    moved.current = row.current?.contains(document.activeElement) ? document.activeElement : null;
    onMove(by);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(event.key === 'ArrowUp' ? -1 : 1);
  };
  if (isRemoved) {
    return (
      <li className={css['row']} ref={row}>
        <span className={css['gone']} lang={lang} dir="auto">
          {name}
        </span>
        <Button
          size="small"
          onClick={() => {
            onChange({ isRemoved: false });
          }}
        >
          {t('undo')}
        </Button>
      </li>
    );
  }
  return (
    <li className={css['row']} ref={row} onKeyDown={onKey}>
      <div className={css['what']}>
        <input
          className={css['name']}
          aria-label={t('prose:sectionName')}
          placeholder={t('prose:sectionName')}
          value={heading}
          maxLength={200}
          lang={lang}
          dir="auto"
          onChange={(event) => {
            onChange({ heading: event.currentTarget.value });
          }}
        />
        <span className={css['body']} lang={lang} dir="auto">
          {body.trim() === '' ? t('prose:emptySection') : body.slice(0, 120)}
        </span>
      </div>
      <span className={css['moves']}>
        <Button
          kind="quiet"
          size="small"
          icon={<ArrowUp />}
          aria-disabled={isFirst}
          aria-label={t('prose:moveUp', { name })}
          title={`${t('prose:moveUp', { name })} (Alt+↑)`}
          onClick={() => {
            move(-1);
          }}
        />
        <Button
          kind="quiet"
          size="small"
          icon={<ArrowDown />}
          aria-disabled={isLast}
          aria-label={t('prose:moveDown', { name })}
          title={`${t('prose:moveDown', { name })} (Alt+↓)`}
          onClick={() => {
            move(1);
          }}
        />
        <Button
          kind="quiet"
          size="small"
          icon={<Trash2 />}
          aria-label={t('prose:removeSection', { name })}
          title={t('prose:removeSection', { name })}
          onClick={() => {
            onChange({ isRemoved: true });
          }}
        />
      </span>
    </li>
  );
}
