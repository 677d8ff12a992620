import { change, send } from '../../app/api.js';
import {
  FindingCreateDocument,
  FindingDeleteDocument,
  FindingUpdateDocument,
  PresentFindingsDocument,
  type CaseFindingFragment,
  type FindingKind,
} from '../../gql/documents.js';
import { attempt } from '../entries/attempt.js';
import type { Rules } from '../entries/steps.js';
import type { Maker, Present } from '../entries/store.js';

/** What an editor knows of a finding. */
export interface FindingValues {
  readonly kind: FindingKind;
  readonly text: string;
}

export const FINDING_KINDS = [
  'WENT_WELL',
  'WENT_WRONG',
  'LUCKY',
  'SURPRISED',
] as const satisfies readonly FindingKind[];

const valuesOf = ({ kind, text }: CaseFindingFragment): FindingValues => ({ kind, text });

export const presentFinding = (finding: CaseFindingFragment): Present<FindingValues> => ({
  id: finding.id,
  version: finding.version,
  parentId: null,
  values: valuesOf(finding),
});

export const findingRules: Rules<FindingValues> = {
  isOrdered: true,
  isReady: ({ text }) => text.trim() !== '',
  clean: (values) => ({ ...values, text: values.text.trim() }),
};

/** Makes the changes to what was learnt from a case. */
export const findingMaker = (postmortemId: string): Maker<FindingValues> => ({
  create: (values, { place }) =>
    attempt(
      'finding',
      change(FindingCreateDocument, { postmortemId, input: { ...values, place } }),
      valuesOf,
    ),
  update: ({ id, version }, changes, to) =>
    attempt(
      'finding',
      change(FindingUpdateDocument, {
        id,
        input: { ...changes, ...(to && { place: to.place }), expectedVersion: version },
      }),
      valuesOf,
    ),
  remove: ({ id, values }) =>
    attempt('finding', change(FindingDeleteDocument, { id }), () => values),
  present: async () => {
    const { postmortem } = await send(PresentFindingsDocument, { postmortemId });
    return postmortem?.findings.map(presentFinding) ?? [];
  },
});
