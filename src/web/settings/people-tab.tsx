import { getRouteApi } from '@tanstack/react-router';
import { UserPlus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Failure } from '../app/failure.js';
import { AdminPeopleDocument } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/field.js';
import { Empty, Skeleton } from '../ui/notice.js';
import css from './admin.module.css';
import { NewPersonDialog } from './new-person-dialog.js';
import { usePages } from './pages.js';
import { PersonLine } from './person-line.js';
import list from './settings.module.css';
import type { AdminAddress } from './settings-address.js';

const route = getRouteApi('/admin');

/** Milliseconds after the last key until the words are looked for. */
const STILL_MS = 200;

/** Who may come in, and what they may do. */
export function PeopleTab() {
  const { t } = useTranslation(['admin', 'frame']);
  const address = route.useSearch();
  const navigate = route.useNavigate();
  const [isAdding, setAdding] = useState(false);
  const found = usePages(
    AdminPeopleDocument,
    { query: address.q ?? null, archived: address.left === 'yes' },
    ({ people }) => people.pageInfo,
  );
  const show = (next: AdminAddress): void => {
    void navigate({ search: next, replace: true, resetScroll: false });
  };
  const people = found.data?.pages.flatMap((page) => page.people.nodes);
  const total = found.data?.pages[0]?.people.totalCount;
  return (
    <>
      <div className={css['tools']}>
        <FindPeople
          text={address.q ?? ''}
          onText={(q) => {
            show({ ...address, q: q === '' ? undefined : q });
          }}
        />
        <Button
          aria-pressed={address.left === 'yes'}
          className={css['toggle'] ?? ''}
          onClick={() => {
            show({ ...address, left: address.left === 'yes' ? undefined : 'yes' });
          }}
        >
          {t('admin:whoLeft')}
        </Button>
        <Button
          kind="main"
          icon={<UserPlus />}
          onClick={() => {
            setAdding(true);
          }}
        >
          {t('admin:addPerson')}
        </Button>
      </div>
      {found.error && !people && (
        <Failure error={found.error} onRetry={() => void found.refetch()} />
      )}
      <p className={css['count']} role="status">
        {total !== undefined && t('admin:peopleCount', { count: total })}
      </p>
      {!people && !found.error && <Skeleton lines={10} />}
      {people?.length === 0 && <Empty>{t('admin:nobodyFound')}</Empty>}
      {people && people.length > 0 && (
        <ul className={list['list']}>
          {people.map((person) => (
            <PersonLine key={person.id} of={person} />
          ))}
        </ul>
      )}
      {found.hasNextPage && (
        <Button onClick={() => void found.fetchNextPage()} disabled={found.isFetchingNextPage}>
          {t('frame:more')}
        </Button>
      )}
      {isAdding && (
        <NewPersonDialog
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
    </>
  );
}

/** Part of a name or an e-mail address, kept in the address once the typist pauses. */
function FindPeople({
  text,
  onText,
}: {
  readonly text: string;
  readonly onText: (text: string) => void;
}) {
  const { t } = useTranslation('admin');
  const [typed, setTyped] = useState(text);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  return (
    <TextField
      label={t('findPeople')}
      hidesLabel
      placeholder={t('findPeople')}
      type="search"
      value={typed}
      maxLength={200}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => {
          onText(value);
        }, STILL_MS);
      }}
    />
  );
}
