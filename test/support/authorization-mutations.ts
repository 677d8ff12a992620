import {
  administers,
  administersWriting,
  approves,
  anybody,
  deletesCase,
  hasScope,
  hasSession,
  isAdmin,
  isInvolved,
  isWriter,
  keepsTeams,
  leads,
  readsCase,
  readsIncident,
  recordsMember,
  refusedUnless,
  rule,
  sharesCase,
  signedIn,
  speaks,
  takesBack,
  writes,
  writesCase,
  writesIncident,
  type Condition,
  type Rule,
} from './authorization-matrix.js';
import { attempt, id, type Attempt } from './authorization-attempt.js';
import { EDITION_MUTATIONS } from './authorization-editions.js';
import { IMPROVEMENT_MUTATIONS } from './authorization-improvement-mutations.js';
import { REVIEW_MUTATIONS } from './authorization-review.js';
import { TEMPLATE_MUTATIONS } from './authorization-templates.js';
import type { CallerName } from './world.js';
import type { CaseName } from './world-cases.js';

const then =
  (first: Rule, ...conditions: readonly Condition[]): Rule =>
  (caller, name) => {
    const outcome = first(caller, name);
    if (outcome !== 'OK') return outcome;
    return conditions.map((condition) => condition(caller, name)).find(Boolean) ?? 'OK';
  };

const isDraft = (_caller: CallerName, name: CaseName): boolean => /draft/i.test(name);
const whileDraft = refusedUnless('WRONG_STATE', isDraft);
const unlessDraft = refusedUnless('WRONG_STATE', (caller, name) => !isDraft(caller, name));
/** A draft again is hidden from whoever is not involved, and nobody locks themselves out. */
const seesDrafts = refusedUnless('VALIDATION', isInvolved);

const ofCase = (input: Readonly<Record<string, unknown>>) => ({
  postmortemId: '@postmortem of $',
  input,
});
const item = (state: string, input?: Readonly<Record<string, unknown>>) => ({
  ...id(`${state} of $`),
  ...(input ? { input } : {}),
});
const aFile = [
  { name: 'a.md', content: '---\ntitle: A file\nlanguage: en\n---\n\n## Summary\n\nIt broke.\n' },
];

/** Keeps the channel of the team `payments`; for all others there is none. */
const keepsChannel = rule('write', (caller) =>
  isAdmin(caller) || caller === 'lead' ? undefined : 'NOT_FOUND',
);
const aChannel = {
  kind: 'SLACK',
  name: 'a',
  locale: 'EN',
  webhook: 'https://chat.example.org/hook',
};

/** Tokens end sessions only where that was said when they were made. */
const endsOwnSession: Condition = (caller) => (hasScope(caller, 'admin') ? undefined : 'NOT_FOUND');

