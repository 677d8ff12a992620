import { ACTION_STATUSES, type ActionStatus } from '../../src/core/vocabulary.js';
import {
  administers,
  anybody,
  mayRead,
  mayReadIncident,
  readsCase,
  readsIncident,
  rule,
  signedIn,
  type Rule,
} from './authorization-matrix.js';
import { EDITION_QUERIES } from './authorization-editions.js';
import { TEMPLATE_QUERIES } from './authorization-templates.js';
import type { CallerName } from './world.js';
import { CASE_NAMES, type CaseName } from './world-cases.js';

/** One way to ask a query; in its arguments `@…` is an id and `$` the case that is asked for. */
export interface Question {
  readonly args: Readonly<Record<string, unknown>>;
  /** OK where there is an answer, NOT_FOUND where the answer is as if there were none. */
  readonly may: Rule;
  /** Of a list: what the world calls those that are in it, besides what belongs to no case. */
  readonly holds?: (caller: CallerName) => string[];
}

const ask = (may: Rule, args: Question['args'] = {}, holds?: Question['holds']): Question => ({
  args,
  may,
  ...(holds ? { holds } : {}),
});

const ofCase = rule('read', readsCase);
const ofIncident = rule('read', readsIncident);
const readable = (caller: CallerName): CaseName[] =>
  CASE_NAMES.filter((name) => mayRead(caller, name));
const cases = (caller: CallerName): string[] =>
  readable(caller).map((name) => `postmortem of ${name}`);
const incidents = (caller: CallerName): string[] => [
  'shared incident',
  'incident alone',
  ...CASE_NAMES.filter((name) => mayReadIncident(caller, name)).map(
    (name) => `incident of ${name}`,
  ),
];
const items = (caller: CallerName, statuses: readonly ActionStatus[] = ACTION_STATUSES): string[] =>
  readable(caller).flatMap((name) => statuses.map((status) => `${status} of ${name}`));

/** The queries of the schema, by name: who gets an answer, and what is in it. */
export const QUERIES: Readonly<Record<string, readonly Question[]>> = {
  ...EDITION_QUERIES,
  actionItem: [ask(ofCase, { id: '@DONE of $' }), ask(ofCase, { key: '@key 3 of $' })],
  actionItems: [
    ask(signedIn, { first: 100 }, (caller) => items(caller)),
    ask(signedIn, { first: 100, filter: { initiative: 'INI-1' } }, (caller) =>
      items(caller, ['DONE', 'PAUSED']),
    ),
  ],
  actionTrends: [ask(signedIn, { teamKey: 'payments' }), ask(signedIn, { weeks: 2 })],
  auditEntries: [ask(administers)],
  casesSinceVerified: [ask(ofCase, { actionItemId: '@VERIFIED of $' })],
  catalog: [ask(signedIn)],
  improvement: [ask(signedIn)],
  channels: [ask(signedIn)],
  deadLetters: [ask(administers)],

  digest: [ask(signedIn, { teamKey: 'payments', week: '2025-W10' })],
  drafts: [ask(signedIn)],
  myDigest: [ask(signedIn, { week: '2025-W10' })],
  organizationDigest: [ask(signedIn, { week: '2025-W10' })],
  incident: [ask(ofIncident, { id: '@incident of $' }), ask(ofIncident, { key: '@key 1 of $' })],
  incidents: [ask(signedIn, { first: 100 }, incidents)],
  initiative: [ask(signedIn, { id: '@initiative pools' }), ask(signedIn, { key: 'INI-1' })],
  initiatives: [ask(signedIn)],
  kinCases: [ask(ofCase, { postmortemId: '@postmortem of $' })],
  mailStatus: [ask(signedIn)],
  languageCheck: [ask(signedIn, { text: 'Human error.' })],
  markdownRender: [ask(signedIn, { text: '**x** PM-1' })],
  linkTargets: [ask(signedIn, { query: 'connection pool', first: 50 })],
  node: [
    ask(ofCase, { id: '@postmortem of $' }),
    ask(ofCase, { id: '@DONE of $' }),
    ask(ofIncident, { id: '@incident of $' }),
    ...[
      'person author',
      'team guild',
      'service checkout',
      'calendar taipei',
      'template own',
      'task patch',
      'initiative pools',
      'meeting board',
      'series weekly',
    ].map((each) => ask(signedIn, { id: `@${each}` })),
  ],
  onThisDay: [ask(signedIn, { date: '2026-03-11' })],
  improvementPolicy: [ask(signedIn)],
  organization: [ask(signedIn)],
  people: [ask(signedIn)],
  person: [ask(signedIn, { id: '@person member' })],
  postmortem: [ask(ofCase, { id: '@postmortem of $' }), ask(ofCase, { key: '@key 0 of $' })],
  postmortems: [ask(signedIn, { first: 100 }, cases)],
  postmortemTemplates: [ask(signedIn, { language: 'EN' })],
  recurringTask: [ask(signedIn, { id: '@task patch' }), ask(signedIn, { key: 'RT-1' })],
  recurringTasks: [ask(signedIn)],
  reviewMeeting: [ask(signedIn, { id: '@meeting board' }), ask(signedIn, { key: 'RM-1' })],
  reviewMeetings: [ask(signedIn)],
  reviewQueue: [ask(signedIn)],
  reviewSeries: [ask(signedIn, { id: '@series weekly' })],
  reviewSeriesList: [ask(signedIn)],
  revision: [ask(ofCase, { postmortemId: '@postmortem of $', number: 2 })],
  savedSearches: [ask(signedIn)],
  search: [
    ask(signedIn, { query: 'connection pool', first: 50 }, cases),
    ask(signedIn, { query: '', first: 50 }, cases),
  ],
  service: [ask(signedIn, { id: '@service checkout' }), ask(signedIn, { name: 'checkout' })],
  services: [ask(signedIn)],
  signInMethods: [ask(anybody)],
  similarCases: [ask(ofCase, { postmortemId: '@postmortem of $' })],
  team: [ask(signedIn, { id: '@team guild' }), ask(signedIn, { key: 'guild' })],
  teams: [ask(signedIn)],
  timelineRead: [ask(signedIn, { text: '14:05 bang' })],
  ...TEMPLATE_QUERIES,
  trackerConnections: [ask(administers)],
  workCalendar: [ask(signedIn, { id: '@calendar taipei' })],
  workCalendars: [ask(signedIn)],
  // Nobody is nobody: that is no secret.
  viewer: [
    ask((caller, name) =>
      anybody(caller, name) === 'OK' && signedIn(caller, name) !== 'OK'
        ? 'NOT_FOUND'
        : anybody(caller, name),
    ),
  ],
};
