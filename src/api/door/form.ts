import type { FupanError } from '../../core/errors.js';
import type { Language } from '../../core/vocabulary.js';
import { messageOf } from '../../locales/messages.js';
import { html, type Html } from './html.js';

/** Bytes of a form; no more than names, addresses and passwords fit into it. */
export const FORM_BYTES = 16 * 1024;

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
  /** `lines`: a text of any number of lines. */
  readonly type: 'email' | 'password' | 'text' | 'date' | 'lines';
  readonly autocomplete: string;
  readonly value?: string | undefined;
  readonly hint?: string | undefined;
  readonly isFixed?: boolean;
  readonly isOptional?: boolean;
  /** The first day that it takes, `YYYY-MM-DD`. */
  readonly from?: string | undefined;
  /** Characters that it takes at least. */
  readonly least?: number | undefined;
  /** The cursor stands here at first. */
  readonly isFirst?: boolean;
}

/** A field with its label above, and below it what is to be said of it. */
export function field(each: Field, complaint?: Complaint): Html {
  const { name, label, type, value, hint, isFirst = false } = each;
  const fault = complaint?.field === name ? complaint.message : undefined;
  const described = [
    // The cursor passes over what is said of the whole form.
    isFirst && complaint && !fault && WHOLE,
    fault && `${name}-fault`,
    hint && `${name}-hint`,
  ]
    .filter(Boolean)
    .join(' ');
  const attributes = html`id="${name}" name="${name}" autocomplete="${each.autocomplete}"
  ${described !== '' && html`aria-describedby="${described}"`}
  ${fault !== undefined && html`aria-invalid="true"`}
  ${each.isFixed ? html`readonly` : !each.isOptional && html`required`}
  ${each.least !== undefined && html`minlength="${each.least}"`}
  ${each.from !== undefined && html`min="${each.from}"`}
  ${type === 'email' && html`inputmode="email" spellcheck="false" autocapitalize="none"`}
  ${(isFirst || fault !== undefined) && html`autofocus`}`;
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${
      type === 'lines'
        ? html`<textarea rows="4" ${attributes}>${value}</textarea>`
        : html`<input type="${type}" value="${value}" ${attributes} />`
    }
    ${fault !== undefined && html`<p class="fault" id="${name}-fault" role="alert">${fault}</p>`}
    ${hint !== undefined && html`<p class="hint" id="${name}-hint">${hint}</p>`}
  </div>`;
}

/** What is to be said of a form as a whole. */
export function alertOf(complaint: Complaint | undefined, names: readonly string[]): Html | false {
  if (!complaint || names.includes(complaint.field ?? '')) return false;
  return html`<p class="fault whole" id="${WHOLE}" role="alert">${complaint.message}</p>`;
}
