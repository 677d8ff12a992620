import type { FupanError } from '../../core/errors.js';
import type { Language } from '../../core/vocabulary.js';
import { messageOf } from '../../locales/messages.js';
import { html, type Html } from './html.js';

/** Why what was sent is not taken, and which field it is about. */
export interface Complaint {
  readonly message: string;
  /** Null: no one field. */
  readonly field: string | null;
}

/** What a refusal means for whoever has filled in the form. */
export function complaintOf(error: FupanError, locale: Language): Complaint {
  return { message: messageOf(error, locale), field: error.field?.at(-1) ?? null };
}

const WHOLE = 'fault';

/** One field of a form. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: 'email' | 'password' | 'text';
  readonly autocomplete: string;
  readonly value?: string | undefined;
  readonly hint?: string | undefined;
  readonly isFixed?: boolean;
  /** Characters that it takes at least. */
  readonly least?: number | undefined;
  /** The cursor stands here at first. */
  readonly isFirst?: boolean;
}

/** A field with its label above, and below it what is to be said of it. */
export function field(
  { name, label, type, autocomplete, value, hint, least, isFixed = false, isFirst = false }: Field,
  complaint?: Complaint,
): Html {
  const fault = complaint?.field === name ? complaint.message : undefined;
  const described = [
    // The cursor passes over what is said of the whole form.
    isFirst && complaint && !fault && WHOLE,
    fault && `${name}-fault`,
    hint && `${name}-hint`,
  ]
    .filter(Boolean)
    .join(' ');
  return html`<div class="field">
    <label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      type="${type}"
      autocomplete="${autocomplete}"
      value="${value}"
      ${described !== '' && html`aria-describedby="${described}"`}
      ${fault !== undefined && html`aria-invalid="true"`}
      ${isFixed ? html`readonly` : html`required`}
      ${least !== undefined && html`minlength="${least}"`}
      ${type === 'email' && html`inputmode="email" spellcheck="false" autocapitalize="none"`}
      ${(isFirst || fault !== undefined) && html`autofocus`}
    />
    ${fault !== undefined && html`<p class="fault" id="${name}-fault" role="alert">${fault}</p>`}
    ${hint !== undefined && html`<p class="hint" id="${name}-hint">${hint}</p>`}
  </div>`;
}

/** What is to be said of a form as a whole. */
export function alertOf(complaint: Complaint | undefined, names: readonly string[]): Html | false {
  if (!complaint || names.includes(complaint.field ?? '')) return false;
  return html`<p class="fault whole" id="${WHOLE}" role="alert">${complaint.message}</p>`;
}
