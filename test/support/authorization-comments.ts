import type { TypeRule } from './authorization-fields.js';

/** Of the types of the schema those of what is said about cases. */
export const COMMENT_TYPES: Readonly<Record<string, TypeRule>> = {
  CommentThread: {
    root: 'case',
    path: 'threads nodes',
    fields: {
      same: `actionItem answer answerHtml comments createdAt factor finding forMeeting heading id
        isPartGone kind part postmortem quote section settledAt settledBy state timelineEvent
        version`,
    },
  },
  Comment: {
    root: 'case',
    path: 'threads nodes comments',
    fields: {
      same: 'author createdAt editedAt id removedAt text textHtml version',
      any: 'allowedActs',
    },
  },
};
