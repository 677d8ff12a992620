import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { Failure } from '../app/failure.js';
import { say } from '../app/said.js';
import { useViewer } from '../app/viewer.js';
import {
  AdminPersonArchiveDocument,
  AdminPersonRestoreDocument,
  AdminPersonUpdateDocument,
  type AdminPersonFragment,
  type Role,
} from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Day } from '../ui/instant.js';
import { listed } from '../ui/listed.js';
import { Menu } from '../ui/menu.js';
import css from './admin.module.css';
import { InvitationDialog } from './invitation-dialog.js';
import list from './settings.module.css';

const PersonItems = lazy(() =>
  import('./person-items.js').then((m) => ({ default: m.PersonItems })),
);

export const ROLES: readonly Role[] = ['ADMIN', 'MEMBER', 'VIEWER'];

/** Somebody, what they may do, and whether they are still here. */
export function PersonLine({ of: person }: { readonly of: AdminPersonFragment }) {
  const { t, i18n } = useTranslation(['admin', 'vocabulary']);
  const viewer = useViewer();
  const [isInviting, setInviting] = useState(false);
  const { id, name, email, role, version, archivedAt, teams } = person;
  const update = useChange(AdminPersonUpdateDocument);
  const restore = useChange(AdminPersonRestoreDocument, {
    onDone: () => {
      say({ text: t('admin:isBack', { name }) });
    },
  });
  const archive = useChange(AdminPersonArchiveDocument, {
    onDone: () => {
      const undo = (): void => {
        restore.mutate({ id });
      };
      say({ text: t('admin:hasLeft', { name }), undo });
    },
  });
  const setRole = (next: Role): void => {
    update.mutate(
      { id, input: { role: next, expectedVersion: version } },
      {
        onSuccess: () => {
          say({
            text: t('admin:roleChanged', { name, role: t(`vocabulary:role${next}`) }),
          });
        },
      },
    );
  };
  const error = update.error ?? archive.error ?? restore.error;
  return (
    <li>
      <div className={list['what']}>
        <p>
          <span className={list['name']} dir="auto">
            {name}
          </span>
          {id === viewer?.id && <span className={list['note']}>{t('admin:you')}</span>}
        </p>
        <p className={list['facts']}>
          <span>{email ?? t('admin:byNameOnly')}</span>
          {teams.length > 0 && (
            <span>
              {listed(
                teams.map(({ team }) => team.name),
                i18n.language,
              )}
            </span>
          )}
          {archivedAt !== null && (
            <span>
              {t('admin:leftOn')} <Day at={archivedAt} />
            </span>
          )}
        </p>
        {error && <Failure error={error} />}
      </div>
      <div className={list['row']}>
        {archivedAt === null && (
          <select
            className={css['role']}
            aria-label={t('admin:roleOf', { name })}
            value={role}
            disabled={update.isPending}
            onChange={(event) => {
              setRole(event.currentTarget.value as Role);
            }}
          >
            {ROLES.map((each) => (
              <option key={each} value={each}>
                {t(`vocabulary:role${each}`)}
              </option>
            ))}
          </select>
        )}
        <Menu
          trigger={
            <Button
              kind="quiet"
              size="small"
              icon={<Ellipsis />}
              aria-label={t('admin:moreOf', { name })}
            />
          }
        >
          <Suspense>
            <PersonItems
              hasLeft={archivedAt !== null}
              canBeInvited={email !== null}
              onInvite={() => {
                setInviting(true);
              }}
              onArchive={() => {
                archive.mutate({ id });
              }}
              onRestore={() => {
                restore.mutate({ id });
              }}
            />
          </Suspense>
        </Menu>
      </div>
      {isInviting && (
        <InvitationDialog
          person={person}
          onClose={() => {
            setInviting(false);
          }}
        />
      )}
    </li>
  );
}
