import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { RequestError } from '../app/api.js';
import { Failure } from '../app/failure.js';
import { Button } from '../ui/button.js';
import { FindBox } from '../ui/find-box.js';
import { Empty, Skeleton } from '../ui/notice.js';
import type { CatalogAddress } from './catalog-address.js';
import css from './catalog.module.css';

interface CatalogListProps {
  readonly title: string;
  readonly findLabel: string;
  readonly address: CatalogAddress;
  readonly onAddress: (address: CatalogAddress) => void;
  /** The button that begins a new one, for whoever may. */
  readonly create?: ReactNode;
  /** How many there are; undefined until the server has said. */
  readonly count: number | undefined;
  /** What is said while there are none at all. */
  readonly none: ReactNode;
  readonly pages: {
    readonly error: RequestError | null;
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
    readonly refetch: () => unknown;
  };
  readonly children: ReactNode;
}

/** A list of the catalogue: what it is narrowed by, how many there are, and one line for each. */
export function CatalogList({
  title,
  findLabel,
  address,
  onAddress,
  create,
  count,
  none,
  pages,
  children,
}: CatalogListProps) {
  const { t } = useTranslation(['catalog', 'frame']);
  return (
    <div className={css['page']}>
      <div className={css['head']}>
        <h1>{title}</h1>
        {create}
      </div>
      <div className={css['filters']} role="search" aria-label={findLabel}>
        <FindBox
          label={findLabel}
          text={address.q ?? ''}
          onText={(q) => {
            onAddress({ ...address, q: q.trim() === '' ? undefined : q });
          }}
        />
        <label className={css['toggle']}>
          <input
            type="checkbox"
            checked={address.archived !== undefined}
            onChange={({ currentTarget: { checked } }) => {
              onAddress({ ...address, archived: checked ? 'yes' : undefined });
            }}
          />
          {t('catalog:alsoArchived')}
        </label>
        <span className={css['count']} role="status">
          {count !== undefined && t('catalog:found', { count })}
        </span>
      </div>
      {pages.error && <Failure error={pages.error} onRetry={pages.refetch} />}
      {count === undefined && !pages.error && <Skeleton lines={9} />}
      {count === 0 && address.q === undefined && <Empty>{none}</Empty>}
      {count === 0 && address.q !== undefined && (
        <Empty
          action={
            <Button
              onClick={() => {
                onAddress({ ...address, q: undefined });
              }}
            >
              {t('catalog:clearSearch')}
            </Button>
          }
        >
          {t('catalog:nothingFits')}
        </Empty>
      )}
      {count !== undefined && count > 0 && <ul className={css['list']}>{children}</ul>}
      {pages.hasNextPage && (
        <div className={css['more']}>
          <Button onClick={pages.fetchNextPage} disabled={pages.isFetchingNextPage}>
            {t('frame:more')}
          </Button>
        </div>
      )}
    </div>
  );
}
