import { ACTION_PRIORITIES, ACTION_STATUSES } from '../../core/vocabulary.js';
import { FINISHED_STATUSES } from '../action-item/action-item.states.js';
import type { InitiativeProgress } from './initiative.graphql.js';
import type { InitiativeShares, Share } from './initiative.loaders.js';

/** How far an initiative has come, from how many of its action items stand where. */
export function progressOf({ shares, caseCount }: InitiativeShares): InitiativeProgress {
  const isFinished = ({ status }: Share): boolean => FINISHED_STATUSES.includes(status);
  return {
    count: countOf(shares),
    finished: countOf(shares.filter(isFinished)),
    effective: countOf(shares.filter(({ status }) => status === 'EFFECTIVE')),
    overdue: shares.reduce((sum, { overdue }) => sum + overdue, 0),
    caseCount,
    byStatus: ACTION_STATUSES.map((status) => ({
      status,
      count: countOf(shares.filter((share) => share.status === status)),
    })).filter(({ count }) => count > 0),
    byPriority: [...ACTION_PRIORITIES, null]
      .map((priority) => {
        const those = shares.filter((share) => share.priority === priority);
        return { priority, count: countOf(those), finished: countOf(those.filter(isFinished)) };
      })
      .filter(({ count }) => count > 0),
  };
}

const countOf = (shares: readonly Share[]): number =>
  shares.reduce((sum, { count }) => sum + count, 0);
