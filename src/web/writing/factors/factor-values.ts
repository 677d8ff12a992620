import { change, send } from '../../app/api.js';
import {
  FactorCreateDocument,
  FactorDeleteDocument,
  FactorUpdateDocument,
  PresentFactorsDocument,
  type CaseFactorFragment,
  type FactorCategory,
  type FactorKind,
  type Practice,
} from '../../gql/documents.js';
import { attempt } from '../entries/attempt.js';
import type { Rules } from '../entries/steps.js';
import type { Maker, Present } from '../entries/store.js';

/** What an editor knows of a factor. */
export interface FactorValues {
  readonly text: string;
  readonly kind: FactorKind;
  readonly category: FactorCategory | null;
  readonly practice: Practice | null;
}

const valuesOf = ({ text, kind, category, practice }: CaseFactorFragment): FactorValues => ({
  text,
  kind,
  category,
  practice,
});

export const presentFactor = (factor: CaseFactorFragment): Present<FactorValues> => ({
  id: factor.id,
  version: factor.version,
  parentId: factor.parent?.id ?? null,
  values: valuesOf(factor),
});

export const factorRules: Rules<FactorValues> = {
  isOrdered: true,
  isReady: ({ text }) => text.trim() !== '',
  clean: (values) => ({ ...values, text: values.text.trim() }),
};

/** Makes the changes to the factors of a case. */
export const factorMaker = (postmortemId: string): Maker<FactorValues> => ({
  create: (values, to) =>
    attempt(
      'factor',
      change(FactorCreateDocument, { postmortemId, input: { ...values, ...to } }),
      valuesOf,
    ),
  update: ({ id, version }, changes, to) =>
    attempt(
      'factor',
      change(FactorUpdateDocument, { id, input: { ...changes, ...to, expectedVersion: version } }),
      valuesOf,
    ),
  remove: ({ id, values }) => attempt('factor', change(FactorDeleteDocument, { id }), () => values),
  present: async () => {
    const { postmortem } = await send(PresentFactorsDocument, { postmortemId });
    return postmortem?.allFactors.map(presentFactor) ?? [];
  },
});

/** The categories, by where the fault lies. */
export const CATEGORIES = {
  internal: [
    'INTERNAL_MISCONFIGURATION',
    'INTERNAL_CODE_CHANGE',
    'INTERNAL_PAYLOAD_FLOOD',
    'INTERNAL_RESOURCE_CONTENTION',
    'INTERNAL_EXCEPTION_HANDLING',
    'INTERNAL_INCOMPATIBILITY',
    'INTERNAL_OTHER',
  ],
  external: [
    'EXTERNAL_HARDWARE',
    'EXTERNAL_INSUFFICIENT_RESOURCE',
    'EXTERNAL_EXCESSIVE_FLOW',
    'EXTERNAL_THIRD_PARTY',
    'EXTERNAL_COMPONENT_REMOVAL',
    'EXTERNAL_OTHER',
  ],
} as const satisfies Record<string, readonly FactorCategory[]>;

export const FACTOR_KINDS = [
  'TRIGGER',
  'ROOT_CAUSE',
  'CONTRIBUTING',
] as const satisfies readonly FactorKind[];
