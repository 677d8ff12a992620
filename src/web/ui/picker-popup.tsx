import { Combobox } from '@base-ui/react/combobox';
import { useState } from 'react';

import overlay from './overlay.module.css';
import type { PickerMenuProps } from './picker-menu.js';
import { FoundItems, useFound } from './picker.js';
import css from './picker.module.css';

/** The list of a picker with the box inside it, opened by its button. */
export function PickerPopup<Item>({
  trigger,
  source,
  label,
  value,
  onChange,
  none,
}: PickerMenuProps<Item>) {
  const [query, setQuery] = useState('');
  const [isOpen, setOpen] = useState(true);
  const found = useFound(source, query, isOpen);
  return (
    <Combobox.Root<Item>
      items={found.data ?? []}
      filter={null}
      open={isOpen}
      onOpenChange={(open) => {
        setOpen(open);
        if (!open) setQuery('');
      }}
      autoHighlight
      inputValue={query}
      onInputValueChange={setQuery}
      itemToStringLabel={source.textOf}
      isItemEqualToValue={(a, b) => source.idOf(a) === source.idOf(b)}
      value={value}
      onValueChange={(item) => {
        if (item !== null) onChange(item);
      }}
    >
      <Combobox.Trigger render={trigger} />
      <Combobox.Portal>
        <Combobox.Positioner className={overlay['positioner']} sideOffset={4} align="start">
          <Combobox.Popup className={`${overlay['popup']} ${css['popup']}`} aria-label={label}>
            <div className={css['find']}>
              <Combobox.Input className={css['input']} placeholder={label} aria-label={label} />
            </div>
            <FoundItems source={source} found={found} />
            {none !== undefined && value !== null && (
              <button
                type="button"
                className={css['none']}
                onClick={() => {
                  setOpen(false);
                  onChange(null);
                }}
              >
                {none}
              </button>
            )}
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
