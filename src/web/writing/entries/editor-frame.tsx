import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '../../ui/button.js';
import css from './entries.module.css';
import { SaveLine } from './save-line.js';
import type { Entries } from './use-entries.js';

/** What stands around the entries of a part while they are edited: what to know, whether it is saved, the way out. */
export function EditorFrame<Values extends object>({
  label,
  help,
  keys,
  entries,
  onDone,
  tools,
  children,
}: {
  readonly label: string;
  /** What to know before beginning. */
  readonly help?: ReactNode;
  /** The keys that work here, for those who have some. */
  readonly keys?: ReactNode;
  readonly entries: Entries<Values>;
  readonly onDone: () => void;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('parts');
  const { store, state, error, troubles } = entries;
  return (
    <section
      className={css['editor']}
      aria-label={label}
      onKeyDown={(event) => {
        if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
          event.preventDefault();
          void store.save();
        }
      }}
    >
      {help !== undefined && <p className={css['help']}>{help}</p>}
      {keys !== undefined && <p className={`${css['help']} ${css['keys']}`}>{keys}</p>}
      {children}
      <div className={css['foot']}>
        <SaveLine
          state={state}
          error={error}
          troubles={troubles.size}
          onRetry={() => void store.save()}
        />
        <div className={css['footTools']}>
          {tools}
          <Button
            kind="main"
            icon={<Check aria-hidden />}
            onClick={() => {
              void store.save();
              onDone();
            }}
          >
            {t('partDone')}
          </Button>
        </div>
      </div>
    </section>
  );
}
