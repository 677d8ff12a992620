import { attempt, id, type Attempt } from './authorization-attempt.js';
import {
  hasScope,
  isAdmin,
  isWriter,
  readsCase,
  rule,
  writesCase,
  type Condition,
} from './authorization-matrix.js';
import type { CallerName } from './world.js';

/** The author of the cases, who has begun the threads on them. */
const isOwn = (caller: CallerName): boolean => ['author', 'tokenWrite'].includes(caller);
const own: Condition = (caller) => (isOwn(caller) ? undefined : 'FORBIDDEN');
const ownOrKept: Condition = (caller) =>
  isOwn(caller) || (isAdmin(caller) && hasScope(caller, 'admin')) ? undefined : 'FORBIDDEN';

/** Of the mutations those of what is said about cases. */
export const COMMENT_MUTATIONS: Readonly<Record<string, readonly Attempt[]>> = {
  commentDelete: [attempt(rule('write', readsCase, ownOrKept), id('comment of $'))],
  commentThreadCarry: [attempt(writesCase, { ...id('thread of $'), input: {} })],
  commentThreadCreate: [
    attempt(writesCase, {
      postmortemId: '@postmortem of $',
      input: { kind: 'QUESTION', text: 'Why so late?' },
    }),
    attempt(writesCase, {
      postmortemId: '@postmortem of $',
      input: { part: 'TIMELINE_EVENT', partId: '@event of $', text: 'The page was late.' },
    }),
  ],
  commentThreadReopen: [attempt(writesCase, { ...id('settled thread of $'), input: {} })],
  commentThreadReply: [
    attempt(writesCase, { ...id('thread of $'), input: { text: 'So it was.' } }),
  ],
  commentThreadResolve: [
    attempt(writesCase, { ...id('thread of $'), input: { answer: 'The pager was off.' } }),
  ],
  commentUpdate: [
    attempt(rule('write', readsCase, isWriter, own), {
      ...id('comment of $'),
      input: { text: 'Why so early?' },
    }),
  ],
};
