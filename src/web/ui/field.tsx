import { useId, type ComponentProps, type ReactNode } from 'react';

import css from './field.module.css';

interface FieldProps {
  readonly label: ReactNode;
  /** What to know before filling it in. */
  readonly hint?: ReactNode;
  /** What is wrong with what is in it. */
  readonly fault?: string | undefined;
  /** The label is for those who cannot see the page; others know from what is around it. */
  readonly hidesLabel?: boolean;
  /** The control, which has to take these attributes. */
  readonly children: (attributes: {
    readonly id: string;
    readonly 'aria-describedby': string | undefined;
    readonly 'aria-invalid': true | undefined;
  }) => ReactNode;
}

/** A control with its label, a hint and what is wrong with it. */
export function Field({ label, hint, fault, hidesLabel = false, children }: FieldProps) {
  const id = useId();
  const said = hint !== undefined || fault !== undefined;
  return (
    <div className={css['field']}>
      <label
        id={`${id}-label`}
        htmlFor={id}
        className={hidesLabel ? 'visually-hidden' : css['label']}
      >
        {label}
      </label>
      {children({
        id,
        'aria-describedby': said ? `${id}-said` : undefined,
        'aria-invalid': fault === undefined ? undefined : true,
      })}
      {said && (
        <div id={`${id}-said`}>
          {fault !== undefined && <p className={css['fault']}>{fault}</p>}
          {hint !== undefined && <p className={css['hint']}>{hint}</p>}
        </div>
      )}
    </div>
  );
}

interface TextFieldProps extends Omit<FieldProps, 'children'>, ComponentProps<'input'> {}

/** One line of text. */
export function TextField({ label, hint, fault, hidesLabel = false, ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} fault={fault} hidesLabel={hidesLabel}>
      {(attributes) => <input className={css['control']} {...attributes} {...rest} />}
    </Field>
  );
}

interface TextAreaProps extends Omit<FieldProps, 'children'>, ComponentProps<'textarea'> {}

/** Several lines of plain text. */
export function TextArea({ label, hint, fault, hidesLabel = false, ...rest }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} fault={fault} hidesLabel={hidesLabel}>
      {(attributes) => (
        <textarea className={`${css['control']} ${css['area']}`} {...attributes} {...rest} />
      )}
    </Field>
  );
}

interface ChoiceProps<Value extends string>
  extends Omit<FieldProps, 'children'>, Omit<ComponentProps<'select'>, 'children' | 'onChange'> {
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange?: (value: Value) => void;
}

/** One of a few. The browser's own control: it knows every keyboard and every phone. */
export function Choice<Value extends string>({
  label,
  hint,
  fault,
  hidesLabel = false,
  options,
  onChange,
  ...rest
}: ChoiceProps<Value>) {
  return (
    <Field label={label} hint={hint} fault={fault} hidesLabel={hidesLabel}>
      {(attributes) => (
        <select
          className={css['control']}
          {...attributes}
          {...rest}
          onChange={(event) => onChange?.(event.currentTarget.value as Value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
