import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { MenuLink, MenuRule } from '../ui/menu-popup.js';
import type { Block } from './case-address.js';
import type { Part } from './parts-of.js';

/** Every part that can be written; choosing one opens it where it stands. */
export function EditItems({ parts }: { readonly parts: readonly Part[] }) {
  const { t } = useTranslation('case');
  return (
    <>
      <Item block="details">{t('details')}</Item>
      <Item block="sections">{t('arrangeSections')}</Item>
      <MenuRule />
      {parts.map(
        ({ block, name, lang }) =>
          block !== undefined && (
            <Item key={block} block={block}>
              <span lang={lang} dir="auto">
                {name}
              </span>
            </Item>
          ),
      )}
    </>
  );
}

function Item({ block, children }: { readonly block: Block; readonly children: React.ReactNode }) {
  return (
    <MenuLink
      render={
        <Link to="." search={(search) => ({ ...search, edit: block })} replace resetScroll={false}>
          {children}
        </Link>
      }
    />
  );
}
