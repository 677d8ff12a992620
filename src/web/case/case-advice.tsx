import { Link } from '@tanstack/react-router';
import { Lightbulb } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { CaseOnPage } from './case-on-page.js';
import css from './case-advice.module.css';

/** What the actions of a case lack, for those who can do something about it. */
export function CaseAdvice({ advice }: { readonly advice: CaseOnPage['advice'] }) {
  const { t } = useTranslation('case');
  if (advice.length === 0) return null;
  return (
    <aside className={`${css['advice']} no-print`} aria-label={t('advice')}>
      <Lightbulb aria-hidden />
      <ul>
        {advice.map(({ kind, actionItems }) => (
          <li key={kind}>
            {t(`advice${kind}`)}
            {actionItems.map(({ id, key }) => (
              <Link key={id} to="/actions/$key" params={{ key }}>
                {key}
              </Link>
            ))}
          </li>
        ))}
      </ul>
    </aside>
  );
}
