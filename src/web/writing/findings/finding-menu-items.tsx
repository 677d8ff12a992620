import { useTranslation } from 'react-i18next';

import type { FindingKind } from '../../gql/documents.js';
import { MenuItem, MenuRule } from '../../ui/menu-popup.js';
import { FINDING_KINDS } from './finding-values.js';

/** What can be done with a finding; the name of a group moves it there. */
export type FindingAct = 'up' | 'down' | 'remove' | FindingKind;

/** What can be done with a finding. */
export function FindingMenuItems({
  kind,
  onAct,
}: {
  readonly kind: FindingKind;
  readonly onAct: (what: FindingAct) => void;
}) {
  const { t } = useTranslation(['parts', 'vocabulary']);
  const item = (act: FindingAct, text: string, keys?: string) => (
    <MenuItem
      key={act}
      onClick={() => {
        onAct(act);
      }}
    >
      {text}
      {keys !== undefined && <kbd aria-hidden>{keys}</kbd>}
    </MenuItem>
  );
  return (
    <>
      {item('up', t('entryUp'), 'Alt+↑')}
      {item('down', t('entryDown'), 'Alt+↓')}
      <MenuRule />
      {FINDING_KINDS.filter((each) => each !== kind).map((each) =>
        item(each, t('findingMoveTo', { group: t(`vocabulary:finding${each}`) })),
      )}
      <MenuRule />
      {item('remove', t('entryRemove'))}
    </>
  );
}
