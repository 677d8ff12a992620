import { Link } from '@tanstack/react-router';
import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { tagOf } from '../app/language.js';
import type { CaseLineFragment } from '../gql/documents.js';
import { CaseStatus, Severity } from '../ui/badge.js';
import { Hint } from '../ui/hint.js';
import { Ago, Day } from '../ui/instant.js';
import { listed } from '../ui/listed.js';
import { span } from '../ui/time.js';
import css from './case-line.module.css';

/** A case in a list: what it was, how bad, where, when, how long, and what has been done since. */
export function CaseLine({
  of: postmortem,
  title,
  children,
}: {
  readonly of: CaseLineFragment;
  /** The title with what was found in it. */
  readonly title?: ReactNode;
  /** What else there is to say, such as where the words were found. */
  readonly children?: ReactNode;
}) {
  const { t, i18n } = useTranslation(['library', 'vocabulary']);
  const { key, status, visibility, language, incidents, actionProgress, helpedCount } = postmortem;
  const [incident] = incidents;
  const services = [
    ...new Set(incidents.flatMap((each) => each.services.map(({ service }) => service.name))),
  ];
  const resolved = incident?.measurements.find(({ name }) => name === 'TTR');
  const { count, finished } = actionProgress;
  return (
    <article className={css['line']}>
      <h3 className={css['title']}>
        <Link to="/postmortems/$key" params={{ key }} data-result={key}>
          <span className={css['key']}>{key}</span>
          <span lang={tagOf(language)} dir="auto">
            {title ?? postmortem.title}
          </span>
        </Link>
      </h3>
      <p className={css['facts']}>
        {incident && <Severity of={incident.severity} />}
        {status !== 'PUBLISHED' && <CaseStatus of={status} />}
        {visibility === 'RESTRICTED' && (
          <Hint text={t('vocabulary:visibilityRESTRICTED')}>
            <Lock className={css['lock']} aria-label={t('vocabulary:visibilityRESTRICTED')} />
          </Hint>
        )}
        {services.length > 0 && <span>{listOf(services, i18n.language)}</span>}
        {typeof incident?.startedAt === 'string' ? (
          <Day at={incident.startedAt} />
        ) : (
          <span>
            {t('library:changed')} <Ago at={postmortem.updatedAt} />
          </span>
        )}
        {resolved && <span>{span(resolved.seconds, i18n.language)}</span>}
        {count > 0 && <span>{t('library:actionsDone', { done: finished, count })}</span>}
        {helpedCount > 0 && <span>{t('library:helped', { count: helpedCount })}</span>}
      </p>
      {children}
    </article>
  );
}

/** The first few of a list, in the way of the language. */
function listOf(names: readonly string[], language: string): string {
  const shown = names.slice(0, 3);
  const rest = names.length - shown.length;
  const text = listed(shown, language);
  return rest > 0 ? `${text} +${rest}` : text;
}
