import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement, ReactNode } from 'react';

import css from './overlay.module.css';

/** The menu itself, opened by its button. It comes when somebody reaches for it: few do, on most pages. */
export function MenuPopup({
  trigger,
  children,
  align,
}: {
  readonly trigger: ReactElement;
  readonly children: ReactNode;
  readonly align: 'start' | 'end';
}) {
  return (
    <Base.Root modal={false} defaultOpen>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className={css['positioner']} align={align} sideOffset={4}>
          <Base.Popup className={css['popup']}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** One thing to do. */
export function MenuItem({
  onClick,
  disabled = false,
  children,
}: {
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <Base.Item className={css['item']} onClick={onClick} disabled={disabled}>
      {children}
    </Base.Item>
  );
}

/** Somewhere to go. */
export function MenuLink({ render }: { readonly render: ReactElement }) {
  return <Base.LinkItem className={css['item']} render={render} closeOnClick />;
}

/** One of several, of which one holds. */
export function MenuChoice<Value extends string>({
  label,
  value,
  options,
  onChange,
  closes = false,
}: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: ReactNode }[];
  readonly onChange: (value: Value) => void;
  /** The menu closes once something has been chosen. */
  readonly closes?: boolean;
}) {
  return (
    <Base.RadioGroup value={value} onValueChange={onChange}>
      <Base.GroupLabel className={css['group']}>{label}</Base.GroupLabel>
      {options.map((option) => (
        <Base.RadioItem
          key={option.value}
          value={option.value}
          className={css['item']}
          closeOnClick={closes}
        >
          <span className={css['tick']} aria-hidden>
            {option.value === value && '✓'}
          </span>
          {option.label}
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  );
}

/** Several, of which any may hold; the menu stays while they are chosen. */
export function MenuChecks<Value extends string>({
  chosen,
  options,
  onToggle,
}: {
  readonly chosen: readonly Value[];
  readonly options: readonly { readonly value: Value; readonly label: ReactNode }[];
  readonly onToggle: (value: Value) => void;
}) {
  return options.map(({ value, label }) => (
    <Base.CheckboxItem
      key={value}
      className={css['item']}
      checked={chosen.includes(value)}
      closeOnClick={false}
      onCheckedChange={() => {
        onToggle(value);
      }}
    >
      <span className={css['tick']} aria-hidden>
        {chosen.includes(value) && '✓'}
      </span>
      {label}
    </Base.CheckboxItem>
  ));
}

/** A line between groups of things to do. */
export function MenuRule() {
  return <Base.Separator className={css['rule']} />;
}
