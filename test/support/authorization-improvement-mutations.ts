import { attempt, id, type Attempt } from './authorization-attempt.js';
import { COMMENT_MUTATIONS } from './authorization-comment-mutations.js';
import {
  administers,
  writes,
  writesCase,
  rule,
  isWriter,
  readsCase,
  type Rule,
} from './authorization-matrix.js';

const answersNobody: Rule = (caller, name) => {
  const may = writesCase(caller, name);
  return may === 'OK' ? 'WRONG_STATE' : may;
};

/** Of the mutations those that follow actions up. */
export const IMPROVEMENT_MUTATIONS: Readonly<Record<string, readonly Attempt[]>> = {
  ...COMMENT_MUTATIONS,
  actionItemLink: [
    attempt(writesCase, {
      actionItemId: '@DONE of $',
      input: { otherId: '@DONE of beside $', kind: 'SAME_IDEA' },
    }),
    // From a case that all may write, to the one that is tried.
    attempt(rule('write', isWriter, readsCase), {
      actionItemId: '@DONE of beside $',
      input: { otherId: '@DONE of $', kind: 'SAME_IDEA' },
    }),
  ],
  actionItemUnlink: [attempt(writesCase, id('action link of $'))],
  digestTest: [
    attempt(
      rule('write', () => 'WRONG_STATE'),
      { input: { of: 'PERSON', week: '2025-W10' } },
    ),
  ],
  improvementPolicyUpdate: [attempt(administers, { input: { effectCheckWeeks: 4 } })],
  initiativeAddActions: [
    attempt(rule('write', isWriter, readsCase), {
      ...id('initiative pools'),
      input: { actionItemIds: ['@PROPOSED of $'] },
    }),
  ],
  initiativeComplete: [attempt(writes, id('initiative pools'))],
  initiativeCreate: [attempt(writes, { input: { title: 'Test every restore' } })],
  initiativeDelete: [attempt(administers, id('initiative pools'))],
  initiativeDrop: [attempt(writes, { ...id('initiative pools'), input: { reason: 'Too dear' } })],
  initiativeRemoveAction: [
    attempt(rule('write', isWriter, readsCase), {
      ...id('initiative pools'),
      actionItemId: '@DONE of $',
    }),
  ],
  initiativeReopen: [attempt(writes, { ...id('initiative over'), input: { reason: 'Again' } })],
  initiativeStart: [
    attempt(
      rule('write', isWriter, () => 'WRONG_STATE'),
      id('initiative pools'),
    ),
  ],
  initiativeUpdate: [attempt(writes, { ...id('initiative pools'), input: { title: 'Pools' } })],
  mailPreferencesUpdate: [attempt(rule('write'), { input: { digest: false } })],
  adviceDismiss: [
    attempt(writesCase, {
      postmortemId: '@postmortem of $',
      input: { mark: 'NO_TIMELINE', reason: 'It is a drill.' },
    }),
  ],
  adviceRestore: [
    attempt(writesCase, { postmortemId: '@postmortem of $', mark: 'IMPACT_WITHOUT_NUMBER' }),
  ],
  recurrenceAnswer: [
    attempt(writesCase, {
      postmortemId: '@postmortem of $',
      actionItemId: '@DONE of beside $',
      answer: 'PARTLY',
    }),
    // From a case that all may write, about an action of the one that is tried.
    attempt(rule('write', isWriter, readsCase), {
      postmortemId: '@postmortem beside $',
      actionItemId: '@DONE of $',
      answer: 'PARTLY',
    }),
  ],
  recurrenceAnswerWithdraw: [
    attempt(writesCase, {
      postmortemId: '@postmortem of $',
      actionItemId: '@PAUSED of beside $',
    }),
  ],
  trackerLinkCreate: [
    attempt(writesCase, {
      actionItemId: '@PROPOSED of $',
      input: { url: 'https://github.com/example/shop/issues/12' },
    }),
  ],
  trackerLinkDelete: [attempt(writesCase, id('trackerLink of $'))],
  trackerConnectionArchive: [attempt(administers, id('connection'))],
  trackerConnectionCreate: [
    attempt(administers, {
      input: { provider: 'JIRA', name: 'Jira', baseUrl: 'https://acme.atlassian.net' },
    }),
  ],
  trackerConnectionRotateSecret: [attempt(administers, id('connection'))],
  trackerConnectionUpdate: [attempt(administers, { ...id('connection'), input: { name: 'b' } })],
  // Somebody has answered in every case.
  trackerProposalAccept: [attempt(answersNobody, id('trackerLink of $'))],
  trackerProposalDecline: [
    attempt(answersNobody, { ...id('trackerLink of $'), input: { note: 'Not yet' } }),
  ],
};
