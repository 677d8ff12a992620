import { Link } from '@tanstack/react-router';
import { Ellipsis, Users } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';

import { parseSearch } from '../app/address.js';
import { useChange } from '../app/ask.js';
import { Failure } from '../app/failure.js';
import { say } from '../app/said.js';
import { useViewer } from '../app/viewer.js';
import {
  SavedSearchCreateDocument,
  SavedSearchDeleteDocument,
  SavedSearchUpdateDocument,
  type SavedSearchLineFragment,
} from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Hint } from '../ui/hint.js';
import { Menu } from '../ui/menu.js';
import css from './saved-searches.module.css';
import { searchAddress } from './search-address.js';

const SavedSearchItems = lazy(() =>
  import('./saved-search-items.js').then((m) => ({ default: m.SavedSearchItems })),
);

/** The searches that one comes back to, and those that others share. */
export function SavedSearches({
  searches,
}: {
  readonly searches: readonly SavedSearchLineFragment[];
}) {
  const { t } = useTranslation('library');
  if (searches.length === 0) return null;
  return (
    <section className={css['searches']} aria-label={t('savedSearches')}>
      <ul>
        {searches.map((search) => (
          <Saved key={search.id} of={search} />
        ))}
      </ul>
    </section>
  );
}

function Saved({ of: search }: { readonly of: SavedSearchLineFragment }) {
  const { t } = useTranslation('library');
  const viewer = useViewer();
  const { id, version, name, address, shared, isMine, owner } = search;
  const create = useChange(SavedSearchCreateDocument);
  const remove = useChange(SavedSearchDeleteDocument, {
    onDone: () => {
      const undo = (): void => {
        create.mutate({ input: { name, address, shared } });
      };
      say({ text: t('searchForgotten', { name }), ...(isMine ? { undo } : {}) });
    },
  });
  const update = useChange(SavedSearchUpdateDocument, {
    onDone: ({ savedSearch }) => {
      if (savedSearch) say({ text: t(savedSearch.shared ? 'nowShared' : 'nowMine', { name }) });
    },
  });
  const error = remove.error ?? update.error ?? create.error;
  const sharedBy = isMine ? t('sharedByMe') : t('sharedBy', { name: owner.name });
  return (
    <li>
      <Link to="/" search={searchAddress(parseSearch(address))} className={css['name']}>
        <span dir="auto">{name}</span>
        {shared && (
          <Hint text={sharedBy}>
            <Users aria-label={sharedBy} />
          </Hint>
        )}
      </Link>
      {(isMine || viewer?.role === 'ADMIN') && (
        <Menu
          align="start"
          trigger={
            <Button
              kind="quiet"
              size="small"
              icon={<Ellipsis />}
              aria-label={t('moreOf', { name })}
            />
          }
        >
          <Suspense>
            <SavedSearchItems
              isShared={shared}
              mayShare={isMine && viewer?.role !== 'VIEWER'}
              onShare={() => {
                update.mutate({ id, input: { shared: !shared, expectedVersion: version } });
              }}
              onForget={() => {
                remove.mutate({ id });
              }}
            />
          </Suspense>
        </Menu>
      )}
      {error && <Failure error={error} />}
    </li>
  );
}
