import { isIPv4, isIPv6 } from 'node:net';

import { PRIVATE_ZONES } from './public-address.js';

/** What of a text stays inside, by what it is. */
export const HIT_KINDS = [
  'NAME',
  'WORD',
  'EMAIL',
  'HOST',
  'ADDRESS',
  'PHONE',
  'TICKET',
  'LINK',
  'NAME_PART',
] as const;
export type HitKind = (typeof HIT_KINDS)[number];
/** What is known by its form alone. */
export type MaskKind = Exclude<HitKind, 'NAME' | 'WORD' | 'NAME_PART'>;

const MARK = '[*`]{0,3}';
const HOST_SIGN = '[a-z0-9-]';

/** Over a folded text; each is bounded, so that no text makes it slow. */
const SOURCES: Readonly<Record<MaskKind, string>> = {
  LINK: '(?<![a-z0-9])[a-z][a-z0-9+.-]{1,20}://[^\\s<>"\'`|)\\]}，。；：、」』）》】]{1,2048}',
  EMAIL: `(?<![a-z0-9])[a-z0-9][a-z0-9._%+*\`-]{0,80}@${MARK}[a-z0-9][a-z0-9-]{0,62}(?:${MARK}\\.${MARK}[a-z0-9][a-z0-9-]{0,62}){1,6}`,
  HOST: `(?<![a-z0-9.-])(?:${HOST_SIGN}{1,63}\\.){1,8}(?:${PRIVATE_ZONES.join('|')})(?!${HOST_SIGN}|\\.[a-z0-9])(?::\\d{1,5})?`,
  ADDRESS:
    '(?<![\\w.:])(?:\\d{1,3}(?:\\.\\d{1,3}){3}(?:/\\d{1,2}|:\\d{1,5})?|(?=[0-9a-f]{0,4}:[0-9a-f]{0,4}:)[0-9a-f:]{3,39}(?:%[a-z0-9]{1,16})?(?:/\\d{1,3})?|(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2})(?![\\w:]|\\.\\d)',
  PHONE:
    '(?<![\\w.+-])(?:\\+\\d{1,3}[ ()-]{0,3}(?:\\d[ ()-]{0,2}){6,12}\\d|\\(?0\\d{1,3}\\)?[ -]\\d{3,4}[ -]?\\d{3,4}|09\\d{2}[ -]?\\d{3}[ -]?\\d{3}|1[3-9]\\d{9}|\\(?\\d{3}\\)?[ .-]\\d{3}[ .-]\\d{4})(?![\\w-]|\\.\\d)',
  TICKET:
    '(?<![a-z0-9_#-])(?:[a-z][a-z0-9]{1,9}-\\d{1,9}|[a-z0-9_.-]{1,100}/[a-z0-9_.-]{1,100}[#!]\\d{1,9})(?![a-z0-9_-]|\\.\\d)',
};

/** Each mask as a named group, in the order in which they are tried. */
export const maskSource = (kind: MaskKind): string => `(?<${kind}>${SOURCES[kind]})`;

/** Standards, units and the like that look as issues of a tracker do. */
const NO_TICKETS = new Set(
  `ac aes arm base bm ca cat cf class covid cp cve cvss cwe day ddr dsa ec ed error ftp g gb gcm gpt gpu
   h hsts http https ib icmp id ie iec ieee iops ip ipv iso jdk js k l layer level lz md mib mp mysql
   ntp oauth p par pci pep pg phase php pkcs ps q raid rfc rsa s sdk sec sev sha soc ssh ssl stage step
   t tcp tier tls ts tz u udp usb utc utf v win x zone`.split(/\s+/),
);

/** Whether what has the form of something is it. */
export function isMasked(kind: MaskKind, folded: string, shown: string): boolean {
  if (kind === 'TICKET') {
    if (folded.includes('/')) return true;
    const [project = ''] = folded.split('-');
    return shown === shown.toUpperCase() && !NO_TICKETS.has(project);
  }
  if (kind === 'ADDRESS') {
    const [address = ''] = folded.split(/[/%]/);
    if (/^(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/.test(address)) return true;
    return isIPv4(address.replace(/:\d+$/, '')) || (isIPv6(address) && /\d/.test(address));
  }
  return true;
}