/** The mutations of the schema, by name: who may try what with which case, and what comes of it. */
export const MUTATIONS: Readonly<Record<string, readonly Attempt[]>> = {
  ...EDITION_MUTATIONS,
  ...IMPROVEMENT_MUTATIONS,
  ...REVIEW_MUTATIONS,
  ...TEMPLATE_MUTATIONS,
  actionItemCommit: [
    attempt(
      writesCase,
      item('PROPOSED', {
        ownerId: '@person member',
        teamId: '@team payments',
        dueOn: '2099-01-01',
      }),
    ),
  ],
  actionItemComplete: [attempt(writesCase, item('IN_PROGRESS', { evidence: 'Done' }))],
  actionItemConfirmEffect: [attempt(writesCase, item('VERIFIED', { note: 'It holds' }))],
  actionItemCreate: [
    attempt(writesCase, { input: { postmortemId: '@postmortem of $', title: 'Look' } }),
  ],
  actionItemDelete: [attempt(writesCase, item('PROPOSED'))],
  actionItemExtend: [
    attempt(writesCase, item('COMMITTED', { dueOn: '2099-02-01', reason: 'Later' })),
  ],
  actionItemPause: [
    attempt(
      writesCase,
      item('COMMITTED', { approverId: '@person lead', reason: 'Later', until: '2099-01-01' }),
    ),
  ],
  actionItemReject: [attempt(writesCase, item('PROPOSED', { reason: 'No' }))],
  actionItemReopen: [attempt(writesCase, item('DONE', { reason: 'Not yet' }))],
  actionItemResume: [attempt(writesCase, item('PAUSED'))],
  actionItemStart: [attempt(writesCase, item('COMMITTED'))],
  actionItemUpdate: [attempt(writesCase, item('EFFECTIVE', { title: 'Look again' }))],
  actionItemVerify: [attempt(writesCase, item('DONE', { verifierId: '@person lead' }))],
  apiTokenCreate: [
    attempt(rule('write'), { input: { name: 'mine', scopes: ['READ'] } }),
    // No more than the role allows, nor than the token that asks.
    attempt(
      rule(
        'write',
        (caller) => (hasSession(caller) ? undefined : 'FORBIDDEN'),
        (caller) => (isAdmin(caller) ? undefined : 'VALIDATION'),
      ),
      { input: { name: 'mine', scopes: ['READ', 'ADMIN'] } },
    ),
  ],
  apiTokenRevoke: [
    attempt(
      rule('write', (caller) =>
        ['author', 'tokenWrite', 'admin'].includes(caller) ? undefined : 'NOT_FOUND',
      ),
      id('token author'),
    ),
  ],
  attachmentDelete: [attempt(writesCase, id('attachment of $'))],
  caseAttend: [attempt(rule('read', readsCase), { postmortemId: '@postmortem of $' })],
  caseLink: [
    attempt(writesCase, ofCase({ toId: '@postmortem beside $', kind: 'DUPLICATE' })),
    // From a case that all may write, to the one that is tried.
    attempt(rule('write', isWriter, readsCase), {
      postmortemId: '@postmortem beside $',
      input: { toId: '@postmortem of $', kind: 'DUPLICATE' },
    }),
  ],
  caseUnlink: [attempt(writesCase, id('link from $')), attempt(writesCase, id('link to $'))],
  // Of their own, so that it takes no more than to see the case.
  deadLetterDiscard: [attempt(administers, id('dead letter'))],
  deadLetterRetry: [attempt(administers, id('dead letter'))],
  channelArchive: [attempt(keepsChannel, id('channel payments'))],
  channelCreate: [
    attempt(keepsTeams, { input: aChannel }),
    attempt(leads, { input: { ...aChannel, teamId: '@team payments' } }),
    attempt(keepsTeams, { input: { ...aChannel, teamId: '@team guild' } }),
  ],
  channelDelete: [attempt(keepsChannel, id('channel payments'))],
  channelRestore: [
    attempt(
      rule('write', (caller) =>
        isAdmin(caller) || caller === 'lead' ? 'WRONG_STATE' : 'NOT_FOUND',
      ),
      id('channel payments'),
    ),
  ],
  channelTest: [attempt(keepsChannel, id('channel payments'))],
  channelUpdate: [attempt(keepsChannel, { ...id('channel payments'), input: { name: 'b' } })],
  draftDiscard: [
    attempt(rule('write', readsCase), { postmortemId: '@postmortem of $', part: 'summary' }),
  ],
  draftSave: [attempt(writesCase, ofCase({ part: 'title', text: 'It', baseVersion: 1 }))],
  factorCreate: [attempt(writesCase, ofCase({ kind: 'ROOT_CAUSE', text: 'Why' }))],
  factorDelete: [attempt(writesCase, id('cause of $'))],
  factorUpdate: [attempt(writesCase, { ...id('factor of $'), input: { text: 'Why not' } })],
  findingCreate: [attempt(writesCase, ofCase({ kind: 'LUCKY', text: 'It rained' }))],
  findingDelete: [attempt(writesCase, id('finding of $'))],
  findingUpdate: [attempt(writesCase, { ...id('finding of $'), input: { text: 'It poured' } })],
  incidentCreate: [attempt(writes, { input: { title: 'Down' } })],
  incidentDelete: [
    attempt(administers, id('incident alone')),
    // A case is about it.
    attempt(
      then(
        rule('admin', readsIncident),
        (caller) => (isAdmin(caller) ? undefined : 'FORBIDDEN'),
        () => 'IN_USE',
      ),
      id('incident of $'),
    ),
  ],
  incidentServiceRemove: [
    attempt(writesIncident, { ...id('incident of $'), serviceId: '@service checkout' }),
  ],
  incidentServiceSet: [
    attempt(writesIncident, {
      ...id('incident of $'),
      input: { serviceId: '@service checkout', impact: 'Down' },
    }),
  ],
  incidentUpdate: [
    attempt(writesIncident, { ...id('incident of $'), input: { title: 'Down again' } }),
    attempt(writes, { ...id('incident alone'), input: { title: 'Down again' } }),
  ],
  invitationCreate: [attempt(administers, { input: { personId: '@person member' } })],
  libraryImport: [attempt(administers, { input: { files: aFile } })],
  nearMissReport: [attempt(rule('write'), { input: { title: 'Almost', summary: 'Well' } })],
  passwordChange: [
    attempt(rule('admin'), {
      input: { currentPassword: '@password', newPassword: 'violin 雲海 ditch 71 harbour' },
    }),
  ],
  personArchive: [attempt(administers, id('person member'))],
  personCreate: [
    attempt(writes, { input: { name: 'By name' } }),
    attempt(keepsTeams, { input: { name: 'With', email: 'with@example.org' } }),
    attempt(administersWriting, { input: { name: 'More', role: 'VIEWER' } }),
  ],
  personDelete: [attempt(administers, id('person spare'))],
  personRestore: [attempt(administers, id('person leaver'))],
  personUpdate: [
    attempt(rule('write'), { ...id('person %'), input: { name: 'Another name' } }),
    attempt(keepsTeams, { ...id('person spare'), input: { name: 'Another name' } }),
    attempt(administersWriting, { ...id('person spare'), input: { role: 'ADMIN' } }),
    attempt(administersWriting, { ...id('person %'), input: { role: 'ADMIN' } }),
  ],
  postmortemApprove: [
    attempt(then(writesCase, unlessDraft, approves), id('postmortem of $'), 'IN_REVIEW'),
  ],
  postmortemArchive: [attempt(writesCase, id('postmortem of $'), 'APPROVED')],
  postmortemCreate: [
    attempt(writes, { input: { title: 'New', language: 'EN' } }),
    attempt(rule('write', isWriter, readsIncident), {
      input: { title: 'New', language: 'EN', incidentIds: ['@incident of $'] },
    }),
  ],
  postmortemDelete: [attempt(deletesCase, id('postmortem of $'))],
  helpfulVoteGive: [
    attempt(
      then(rule('write', readsCase), unlessDraft),
      { postmortemId: '@postmortem of $' },
      'PUBLISHED',
    ),
  ],
  helpfulVoteWithdraw: [
    attempt(rule('write', readsCase), { postmortemId: '@postmortem of $' }, 'PUBLISHED'),
  ],
  reviewSignOff: [
    attempt(
      then(rule('write', readsCase), unlessDraft, recordsMember),
      ofCase({ teamId: '@team payments', verdict: 'AGREED', personId: '@person member' }),
      'IN_REVIEW',
    ),
    attempt(
      then(rule('write', readsCase), unlessDraft, speaks),
      ofCase({ teamId: '@team payments', verdict: 'REFUSED', reservations: 'The date' }),
      'PUBLISHED',
    ),
  ],
  reviewSignOffWithdraw: [
    attempt(
      then(rule('write', readsCase), unlessDraft, takesBack),
      { postmortemId: '@postmortem of $', teamId: '@team payments' },
      'APPROVED',
    ),
  ],
  postmortemPublish: [attempt(then(writesCase, unlessDraft), id('postmortem of $'), 'APPROVED')],
  postmortemReopen: [
    attempt(then(writesCase, unlessDraft, seesDrafts), id('postmortem of $'), 'IN_REVIEW'),
  ],
  postmortemRevisionRestore: [
    attempt(
      writesCase,
      { ...id('postmortem of $'), input: { revision: 1, reason: 'It said more' } },
      'APPROVED',
    ),
  ],
  postmortemSubmit: [attempt(then(writesCase, whileDraft), id('postmortem of $'))],
  postmortemUpdate: [
    attempt(writesCase, { ...id('postmortem of $'), input: { title: 'Another title' } }),
    attempt(sharesCase, {
      ...id('postmortem of $'),
      input: { readers: [{ personId: '@person lead' }] },
    }),
    // Takes the incident of another case into one that all may write.
    attempt(rule('write', isWriter, readsIncident), {
      ...id('postmortem of published'),
      input: { incidentIds: ['@incident of $'] },
    }),
  ],
  organizationUpdate: [
    attempt(administers, { input: { name: 'Shang Pin' } }),
    attempt(administers, { input: { calendarId: '@calendar spare' } }),
    attempt(administers, { input: { leadersDigest: null } }),
  ],
  // Mail is off in this world.
  mailTest: [attempt(rule('write', () => 'WRONG_STATE'))],
  practiceAssess: [attempt(writesCase, ofCase({ practice: 'P1_2', verdict: 'HELD' }))],
  practiceClear: [attempt(writesCase, { postmortemId: '@postmortem of $', practice: 'P1_1' })],
  recurringTaskArchive: [attempt(writes, id('task patch'))],
  recurringTaskCreate: [
    attempt(writes, {
      input: {
        title: 'Restore',
        cadence: { rule: 'FREQ=MONTHLY', startsOn: '2025-03-01', zone: 'Asia/Taipei' },
      },
    }),
  ],
  recurringTaskDelete: [attempt(administers, id('task patch'))],
  recurringTaskRestore: [attempt(writes, id('task shelved'))],
  recurringTaskRun: [
    attempt(writes, { ...id('task patch'), input: { dueOn: '2025-03-03', result: 'PASSED' } }),
  ],
  recurringTaskUpdate: [attempt(writes, { ...id('task patch'), input: { title: 'Patch all' } })],
  savedSearchCreate: [
    attempt(rule('write'), { input: { name: 'mine', address: '?q=pool' } }),
    attempt(writes, { input: { name: 'ours', address: '?q=pool', shared: true } }),
  ],
  savedSearchDelete: [
    attempt(rule('write'), id('search %')),
    attempt(
      rule('write', (caller) =>
        ['author', 'tokenWrite', 'admin'].includes(caller) ? undefined : 'FORBIDDEN',
      ),
      id('search shared'),
    ),
    attempt(
      rule('write', (caller) => (caller === 'member' ? undefined : 'NOT_FOUND')),
      id('search member'),
    ),
  ],
  savedSearchUpdate: [
    attempt(rule('write'), { ...id('search %'), input: { name: 'Another name' } }),
    attempt(
      rule('write', (caller) =>
        ['author', 'tokenWrite'].includes(caller) ? undefined : 'FORBIDDEN',
      ),
      { ...id('search shared'), input: { name: 'Another name' } },
    ),
  ],
  serviceArchive: [attempt(writes, id('service checkout'))],
  serviceCreate: [attempt(writes, { input: { name: 'ledger' } })],
  serviceDelete: [attempt(administers, id('service spare'))],
  serviceRestore: [attempt(writes, id('service shelved'))],
  serviceUpdate: [attempt(writes, { ...id('service checkout'), input: { name: 'till' } })],
  sessionCreate: [
    attempt(anybody, { input: { email: '@email %', password: '@password' } }),
    attempt(
      then(anybody, () => 'UNAUTHENTICATED'),
      {
        input: { email: '@email %', password: 'not it' },
      },
    ),
  ],
  sessionEnd: [attempt(rule('read', (caller) => (hasSession(caller) ? undefined : 'NOT_FOUND')))],
  sessionRevoke: [
    attempt(then(signedIn, endsOwnSession), id('session %')),
    attempt(
      rule('read', (caller) =>
        caller === 'member' || administers(caller, null) === 'OK' ? undefined : 'NOT_FOUND',
      ),
      id('session member'),
    ),
  ],
  sessionRevokeOthers: [attempt(rule('admin'))],
  teamArchive: [attempt(keepsTeams, id('team payments'))],
  teamCreate: [attempt(keepsTeams, { input: { key: 'fresh', name: 'Fresh' } })],
  teamDelete: [attempt(administers, id('team spare'))],
  teamMemberRemove: [attempt(leads, { ...id('team payments'), personId: '@person member' })],
  teamMemberSet: [
    attempt(leads, { ...id('team payments'), input: { personId: '@person lead', role: 'LEAD' } }),
    // Another team than the one that they lead: the one that may read restricted cases.
    attempt(keepsTeams, {
      ...id('team guild'),
      input: { personId: '@person %', role: 'MEMBER' },
    }),
  ],
  teamRestore: [attempt(keepsTeams, id('team shelved'))],
  teamUpdate: [
    attempt(leads, { ...id('team payments'), input: { name: 'Payment' } }),
    attempt(keepsTeams, { ...id('team payments'), input: { key: 'pay' } }),
    attempt(keepsTeams, { ...id('team guild'), input: { name: 'Guild' } }),
    attempt(leads, { ...id('team payments'), input: { calendarId: '@calendar spare' } }),
  ],
  timelineEventCreate: [attempt(writesCase, ofCase({ at: '2024-04-01T10:00:00Z', text: 'Bang' }))],
  timelineEventDelete: [attempt(writesCase, id('event of $'))],
  timelineEventUpdate: [attempt(writesCase, { ...id('event of $'), input: { text: 'Bang' } })],
  timelineEventsCreate: [
    attempt(writesCase, ofCase({ events: [{ at: '2024-04-01T10:00:00Z', text: 'Bang' }] })),
  ],
  timelinePaste: [attempt(writesCase, ofCase({ text: '2024-04-01 10:00 UTC bang' }))],
  workCalendarCreate: [attempt(keepsTeams, { input: { name: 'Berlin', zone: 'Europe/Berlin' } })],
  workCalendarDelete: [attempt(keepsTeams, id('calendar spare'))],
  workCalendarUpdate: [attempt(keepsTeams, { ...id('calendar taipei'), input: { name: '台北' } })],
};
