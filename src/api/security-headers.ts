/**
 * What a page may do: show what comes from here, send forms to here, nothing else; no inline
 * script, no inline style, no frame around it. `trusted-types` names the one policy that the web
 * client may make HTML with.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types fupan',
];

/** What no page of fupan has a use for. */
const UNUSED_FEATURES = [
  'camera',
  'display-capture',
  'geolocation',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
];

const ONE_YEAR_S = 365 * 24 * 3_600;

/**
 * The headers of every answer, whatever becomes of the request; only files that are the same for
 * everybody replace `cache-control`. Over plain http, as in a network of one's own, a browser must
 * not be told to insist on https: the page would stay blank.
 */
export function securityHeaders(isHttps: boolean): Readonly<Record<string, string>> {
  const policy = isHttps
    ? [...CONTENT_SECURITY_POLICY, 'upgrade-insecure-requests']
    : CONTENT_SECURITY_POLICY;
  return {
    'cache-control': 'no-store',
    'content-security-policy': policy.join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'permissions-policy': UNUSED_FEATURES.map((feature) => `${feature}=()`).join(', '),
    // Not `no-referrer`: with it, browsers send `Origin: null` with our own forms.
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(isHttps ? { 'strict-transport-security': `max-age=${ONE_YEAR_S}` } : {}),
  };
}
