import { change } from '../../app/api.js';
import {
  PracticeAssessDocument,
  PracticeClearDocument,
  type CasePracticeFragment,
  type Practice,
  type PracticeVerdict,
} from '../../gql/documents.js';
import { attempt } from '../entries/attempt.js';
import type { Rules } from '../entries/steps.js';
import type { Maker, Outcome, Present } from '../entries/store.js';

/** What an editor knows of what a case says of a practice. */
export interface PracticeValues {
  readonly practice: Practice;
  readonly verdict: PracticeVerdict;
  readonly note: string;
}

export const VERDICTS = [
  'HELD',
  'FAILED',
  'ABSENT',
  'NOT_APPLICABLE',
] as const satisfies readonly PracticeVerdict[];

export const presentPractice = (assessed: CasePracticeFragment): Present<PracticeValues> => ({
  id: assessed.practice,
  version: 0,
  parentId: null,
  values: { practice: assessed.practice, verdict: assessed.verdict, note: assessed.note ?? '' },
});

export const practiceRules: Rules<PracticeValues> = {
  isOrdered: false,
  isReady: () => true,
  clean: (values) => ({ ...values, note: values.note.trim() }),
};

/** Says whether practices held. An assessment has no version: the last one counts. */
export function practiceMaker(postmortemId: string): Maker<PracticeValues> {
  const assess = async (values: PracticeValues): Promise<Outcome<PracticeValues>> => {
    const input = { ...values, note: values.note || null };
    const outcome = await attempt(
      'practiceAssessment',
      change(PracticeAssessDocument, { postmortemId, input }),
      () => values,
    );
    if (outcome.kind === 'gone') return { kind: 'refused', message: outcome.message };
    return outcome.kind === 'made' ? { ...outcome, id: values.practice } : outcome;
  };
  return {
    create: assess,
    update: ({ values }, changes) => assess({ ...values, ...changes }),
    remove: ({ values }) =>
      attempt(
        'practiceAssessment',
        change(PracticeClearDocument, { postmortemId, practice: values.practice }),
        () => values,
      ),
  };
}
