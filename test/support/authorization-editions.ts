import { attempt, id, type Attempt } from './authorization-attempt.js';
import type { TypeRule } from './authorization-fields.js';
import {
  administers,
  isAdmin,
  isWriter,
  readsCase,
  refusedUnless,
  rule,
  writesCase,
  type Condition,
} from './authorization-matrix.js';
import type { Question } from './authorization-queries.js';
import type { CallerName } from './world.js';

/** Only what the organization may read, and is approved, goes out. */
const goesOut = refusedUnless('WRONG_STATE', (_caller, name) => !/restricted|draft/i.test(name));
const makes = rule('write', readsCase, isWriter, goesOut);
/** The facilitator and administrators; the author has edited the editions last. */
const answers: Condition = (caller: CallerName) =>
  isAdmin(caller) || caller === 'facilitator' ? undefined : 'FORBIDDEN';
/** The editions of the world are drafts. */
const notYet: Condition = () => 'WRONG_STATE';

const edition = id('edition of $');
const seen = { input: { expectedVersion: 1 } };

/** Of the mutations those of public editions. */
export const EDITION_MUTATIONS: Readonly<Record<string, readonly Attempt[]>> = {
  internalWordsUpdate: [
    attempt(administers, { input: { words: [{ word: 'pay-db', instead: 'the database' }] } }),
  ],
  publicEditionApprove: [
    attempt(
      rule('write', readsCase, isWriter, answers, goesOut),
      { ...edition, ...seen },
      'PUBLISHED',
    ),
  ],
  publicEditionMake: [attempt(makes, { postmortemId: '@postmortem of $', input: {} }, 'PUBLISHED')],
  publicEditionPublish: [
    attempt(
      rule('write', readsCase, isWriter, answers, notYet),
      { ...edition, ...seen },
      'PUBLISHED',
    ),
  ],
  publicEditionUpdate: [attempt(makes, { ...edition, input: { title: 'A' } }, 'PUBLISHED')],
  publicEditionWithdraw: [attempt(writesCase, edition)],
};

/** Of the queries that for the words that stay inside. */
export const EDITION_QUERIES: Readonly<Record<string, readonly Question[]>> = {
  internalWords: [{ args: {}, may: administers }],
};

/** The types of public editions. */
export const EDITION_TYPES: Readonly<Record<string, TypeRule>> = {
  PublicEdition: {
    root: 'case',
    path: 'publicEdition',
    fields: {
      same: `approvedAt approver changedParts editedAt editor findings html id insideMarkdown isListed isServed
        language markdown omittedEvents omittedSections publicVersion replacements status text title
        url version withActionDetails withFindings withPractices`,
    },
  },
  PublicEditionFinding: {
    root: 'case',
    path: 'publicEdition findings',
    fields: { same: 'heading isBlocking kind line words' },
  },
  InternalMatterReplacement: {
    root: 'case',
    path: 'publicEdition replacements',
    fields: { same: 'count found instead kind' },
  },
  PublicEditionVersion: {
    root: 'case',
    path: 'publicEdition publicVersion',
    fields: { same: 'number publishedAt title' },
  },
};

/** Types that hold nothing of a case; administrators keep them. */
export const EDITION_WORDS = {
  InternalWord: 'instead word',
  InternalWords: 'version words',
};
