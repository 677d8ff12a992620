import { useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '../ui/button.js';
import css from './diff-table.module.css';
import { diffOf, type DiffLine, type DiffRow, type DiffStretch } from './line-diff.js';

/** From here on there is room for two texts side by side. */
const WIDE = window.matchMedia('(min-width: 60rem)');

const follow = (onChange: () => void): (() => void) => {
  WIDE.addEventListener('change', onChange);
  return () => {
    WIDE.removeEventListener('change', onChange);
  };
};

/** Two texts and what differs: side by side where there is room, else one above the other. */
export function DiffTable({
  before,
  after,
  names,
}: {
  readonly before: string;
  readonly after: string;
  /** What each of them is called. */
  readonly names: readonly [string, string];
}) {
  const { t } = useTranslation('case');
  const stretches = useMemo(() => diffOf(before, after), [before, after]);
  const isWide = useSyncExternalStore(follow, () => WIDE.matches);
  if (before === after) return <p className={css['same']}>{t('nothingChanged')}</p>;
  return (
    <table className={css['diff']}>
      <caption className="visually-hidden">
        {t('changesBetween', { before: names[0], after: names[1] })}
      </caption>
      <colgroup>
        <col className={css['lines']} />
        <col />
        {isWide && <col className={css['lines']} />}
        {isWide && <col />}
      </colgroup>
      {isWide && (
        <thead>
          <tr>
            <th scope="colgroup" colSpan={2}>
              {names[0]}
            </th>
            <th scope="colgroup" colSpan={2}>
              {names[1]}
            </th>
          </tr>
        </thead>
      )}
      {stretches.map((stretch, place) => (
        <Stretch key={place} of={stretch} isWide={isWide} />
      ))}
    </table>
  );
}

function Stretch({
  of: { isFolded, rows },
  isWide,
}: {
  readonly of: DiffStretch;
  readonly isWide: boolean;
}) {
  const { t } = useTranslation('case');
  const [isOpen, setOpen] = useState(!isFolded);
  if (!isOpen) {
    return (
      <tbody>
        <tr>
          <td colSpan={isWide ? 4 : 2} className={css['fold']}>
            <Button
              kind="quiet"
              size="small"
              onClick={() => {
                setOpen(true);
              }}
            >
              {t('unchangedLines', { count: rows.length })}
            </Button>
          </td>
        </tr>
      </tbody>
    );
  }
  return <tbody>{isWide ? rows.map(sideBySide) : unified(rows)}</tbody>;
}

const sideBySide = (row: DiffRow) => (
  <tr key={`${row.before?.number}-${row.after?.number}`}>
    <Cell line={row.before} kind={row.isSame ? 'same' : 'removed'} />
    <Cell line={row.after} kind={row.isSame ? 'same' : 'added'} />
  </tr>
);

/** First what a stretch of changes takes away, then what it brings. */
function unified(rows: readonly DiffRow[]) {
  const lines: { kind: 'same' | 'removed' | 'added'; line: DiffLine }[] = [];
  let added: DiffLine[] = [];
  const flush = (): void => {
    lines.push(...added.map((line) => ({ kind: 'added', line }) as const));
    added = [];
  };
  for (const { before, after, isSame } of rows) {
    if (isSame) flush();
    if (before) lines.push({ kind: isSame ? 'same' : 'removed', line: before });
    if (after && !isSame) added.push(after);
  }
  flush();
  return lines.map(({ kind, line }) => (
    <tr key={`${kind}-${line.number}`}>
      <Cell line={line} kind={kind} />
    </tr>
  ));
}

function Cell({
  line,
  kind,
}: {
  readonly line: DiffLine | null;
  readonly kind: 'same' | 'removed' | 'added';
}) {
  if (!line) return <td colSpan={2} className={css['nothing']} />;
  const Mark = kind === 'removed' ? 'del' : 'ins';
  return (
    <>
      <td className={`${css['number']} ${css[kind] ?? ''}`}>{line.number}</td>
      <td className={`${css['text']} ${css[kind] ?? ''}`} dir="auto">
        {line.words.map(({ text, isChanged }, place) =>
          isChanged ? <Mark key={place}>{text}</Mark> : <span key={place}>{text}</span>,
        )}
      </td>
    </>
  );
}
