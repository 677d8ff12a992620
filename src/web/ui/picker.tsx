import { Combobox } from '@base-ui/react/combobox';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Check, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { RequestError } from '../app/api.js';
import { useDelayed } from '../app/delayed.js';
import { failureText } from '../app/failure.js';
import { Field } from './field.js';
import overlay from './overlay.module.css';
import css from './picker.module.css';

/** Milliseconds after the last key until the server is asked. */
const STILL_MS = 120;

/** What can be picked, and how it is shown. */
export interface PickerSource<Item> {
  /** What is picked, such as `people`; answers are kept under this name. */
  readonly name: string;
  /** The best few for what has been typed; all of the first ones for nothing. */
  readonly search: (query: string, signal: AbortSignal) => Promise<readonly Item[]>;
  readonly idOf: (item: Item) => string;
  readonly textOf: (item: Item) => string;
  /** More than its text, in the list. */
  readonly render?: (item: Item) => ReactNode;
}

/** One, or none. */
export interface OnePicked<Item> {
  readonly multiple?: false;
  readonly value: Item | null;
  readonly onChange: (value: Item | null) => void;
}

/** Any number. */
export interface ManyPicked<Item> {
  readonly multiple: true;
  readonly value: readonly Item[];
  readonly onChange: (value: readonly Item[]) => void;
}

interface PickerField {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly fault?: string | undefined;
  readonly hidesLabel?: boolean;
  readonly placeholder?: string;
  readonly disabled?: boolean;
}

/** What a picker of one kind of thing takes, whatever it picks. */
export type PickerProps<Item> = PickerField & (OnePicked<Item> | ManyPicked<Item>);

/** Finds things by part of their name, and holds what was chosen. */
export function Picker<Item>({
  source,
  label,
  hint,
  fault,
  hidesLabel = false,
  placeholder,
  disabled = false,
  ...picked
}: PickerProps<Item> & { readonly source: PickerSource<Item> }) {
  const [query, setQuery] = useState('');
  const [isOpen, setOpen] = useState(false);
  const found = useFound(source, query, isOpen);
  const shared = {
    items: found.data ?? [],
    filter: null,
    open: isOpen,
    onOpenChange: setOpen,
    autoHighlight: true,
    disabled,
    itemToStringLabel: source.textOf,
    isItemEqualToValue: (a: Item, b: Item) => source.idOf(a) === source.idOf(b),
    onInputValueChange: (text: string, { reason }: { readonly reason: string }) => {
      // What a choice writes into the box is not what somebody looks for.
      setQuery(reason === 'input-change' ? text : '');
    },
  };
  const field = { label, hint, hidesLabel, ...(fault === undefined ? {} : { fault }) };
  return (
    <Field {...field}>
      {(attributes) =>
        picked.multiple === true ? (
          <Combobox.Root<Item, true>
            {...shared}
            multiple
            value={picked.value}
            onValueChange={picked.onChange}
          >
            <Combobox.InputGroup className={css['control']}>
              <Combobox.Chips className={css['chips']}>
                {picked.value.map((item) => (
                  <PickedChip key={source.idOf(item)} text={source.textOf(item)} />
                ))}
                <Combobox.Input
                  className={css['input']}
                  placeholder={placeholder}
                  {...labelled(attributes)}
                />
              </Combobox.Chips>
            </Combobox.InputGroup>
            <Found source={source} found={found} />
          </Combobox.Root>
        ) : (
          <Combobox.Root<Item>
            {...shared}
            value={picked.value}
            onValueChange={(item) => {
              picked.onChange(item);
            }}
          >
            <Combobox.InputGroup className={css['control']}>
              <Combobox.Input
                className={css['input']}
                placeholder={placeholder}
                {...labelled(attributes)}
                onFocus={(event) => {
                  event.currentTarget.select();
                }}
              />
              <ClearButton />
            </Combobox.InputGroup>
            <Found source={source} found={found} />
          </Combobox.Root>
        )
      }
    </Field>
  );
}

/**
 * Names the box by reference: while its list is open the page around it, the label included, is
 * hidden from screen readers.
 */
const labelled = <Attributes extends { readonly id: string }>(attributes: Attributes) => ({
  ...attributes,
  'aria-labelledby': `${attributes.id}-label`,
});

/** What the server finds for what is typed, while the list is open. */
export function useFound<Item>(source: PickerSource<Item>, query: string, isOpen: boolean) {
  const asked = useDelayed(query.trim(), STILL_MS);
  return useQuery<readonly Item[], RequestError>({
    queryKey: ['pick', source.name, asked],
    queryFn: ({ signal }) => source.search(asked, signal),
    enabled: isOpen,
    placeholderData: keepPreviousData,
  });
}

function PickedChip({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  return (
    <Combobox.Chip className={css['chip']} aria-label={text}>
      <span dir="auto">{text}</span>
      <Combobox.ChipRemove className={css['take']} aria-label={t('removeNamed', { name: text })}>
        <X aria-hidden />
      </Combobox.ChipRemove>
    </Combobox.Chip>
  );
}

function ClearButton() {
  const { t } = useTranslation();
  return (
    <Combobox.Clear className={css['take']} aria-label={t('clear')}>
      <X aria-hidden />
    </Combobox.Clear>
  );
}

function Found<Item>(props: FoundProps<Item>) {
  return (
    <Combobox.Portal>
      <Combobox.Positioner className={overlay['positioner']} sideOffset={4} align="start">
        <Combobox.Popup className={`${overlay['popup']} ${css['popup']}`}>
          <FoundItems {...props} />
        </Combobox.Popup>
      </Combobox.Positioner>
    </Combobox.Portal>
  );
}

interface FoundProps<Item> {
  readonly source: PickerSource<Item>;
  readonly found: ReturnType<typeof useFound<Item>>;
}

/** What was found, to choose from, or why there is nothing. */
export function FoundItems<Item>({ source, found }: FoundProps<Item>) {
  const { t } = useTranslation();
  const said = found.error
    ? failureText(found.error, t)
    : found.data === undefined
      ? t('loading')
      : found.data.length === 0
        ? t('nothingToPick')
        : null;
  return (
    <>
      <Combobox.Status className={css['said']}>{said}</Combobox.Status>
      <Combobox.List>
        {(item: Item) => (
          <Combobox.Item key={source.idOf(item)} value={item} className={overlay['item']}>
            <span className={css['text']} dir="auto">
              {source.render?.(item) ?? source.textOf(item)}
            </span>
            <Combobox.ItemIndicator className={css['tick']}>
              <Check aria-hidden />
            </Combobox.ItemIndicator>
          </Combobox.Item>
        )}
      </Combobox.List>
    </>
  );
}
