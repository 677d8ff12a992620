import type {
  ActionItemUpdateInput,
  ActionOnPageFragment,
  ActionPriority,
  ActionType,
} from '../gql/documents.js';

/** What can be written of an action, as a form holds it: nothing is an empty text. */
export interface ActionValues {
  readonly title: string;
  readonly type: ActionType | '';
  readonly priority: ActionPriority | '';
  readonly owner: ActionOnPageFragment['owner'];
  readonly team: ActionOnPageFragment['team'];
  readonly dueOn: string;
  readonly trackerUrl: string;
  readonly detail: string;
  readonly doneWhen: string;
}

export type ActionField = keyof ActionValues;

export const ACTION_FIELDS = [
  'title',
  'type',
  'priority',
  'owner',
  'team',
  'dueOn',
  'trackerUrl',
  'detail',
  'doneWhen',
] as const satisfies readonly ActionField[];

/** What is written of an action now. */
export const valuesOf = (item: ActionOnPageFragment): ActionValues => ({
  title: item.title,
  type: item.type ?? '',
  priority: item.priority ?? '',
  owner: item.owner,
  team: item.team,
  dueOn: item.dueOn ?? '',
  trackerUrl: item.trackerUrl ?? '',
  detail: item.detail ?? '',
  doneWhen: item.doneWhen ?? '',
});

/** A field as one word, to be compared. */
const plain = (values: ActionValues, field: ActionField): string => {
  const value = values[field];
  return typeof value === 'string' ? value : (value?.id ?? '');
};

/** The fields in which two differ. */
export const changedIn = (a: ActionValues, b: ActionValues): readonly ActionField[] =>
  ACTION_FIELDS.filter((field) => plain(a, field) !== plain(b, field));

/** What the API is to change: those fields and no others, so that what others change stays. */
export function inputOf(
  values: ActionValues,
  fields: readonly ActionField[],
): ActionItemUpdateInput {
  const none = (text: string): string | null => (text.trim() === '' ? null : text);
  const all = {
    title: { title: values.title },
    type: { type: values.type === '' ? null : values.type },
    priority: { priority: values.priority === '' ? null : values.priority },
    owner: { ownerId: values.owner?.id ?? null },
    team: { teamId: values.team?.id ?? null },
    dueOn: { dueOn: none(values.dueOn) },
    trackerUrl: { trackerUrl: none(values.trackerUrl) },
    detail: { detail: none(values.detail) },
    doneWhen: { doneWhen: none(values.doneWhen) },
  } satisfies Record<ActionField, ActionItemUpdateInput>;
  return fields.reduce<ActionItemUpdateInput>((input, field) => ({ ...input, ...all[field] }), {});
}
