import { oneOf, word } from '../app/address.js';

export const SETTINGS_TABS = [
  'profile',
  'mail',
  'feeds',
  'sign-in',
  'tokens',
  'appearance',
] as const;
export type SettingsTab = (typeof SETTINGS_TABS)[number];

export const ADMIN_TABS = [
  'people',
  'channels',
  'trackers',
  'audit',
  'dead-letters',
  'organization',
  'calendars',
  'rules',
  'templates',
  'public-edition',
] as const;
export type AdminTab = (typeof ADMIN_TABS)[number];

export const FEEDS = [
  'ownDays',
  'teamDays',
  'ownDigest',
  'teamDigest',
  'organizationDigest',
] as const;
/** What an address for calendars and feed readers is of. */
export type Feed = (typeof FEEDS)[number];

/** Reads the address of the settings. */
export function settingsAddress(search: Record<string, unknown>): {
  readonly tab?: SettingsTab | undefined;
  /** Feeds: what an address is to be made for. */
  readonly feed?: Feed | undefined;
  /** Feeds: of which team, by its key. */
  readonly team?: string | undefined;
} {
  return {
    tab: oneOf(search, 'tab', SETTINGS_TABS),
    feed: oneOf(search, 'feed', FEEDS),
    team: word(search, 'team'),
  };
}

/** What the address of the administration says: the tab, and what its list is narrowed by. */
export interface AdminAddress {
  readonly tab?: AdminTab | undefined;
  /** People: part of a name or an e-mail address. */
  readonly q?: string | undefined;
  /** People: those who left. */
  readonly left?: 'yes' | undefined;
  /** The log: by its name in the API. */
  readonly act?: string | undefined;
  /** The log: by id. */
  readonly person?: string | undefined;
  readonly outcome?: 'DONE' | 'REFUSED' | undefined;
  /** Days, the second one included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the address of the administration; what it does not know it leaves out. */
export function adminAddress(search: Record<string, unknown>): AdminAddress {
  const day = (name: string): string | undefined => {
    const text = word(search, name);
    return text !== undefined && DAY.test(text) ? text : undefined;
  };
  return {
    tab: oneOf(search, 'tab', ADMIN_TABS),
    q: word(search, 'q'),
    left: oneOf(search, 'left', ['yes']),
    act: word(search, 'act'),
    person: word(search, 'person'),
    outcome: oneOf(search, 'outcome', ['DONE', 'REFUSED']),
    from: day('from'),
    to: day('to'),
  };
}

/** The steps of the first set-up. */
export const STEPS = ['organization', 'team', 'import', 'people'] as const;
export type Step = (typeof STEPS)[number];

/** Reads the address of the first set-up. */
export function welcomeAddress(search: Record<string, unknown>): {
  readonly step?: Step | undefined;
} {
  return { step: oneOf(search, 'step', STEPS) };
}
