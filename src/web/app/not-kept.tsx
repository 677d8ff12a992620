import { useTranslation } from 'react-i18next';

import { Notice } from '../ui/notice.js';
import { notKept } from './kept.js';
import css from './not-kept.module.css';
import { useSignal } from './signal.js';

/** Says that the browser does not keep what is being typed, for as long as there is some of it. */
export function NotKeptNotice() {
  const { t } = useTranslation();
  const [why] = useSignal(notKept).values();
  if (why === undefined) return null;
  return (
    <div className={css['place']}>
      <Notice kind="fault">{t(`notKept_${why}`)}</Notice>
    </div>
  );
}
