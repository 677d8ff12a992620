import { Link } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { IncidentState, Severity } from '../ui/badge.js';
import { Button, buttonClass } from '../ui/button.js';
import { Ago, Day } from '../ui/instant.js';
import { Menu } from '../ui/menu.js';
import type { Incident } from './incident-edit.js';
import css from './incident-page.module.css';

const IncidentMenu = lazy(() =>
  import('./incident-menu.js').then((module) => ({ default: module.IncidentMenu })),
);
const DeleteDialog = lazy(() =>
  import('./delete-dialog.js').then((module) => ({ default: module.DeleteDialog })),
);

/** What it is, how bad, how far the response has come, and what can be done with it. */
export function IncidentHead({
  incident,
  onEdit,
}: {
  readonly incident: Incident;
  readonly onEdit: () => void;
}) {
  const { t } = useTranslation(['incident', 'vocabulary', 'frame']);
  const [isDeleting, setDeleting] = useState(false);
  const { key, title, kind, severity, status, startedAt, createdAt, reporter, allowedActs } =
    incident;
  return (
    <header className={css['head']}>
      <div className={css['title']}>
        <p className={css['key']}>{key}</p>
        <h1 dir="auto">{title}</h1>
      </div>
      <div className={css['acts']}>
        {allowedActs.includes('WRITE_UP') && incident.postmortems.length === 0 && (
          <Link
            to="/postmortems/new"
            search={{ incident: key }}
            className={buttonClass(status === 'CANCELED' ? 'plain' : 'main')}
          >
            {t('incident:startPostmortem')}
          </Link>
        )}
        {allowedActs.includes('EDIT') && (
          <Button onClick={onEdit} aria-keyshortcuts="e" data-edits="details">
            {t('frame:edit')}
          </Button>
        )}
        {(allowedActs.includes('EDIT') || allowedActs.includes('DELETE')) && (
          <Menu
            trigger={
              <Button kind="quiet" icon={<Ellipsis />} aria-label={t('incident:moreActs')} />
            }
          >
            <IncidentMenu
              incident={incident}
              onDelete={() => {
                setDeleting(true);
              }}
            />
          </Menu>
        )}
      </div>
      <p className={css['facts']}>
        {severity === null ? <span>{t('incident:noSeverity')}</span> : <Severity of={severity} />}
        <IncidentState of={status} />
        <span>{t(`vocabulary:kind${kind}`)}</span>
        {startedAt !== null && (
          <span>
            {t('incident:beganAt')} <Day at={startedAt} />
          </span>
        )}
        <span>
          {t('incident:reported')} <Ago at={createdAt} />
          {t('incident:reportedAfter')}
          {reporter && ` · ${reporter.name}`}
        </span>
      </p>
      {isDeleting && (
        <DeleteDialog
          incident={incident}
          onClose={() => {
            setDeleting(false);
          }}
        />
      )}
    </header>
  );
}
