import type { ErrorCode } from '../../core/errors.js';
import { PASSWORD_LENGTH } from '../../features/identity/password.rules.js';
import { alertOf, field, type Complaint, type Field } from './form.js';
import { html, type Html } from './html.js';
import { page, type Frame } from './page.js';

/** In which ways people can sign in. */
export interface Methods {
  readonly password: boolean;
  /** What the button of the provider says; null where there is none. */
  readonly provider: string | null;
}

/** What somebody has typed so far, and what is wrong with it. Never a password. */
export interface Typed {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly complaint?: Complaint | undefined;
}

/** Where people show who they are. */
export function signInPage(
  frame: Frame,
  { password, provider }: Methods,
  next: string | null,
  typed: Typed = {},
): string {
  const { text } = frame;
  const start = `/auth/oidc/start${next === null ? '' : `?next=${encodeURIComponent(next)}`}`;
  const rank = password ? 'button second' : 'button';
  const button =
    provider !== null &&
    html`<a class="${rank}" href="${start}">${text('signInWith', { label: provider })}</a>`;
  const divider = button && password && html`<p class="or"><span>${text('or')}</span></p>`;
  return page(
    frame,
    text('signInTitle'),
    html`${alertOf(typed.complaint, ['email'])} ${button} ${divider}
    ${password && passwordForm(frame, next, typed)}`,
    typed.complaint !== undefined,
  );
}

function passwordForm({ text }: Frame, next: string | null, { email, complaint }: Typed): Html {
  const isAgain = email !== undefined;
  const password = field(
    {
      name: 'password',
      label: text('password'),
      type: 'password',
      autocomplete: 'current-password',
      isFirst: isAgain,
    },
    complaint,
  );
  return html`<form method="post" action="/sign-in">
      ${next !== null && html`<input type="hidden" name="next" value="${next}" />`}
      ${field({ ...emailField(text('email'), email), isFirst: !isAgain }, complaint)} ${password}
      <button>${text('signIn')}</button>
    </form>
    <p class="aside">${text('noAccount')}</p>`;
}

/** Where the first administrator makes their account. */
export function setupPage(
  frame: Frame,
  token: string,
  { password, provider }: Methods,
  { name, email, complaint }: Typed = {},
): string {
  const { text } = frame;
  const nameField: Field = {
    name: 'name',
    label: text('name'),
    hint: text('nameHint'),
    type: 'text',
    autocomplete: 'name',
    value: name,
    isFirst: complaint === undefined,
  };
  const last = password
    ? newPassword(frame, text('password'), complaint)
    : html`<p class="hint">${text('setupNoPassword', { label: provider ?? '' })}</p>`;
  return page(
    frame,
    text('setupTitle'),
    html`<p class="lead">${text('setupLead')}</p>
      ${alertOf(complaint, ['name', 'email', 'password'])}
      <form method="post" action="/setup">
        <input type="hidden" name="token" value="${token}" />
        ${field(nameField, complaint)} ${field(emailField(text('email'), email), complaint)} ${last}
        <button>${text('setUp')}</button>
      </form>`,
    complaint !== undefined,
  );
}

/** Where somebody who was invited chooses their password. */
export function invitationPage(
  frame: Frame,
  token: string,
  person: { readonly name: string; readonly email: string | null },
  complaint?: Complaint,
): string {
  const { text } = frame;
  const account = emailField(text('email'), person.email ?? '');
  return page(
    frame,
    text('invitationTitle'),
    html`<p class="lead">${text('invitationLead', { name: person.name })}</p>
      ${alertOf(complaint, ['password'])}
      <form method="post" action="/invitation">
        <input type="hidden" name="token" value="${token}" />
        ${field({ ...account, isFixed: true })}
        ${newPassword(frame, text('newPassword'), complaint, true)}
        <button>${text('accept')}</button>
      </form>`,
    complaint !== undefined,
  );
}

/** What a link that is of no use any more leads to. */
export function deadLinkPage(frame: Frame, kind: 'setup' | 'invitation'): string {
  const { text } = frame;
  return page(
    frame,
    text('deadTitle'),
    html`<p class="lead">${text('deadLead')}</p>
      <p>${text(kind === 'setup' ? 'deadSetup' : 'deadInvitation')}</p>
      ${linkTo('/sign-in', text('toSignIn'))}`,
  );
}

/** What is shown where something went wrong that no field can be blamed for. */
export function errorPage(
  frame: Frame,
  code: ErrorCode,
  message: string,
  requestId: string,
): string {
  const { text } = frame;
  return page(
    frame,
    text(code === 'NOT_FOUND' ? 'notFoundTitle' : 'errorTitle'),
    html`<p class="lead">${message}</p>
      ${linkTo('/', text('toStart'))}
      <p class="aside">${text('requestId')} <code>${requestId}</code></p>`,
  );
}

const emailField = (label: string, value: string | undefined): Field => ({
  name: 'email',
  label,
  type: 'email',
  autocomplete: 'username',
  value,
});

function newPassword({ text }: Frame, label: string, complaint?: Complaint, isFirst = false): Html {
  const hint = text('passwordHint', { min: PASSWORD_LENGTH.least });
  return field(
    {
      name: 'password',
      label,
      hint,
      type: 'password',
      autocomplete: 'new-password',
      least: PASSWORD_LENGTH.least,
      isFirst,
    },
    complaint,
  );
}

const linkTo = (path: string, label: string): Html =>
  html`<a class="button second" href="${path}">${label}</a>`;
