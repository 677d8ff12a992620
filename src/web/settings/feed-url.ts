import type { Feed } from './settings-address.js';

const PATHS: Readonly<Record<Feed, string>> = {
  ownDays: '/feeds/due.ics',
  teamDays: '/feeds/due/{team}.ics',
  ownDigest: '/feeds/digest.atom',
  teamDigest: '/feeds/digest/{team}.atom',
  organizationDigest: '/feeds/organization/digest.atom',
};

/** Whether what it is of has to be said: which team. */
export const isOfTeam = (feed: Feed): boolean => PATHS[feed].includes('{team}');

/** Whether calendars read it, and no feed readers. */
export const isCalendar = (feed: Feed): boolean => PATHS[feed].endsWith('.ics');

/** The address that a calendar or a feed reader is given. */
export function feedUrl(origin: string, feed: Feed, team: string, token: string): string {
  const path = PATHS[feed].replace('{team}', () => encodeURIComponent(team));
  return `${origin}${path}?${new URLSearchParams({ token }).toString()}`;
}
