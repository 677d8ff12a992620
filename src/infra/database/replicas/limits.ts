/** What may be waited for, in milliseconds. */
export interface ReplicaLimits {
  /** How long a request waits for a replica, or for it to catch up; then the primary answers. */
  readonly patienceMs: number;
  /** How long a statement may take; then the primary is asked instead. */
  readonly statementMs: number;
  /** How long a replica that failed is left alone; twice as long after each further failure … */
  readonly restMs: number;
  /** … but no longer than this. */
  readonly longestRestMs: number;
}

export const REPLICA_LIMITS: ReplicaLimits = {
  patienceMs: 50,
  statementMs: 2_000,
  restMs: 1_000,
  longestRestMs: 60_000,
};
