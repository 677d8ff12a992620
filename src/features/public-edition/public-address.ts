import { isIP } from 'node:net';

import { trackerReference } from '../../core/tracker-reference.js';

/** Zones that no public name server answers for, and those that organizations use like them. */
export const PRIVATE_ZONES = [
  'internal',
  'intranet',
  'local',
  'localdomain',
  'localhost',
  'lan',
  'corp',
  'home',
  'private',
  'svc',
  'consul',
  'test',
  'invalid',
  'home\\.arpa',
];

const PRIVATE_HOST = new RegExp(`(?:^|\\.)(?:${PRIVATE_ZONES.join('|')})$`, 'i');

/** Where organizations keep what is theirs: nobody else can follow a link there. */
const WORKPLACES = [
  'atlassian.net',
  'datadoghq.com',
  'dingtalk.com',
  'docs.google.com',
  'drive.google.com',
  'feishu.cn',
  'grafana.net',
  'larksuite.com',
  'notion.so',
  'opsgenie.com',
  'pagerduty.com',
  'sharepoint.com',
  'slack.com',
  'teams.microsoft.com',
];

/** Whether a link can stand in a public text: it leads to a public host, and to nothing of the organization. */
export function isPublicAddress(address: string, ownHost: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') return false;
  if (username !== '' || password !== '' || trackerReference(address) !== null) return false;
  const host = hostname.toLowerCase().replace(/\.$/, '');
  if (!host.includes('.') || isIP(host.replace(/[[\]]/g, '')) !== 0 || host === ownHost)
    return false;
  return (
    !PRIVATE_HOST.test(host) &&
    !WORKPLACES.some((place) => host === place || host.endsWith(`.${place}`))
  );
}
