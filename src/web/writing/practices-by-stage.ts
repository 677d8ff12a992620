import type { Practice } from '../gql/documents.js';

/** The sixteen practices, by the stage of an incident that they belong to. */
export const STAGES = [
  ['stage1', ['P1_1', 'P1_2', 'P1_3']],
  ['stage2', ['P2_1', 'P2_2', 'P2_3']],
  ['stage3', ['P3_1', 'P3_2', 'P3_3']],
  ['stage4', ['P4_1', 'P4_2', 'P4_3']],
  ['stage5', ['P5_1', 'P5_2', 'P5_3', 'P5_4']],
] as const satisfies readonly (readonly [string, readonly Practice[]])[];

/** The number of a practice: 3.2. */
export const numberOf = (practice: Practice): string => practice.slice(1).replace('_', '.');
