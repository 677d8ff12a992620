import { Pencil } from 'lucide-react';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '../ui/button.js';
import { Menu } from '../ui/menu.js';
import type { Part } from './parts-of.js';

const EditItems = lazy(() => import('./edit-items.js').then((m) => ({ default: m.EditItems })));

/** The button that opens the list of what can be written, by which the `e` key finds it. */
export const EDIT_BUTTON = 'case-edit';

/** Everything that can be written, by name. */
export function EditMenu({ parts }: { readonly parts: readonly Part[] }) {
  const { t } = useTranslation();
  return (
    <Menu
      trigger={
        <Button icon={<Pencil />} id={EDIT_BUTTON} aria-keyshortcuts="e">
          {t('edit')}
        </Button>
      }
    >
      <EditItems parts={parts} />
    </Menu>
  );
}
