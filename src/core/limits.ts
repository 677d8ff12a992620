/** The greatest size of each kind of text, in UTF-16 code units, and of each list. One table, so that no text is unbounded. */
export const LIMITS = {
  /** Names of people, teams, services; headings; tags. */
  name: 200,
  /** Titles of cases, incidents and action items. */
  title: 500,
  /** Which part of a case is written, in the words of the editor: `section/2/Impact`. */
  part: 300,
  /** One entry: a timeline event, a factor, a finding, a note, a reason. */
  entry: 20_000,
  /** A summary or the body of one section. */
  prose: 1_000_000,
  /** A template of cases, or the rules by which one is suggested. */
  template: 100_000,
  url: 2_048,
  email: 254,
  /** Entries of one kind in one case: timeline events, factors, action items … */
  entriesPerCase: 10_000,
  /** Threads on one case, comments in one thread, people mentioned in one comment. */
  threadsPerCase: 1_000,
  commentsPerThread: 500,
  mentions: 50,
  /** Events that come on a timeline at once. */
  eventsAtOnce: 500,
  /** Texts of one person in one case that are typed and not saved, and in all cases. */
  draftsPerCase: 200,
  draftsPerPerson: 2_000,
  /** Short lists: tags, authors, services of an incident … */
  shortList: 200,
  /** Recurring tasks: how they stand is computed for all of them at a time. */
  recurringTasks: 500,
  /** Recurring slots of review meetings, and the cases in review that are put in order at a time. */
  reviewSeries: 200,
  reviewQueue: 2_000,
  /** Cases on one agenda, and their incidents, that are watched for changes. */
  agendaRows: 10_000,
  /** A free word about a review meeting. */
  feedbackWord: 2_000,
  /** Action items whose clocks are compared for one list. */
  clocksCompared: 5_000,
  /** Words that stay inside when a case goes out. */
  internalWords: 2_000,
  /** A rule of RFC 5545 that tells when one is due. */
  rule: 2_000,
  /** Holidays of one calendar, and days worked in their place. */
  specialDays: 500,
  /** Bytes of one file that is imported. */
  importFileBytes: 8 * 1024 * 1024,
  /** Bytes of one file that belongs to a case, and of all of them together. */
  attachmentBytes: 10 * 1024 * 1024,
  attachmentBytesPerCase: 200 * 1024 * 1024,
  attachmentsPerCase: 200,
  /** Nodes on one page of a list. */
  pageSize: 100,
} as const;
