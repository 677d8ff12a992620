import { ChevronDown } from 'lucide-react';
import { lazy } from 'react';

import { Button } from './button.js';
import type { MenuChecks as Checks } from './menu-popup.js';
import { Menu } from './menu.js';

const MenuChecks = lazy(() =>
  import('./menu-popup.js').then((module) => ({ default: module.MenuChecks })),
) as unknown as typeof Checks;

/** What a list can be narrowed to in one respect, behind a button that says how many are chosen. */
export function FilterMenu<Value extends string>({
  label,
  chosen,
  options,
  onToggle,
}: {
  readonly label: string;
  readonly chosen: readonly Value[];
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onToggle: (value: Value) => void;
}) {
  return (
    <Menu
      align="start"
      trigger={
        <Button>
          {label}
          {chosen.length > 0 && <b>{chosen.length}</b>}
          <ChevronDown aria-hidden />
        </Button>
      }
    >
      <MenuChecks chosen={chosen} options={options} onToggle={onToggle} />
    </Menu>
  );
}
