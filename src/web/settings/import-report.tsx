import { useTranslation } from 'react-i18next';

import type { ImportTotal } from './import-run.js';
import css from './welcome.module.css';

/** What became of files, or would. */
export function ImportReport({
  of: { created, updated, unchanged, failed, notes },
  isOver,
}: {
  readonly of: ImportTotal;
  /** It has happened. */
  readonly isOver: boolean;
}) {
  const { t } = useTranslation('settings');
  const counts = { created, updated, unchanged, failed: failed.length };
  return (
    <>
      <dl className={css['counts']}>
        {(['created', 'updated', 'unchanged', 'failed'] as const).map((name) => (
          <div key={name}>
            <dt>{t(`count_${name}`)}</dt>
            <dd>{counts[name]}</dd>
          </div>
        ))}
      </dl>
      {failed.length > 0 && (
        <>
          <h3>{t(isOver ? 'theseFailed' : 'theseWouldFail')}</h3>
          <ul className={css['faults']}>
            {failed.map(({ file, line, message }) => (
              <li key={`${file} ${line} ${message}`}>
                <small>
                  {file}:{line}
                </small>
                {message}
              </li>
            ))}
          </ul>
        </>
      )}
      {notes.length > 0 && (
        <details className={css['notes']}>
          <summary>{t('notes', { count: notes.length })}</summary>
          <ul className={css['faults']}>
            {notes.map(({ file, message }, place) => (
              <li key={place}>
                <small>{file}</small>
                <small>{message}</small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
