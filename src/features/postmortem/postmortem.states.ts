import type { PostmortemStatus } from '../../core/vocabulary.js';

/** The moves of a case through its life, and where each leads. */
export const CASE_MOVES = {
  SUBMIT: 'IN_REVIEW',
  APPROVE: 'APPROVED',
  PUBLISH: 'PUBLISHED',
  ARCHIVE: 'ARCHIVED',
  REOPEN: 'DRAFT',
} as const satisfies Record<string, PostmortemStatus>;
export type CaseMove = keyof typeof CASE_MOVES;

/** From where a case may go to each state. */
const COMES_FROM: Readonly<Record<PostmortemStatus, readonly PostmortemStatus[]>> = {
  DRAFT: ['IN_REVIEW', 'APPROVED', 'ARCHIVED'],
  IN_REVIEW: ['DRAFT'],
  APPROVED: ['IN_REVIEW'],
  PUBLISHED: ['APPROVED'],
  ARCHIVED: ['DRAFT', 'IN_REVIEW', 'APPROVED', 'PUBLISHED'],
};

/** Whether a case in this state can be moved so. */
export function canMove(from: PostmortemStatus, move: CaseMove): boolean {
  return COMES_FROM[CASE_MOVES[move]].includes(from);
}
