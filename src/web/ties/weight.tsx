import { Repeat2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Hint } from '../ui/hint.js';
import css from './ties.module.css';

/** In how many cases the idea of an action came up; nothing where it is the first time. */
export function Weight({ of: weight }: { readonly of: number }) {
  const { t } = useTranslation('ties');
  if (weight < 2) return null;
  const words = t('weight', { count: weight });
  return (
    <Hint text={words}>
      <span className={css['weight']} tabIndex={0} aria-label={words} role="img">
        <Repeat2 aria-hidden />
        {weight}
      </span>
    </Hint>
  );
}
