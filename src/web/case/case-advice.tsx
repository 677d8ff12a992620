import { Link } from '@tanstack/react-router';
import { Lightbulb } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { GivenAdviceFragment } from '../gql/documents.js';
import css from './case-advice.module.css';

const ABOUT_ACTIONS: readonly GivenAdviceFragment['kind'][] = [
  'NO_URGENT_ACTION',
  'ONLY_INVESTIGATIONS',
  'NOTHING_LASTING',
  'WITHOUT_END',
  'WITHOUT_PROMISE',
];

/** What the actions of a case lack, for those who can do something about it. */
export function CaseAdvice({ advice }: { readonly advice: readonly GivenAdviceFragment[] }) {
  const { t } = useTranslation('guidance');
  const ofActions = advice.filter(
    ({ kind, dismissal }) => dismissal === null && ABOUT_ACTIONS.includes(kind),
  );
  if (ofActions.length === 0) return null;
  return (
    <aside className={`${css['advice']} no-print`} aria-label={t('actionsLack')}>
      <Lightbulb aria-hidden />
      <ul>
        {ofActions.map(({ kind, actionItems }) => (
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
