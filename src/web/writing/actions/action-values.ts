import { change, send } from '../../app/api.js';
import type { PickedPerson } from '../../catalog/person-picker.js';
import type { PickedTeam } from '../../catalog/team-picker.js';
import {
  CaseActionCreateDocument,
  CaseActionDeleteDocument,
  CaseActionUpdateDocument,
  LatestActionsDocument,
  type ActionPriority,
  type ActionType,
  type CaseActionFragment,
} from '../../gql/documents.js';
import { attempt } from '../entries/attempt.js';
import type { Rules } from '../entries/steps.js';
import type { Maker, Present } from '../entries/store.js';

/** What an editor knows of an action item. */
export interface ActionValues {
  readonly title: string;
  readonly detail: string;
  readonly type: ActionType | null;
  readonly priority: ActionPriority | null;
  readonly owner: Pick<PickedPerson, 'id' | 'name'> | null;
  readonly team: PickedTeam | null;
  readonly dueOn: string | null;
  readonly trackerUrl: string;
}

export const ACTION_TYPES = [
  'INVESTIGATE',
  'MITIGATE_NOW',
  'REPAIR',
  'DETECT_FUTURE',
  'MITIGATE_FUTURE',
  'PREVENT_FUTURE',
] as const satisfies readonly ActionType[];

export const PRIORITIES = ['P0', 'P1', 'P2', 'P3'] as const satisfies readonly ActionPriority[];

/** Something to do of which only the title is known. */
export const newAction = (title: string): ActionValues => ({
  title,
  detail: '',
  type: null,
  priority: null,
  owner: null,
  team: null,
  dueOn: null,
  trackerUrl: '',
});

const valuesOf = (item: CaseActionFragment): ActionValues => ({
  title: item.title,
  detail: item.detail ?? '',
  type: item.type,
  priority: item.priority,
  owner: item.owner && { id: item.owner.id, name: item.owner.name },
  team: item.team && { id: item.team.id, key: item.team.key, name: item.team.name },
  dueOn: item.dueOn,
  trackerUrl: item.trackerUrl ?? '',
});

export const presentAction = (item: CaseActionFragment): Present<ActionValues> => ({
  id: item.id,
  version: item.version,
  parentId: null,
  values: valuesOf(item),
});

export const actionRules: Rules<ActionValues> = {
  isOrdered: true,
  isReady: ({ title }) => title.trim() !== '',
  clean: (values) => ({
    ...values,
    title: values.title.trim().replace(/\s*[\r\n]+\s*/g, ' '),
    detail: values.detail.trim(),
    trackerUrl: values.trackerUrl.trim(),
  }),
};

/** What the server is told of values; only those that are given. */
const inputOf = ({ owner, team, detail, trackerUrl, ...values }: Partial<ActionValues>) => ({
  ...values,
  ...(owner === undefined ? {} : { ownerId: owner?.id ?? null }),
  ...(team === undefined ? {} : { teamId: team?.id ?? null }),
  ...(detail === undefined ? {} : { detail: detail || null }),
  ...(trackerUrl === undefined ? {} : { trackerUrl: trackerUrl || null }),
});

/** Makes the changes to the action items of a case. */
export const actionMaker = (postmortemId: string): Maker<ActionValues> => ({
  create: ({ title, ...values }, { place }) =>
    attempt(
      'actionItem',
      change(CaseActionCreateDocument, {
        input: { ...inputOf(values), title, place, postmortemId },
      }),
      valuesOf,
    ),
  update: ({ id, version }, changes, to) =>
    attempt(
      'actionItem',
      change(CaseActionUpdateDocument, {
        id,
        input: { ...inputOf(changes), ...(to && { place: to.place }), expectedVersion: version },
      }),
      valuesOf,
    ),
  remove: ({ id, values }) =>
    attempt('actionItem', change(CaseActionDeleteDocument, { id }), () => values),
  present: async () => {
    const { actionItems } = await send(LatestActionsDocument, { postmortemId });
    return actionItems.nodes.map(presentAction);
  },
});
