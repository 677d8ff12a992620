import { useTranslation } from 'react-i18next';

import { Button } from '../../ui/button.js';
import css from './entries.module.css';
import type { Trouble } from './store.js';

/** Why one entry is not saved, where it stands, and the ways out of it. */
export function TroubleNote<Values>({
  trouble,
  textOf,
  onSettle,
}: {
  readonly trouble: Trouble<Values> | undefined;
  /** What they wrote, as it is shown. */
  readonly textOf: (values: Values) => string;
  readonly onSettle: (whose: 'mine' | 'theirs') => void;
}) {
  const { t } = useTranslation('parts');
  if (!trouble) return null;
  if (trouble.kind === 'refused') {
    return (
      <p className={css['trouble']} role="alert">
        {t('partRefused')} {trouble.message}
      </p>
    );
  }
  return (
    <div className={css['trouble']} role="alert">
      <p>{t('partConflict')}</p>
      <blockquote dir="auto">{textOf(trouble.theirs)}</blockquote>
      <div className={css['troubleTools']}>
        <Button
          size="small"
          onClick={() => {
            onSettle('mine');
          }}
        >
          {t('partKeepMine')}
        </Button>
        <Button
          size="small"
          onClick={() => {
            onSettle('theirs');
          }}
        >
          {t('partTakeTheirs')}
        </Button>
      </div>
    </div>
  );
}
