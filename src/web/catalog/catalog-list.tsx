import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { RequestError } from '../app/api.js';
import { Failure } from '../app/failure.js';
import { Button } from '../ui/button.js';
import { FindBox } from '../ui/find-box.js';
import { Empty, Skeleton } from '../ui/notice.js';
import type { CatalogAddress } from './catalog-address.js';
import css from './catalog.module.css';

/** What a list can be narrowed by besides a text. */
interface Narrowing<Address> {
  readonly controls: ReactNode;
  /** Whether anything narrows the list now, be it the text. */
  readonly isOn: boolean;
  /** The address without all of it. */
  readonly without: Address;
}

interface CatalogListProps<Address extends CatalogAddress> {
  readonly title: string;
  readonly findLabel: string;
  readonly address: Address;
  readonly onAddress: (address: Address) => void;
  /** Default: whether what is archived is shown. */
  readonly narrowing?: Narrowing<Address>;
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
export function CatalogList<Address extends CatalogAddress>({
  title,
  findLabel,
  address,
  onAddress,
  narrowing,
  create,
  count,
  none,
  pages,
  children,
}: CatalogListProps<Address>) {
  const { t } = useTranslation(['catalog', 'frame']);
  const isNarrowed = narrowing ? narrowing.isOn : address.q !== undefined;
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
        {narrowing ? (
          narrowing.controls
        ) : (
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
        )}
        <span className={css['count']} role="status">
          {count !== undefined && t('catalog:found', { count })}
        </span>
      </div>
      {pages.error && <Failure error={pages.error} onRetry={pages.refetch} />}
      {count === undefined && !pages.error && <Skeleton lines={9} />}
      {count === 0 && !isNarrowed && <Empty>{none}</Empty>}
      {count === 0 && isNarrowed && (
        <Empty
          action={
            <Button
              onClick={() => {
                onAddress(narrowing ? narrowing.without : { ...address, q: undefined });
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
