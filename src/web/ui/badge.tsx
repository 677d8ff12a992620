import { useTranslation } from 'react-i18next';

import type {
  ActionStatus,
  IncidentStatus,
  PostmortemStatus,
  Severity as SeverityName,
} from '../gql/documents.js';
import css from './badge.module.css';
import { Hint } from './hint.js';

/** How bad it was. The number says it; the colour only repeats it. */
export function Severity({ of }: { readonly of: SeverityName | null }) {
  const { t } = useTranslation('vocabulary');
  if (of === null) return null;
  return (
    <Hint text={t(`severityHelp${of}`)}>
      <span className={`${css['severity']} ${css[of] ?? ''}`} lang="en">
        {of}
      </span>
    </Hint>
  );
}

/** Where a case stands. */
export function CaseStatus({ of }: { readonly of: PostmortemStatus }) {
  const { t } = useTranslation('vocabulary');
  return <span className={`${css['status']} ${css[of] ?? ''}`}>{t(`status${of}`)}</span>;
}

/** Where an incident stands. */
export function IncidentState({ of }: { readonly of: IncidentStatus }) {
  const { t } = useTranslation('vocabulary');
  return <span className={`${css['status']} ${css[of] ?? ''}`}>{t(`incident${of}`)}</span>;
}

/** Where an action item stands. */
export function ActionState({ of }: { readonly of: ActionStatus }) {
  const { t } = useTranslation('vocabulary');
  return <span className={`${css['status']} ${css[of] ?? ''}`}>{t(`action${of}`)}</span>;
}

/** A word that somebody gave: a tag, a service. */
export function Tag({ children }: { readonly children: string }) {
  return <span className={css['tag']}>{children}</span>;
}
