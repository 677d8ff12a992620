import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import css from './case-rail.module.css';
import type { Part } from './parts-of.js';

/** While the parts stand in one row. */
const ROW = window.matchMedia('(max-width: 64rem)');

/** The parts of the case, how much is in each, and where one is. */
export function CaseRail({
  parts,
  current,
}: {
  readonly parts: readonly Part[];
  readonly current: string | undefined;
}) {
  const { t } = useTranslation('case');
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    // On a narrow screen the parts stand in one row; the one that is read is kept in sight.
    if (!ROW.matches) return;
    const row = list.current;
    const here = row?.querySelector<HTMLElement>('[aria-current]');
    if (!row || !here) return;
    row.scrollTo({ left: here.offsetLeft - row.clientWidth / 3 });
  }, [current]);
  return (
    <nav className={`${css['rail']} no-print`} aria-label={t('parts')}>
      <ol ref={list}>
        {parts.map(({ id, name, count, lang }) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === current ? 'location' : undefined}>
              <span className={css['name']} lang={lang} dir="auto">
                {name}
              </span>
              {count !== undefined && <span className={css['count']}>{count}</span>}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
