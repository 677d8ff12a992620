import { Bookmark } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '../ui/button.js';
import type { SearchAddress } from './search-address.js';

const SaveSearchDialog = lazy(() =>
  import('./save-search-dialog.js').then((m) => ({ default: m.SaveSearchDialog })),
);

/** Keeps the present search under a name. */
export function SaveSearch({ address }: { readonly address: SearchAddress }) {
  const { t } = useTranslation('library');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        kind="quiet"
        size="small"
        icon={<Bookmark />}
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('saveSearch')}
      </Button>
      {isOpen && (
        <Suspense>
          <SaveSearchDialog
            address={address}
            onClose={() => {
              setOpen(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
