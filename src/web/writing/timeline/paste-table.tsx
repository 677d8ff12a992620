import { type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { Empty, Skeleton } from '../../ui/notice.js';
import { useGradual } from '../entries/use-gradual.js';
import css from './paste.module.css';
import { PasteLine } from './paste-line.js';
import { corrected, joinedUp } from './paste-rows.js';
import type { usePaste } from './use-paste.js';

/** What was recognised, line by line, to be corrected. */
export function PasteTable({
  paste,
  zones,
  lang,
}: {
  readonly paste: ReturnType<typeof usePaste>;
  readonly zones: readonly string[];
  readonly lang: string;
}) {
  const { t } = useTranslation('parts');
  const { text, rows, setRows, date, find, faults, reading } = paste;
  const drawn = useGradual(rows.length);
  if (text.trim() === '' && rows.length === 0) return <Empty>{t('pasteEmpty')}</Empty>;
  if (rows.length === 0) return reading.error ? null : <Skeleton lines={6} />;
  const known = rows.map((row) => row.at).filter((at) => at !== null);
  return (
    <ol className={css['rows']} aria-label={t('pasteRows')} onKeyDown={onCellKey}>
      {rows.slice(0, drawn).map((row, place) => (
        <PasteLine
          key={row.key}
          row={row}
          day={known[0]?.slice(0, 10) ?? date}
          isFirst={place === 0}
          twin={
            row.at === null
              ? undefined
              : find({ at: row.at, text: row.text, original: row.originals.join('\n') })?.text
          }
          fault={faults.get(row.key)}
          zones={zones}
          lang={lang}
          onCorrect={(key, changes) => {
            setRows((all) => corrected(all, key, changes));
          }}
          onJoin={(key) => {
            setRows((all) => joinedUp(all, key));
          }}
        />
      ))}
    </ol>
  );
}

/** Up and down lead to the same cell of the next row, where they do nothing else. */
function onCellKey(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
  const { target, currentTarget } = event;
  if (!(target instanceof HTMLElement) || target.dataset['cell'] === undefined) return;
  const cells = [
    ...currentTarget.querySelectorAll<HTMLElement>(`[data-cell="${target.dataset['cell']}"]`),
  ];
  const next = cells[cells.indexOf(target) + (event.key === 'ArrowUp' ? -1 : 1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
