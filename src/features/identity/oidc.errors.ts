import { FupanError, type ErrorCode } from '../../core/errors.js';

/**
 * Why a sign-in through OpenID Connect came to nothing: keys of the sentences under `src/locales`,
 * each with the code it goes by in the audit log.
 */
export const OIDC_REFUSALS = {
  /** The provider does not answer, or not in a way that can be used. */
  oidcUnavailable: 'TIMEOUT',
  /** The person gave up there. */
  oidcGivenUp: 'UNAUTHENTICATED',
  /** Begun too long ago, in another browser, before a restart, or finished already. */
  oidcStale: 'UNAUTHENTICATED',
  /** What came back cannot be trusted. */
  oidcUntrusted: 'UNAUTHENTICATED',
  /** Too many attempts from one address. */
  oidcTooOften: 'RATE_LIMITED',
  /** No e-mail address that the provider has verified, or not of a domain that may sign in. */
  oidcEmailRefused: 'FORBIDDEN',
  /** Nobody is linked to this account, and no domain is named whose addresses would link it. */
  oidcUnknown: 'FORBIDDEN',
  /** Whoever has the e-mail address is linked to another account of the provider. */
  oidcLinkedElsewhere: 'FORBIDDEN',
  /** In none of the groups that may sign in. */
  oidcNoRole: 'FORBIDDEN',
  /** The person has left. */
  oidcArchived: 'FORBIDDEN',
} as const satisfies Record<string, ErrorCode>;
export type OidcRefusal = keyof typeof OIDC_REFUSALS;

/** True for a word that stands for a refusal: it comes back in the address of the sign-in page. */
export function isOidcRefusal(word: string): word is OidcRefusal {
  return Object.hasOwn(OIDC_REFUSALS, word);
}

/** A sign-in through OpenID Connect came to nothing. */
export class OidcRefusedError extends FupanError {
  constructor(
    readonly refusal: OidcRefusal,
    options?: ErrorOptions,
  ) {
    super(OIDC_REFUSALS[refusal], refusal, {}, undefined, options);
  }
}
