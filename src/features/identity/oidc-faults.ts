import { AuthorizationResponseError, ResponseBodyError } from 'openid-client';

import { codeOf } from '../../core/error-code.js';
import { UnusableError } from './oidc-fetch.js';
import { OidcRefusedError, type OidcRefusal } from './oidc.errors.js';

/** What the library threw, as a reason that a person can be told. */
export function refusalOf(error: unknown): OidcRefusedError {
  if (error instanceof OidcRefusedError) return error;
  return new OidcRefusedError(reasonOf(error), { cause: error });
}

function reasonOf(error: unknown): OidcRefusal {
  if (error instanceof AuthorizationResponseError) {
    if (error.error === 'access_denied') return 'oidcGivenUp';
    if (['server_error', 'temporarily_unavailable'].includes(error.error)) return 'oidcUnavailable';
  }
  const isUnreachable = causesOf(error).some((cause) => cause instanceof UnusableError);
  return isUnreachable ? 'oidcUnavailable' : 'oidcUntrusted';
}

/**
 * What of a failure may stand in the log, from the outside in: names, codes, the claim at fault.
 * Never a message or a value, which can hold a token or what a provider made up.
 */
export function faultOf(error: unknown): string {
  return causesOf(error).map(describe).filter(Boolean).join(' < ');
}

function describe(error: unknown): string {
  if (error instanceof UnusableError) return error.message;
  const words = [
    codeOf(error) || (error instanceof Error ? error.name : ''),
    error instanceof ResponseBodyError || error instanceof AuthorizationResponseError
      ? error.error
      : undefined,
    fieldOf(error, 'claim'),
    fieldOf(error, 'attribute'),
  ];
  return words.filter((word) => word !== undefined && /^[\w.-]{1,60}$/.test(word)).join(' ');
}

function causesOf(error: unknown): unknown[] {
  const causes: unknown[] = [];
  for (let cause = error; cause !== undefined && causes.length < 6;) {
    causes.push(cause);
    cause =
      typeof cause === 'object' && cause !== null && 'cause' in cause ? cause.cause : undefined;
  }
  return causes;
}

function fieldOf(error: unknown, name: string): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const value = (error as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : undefined;
}
