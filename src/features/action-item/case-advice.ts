import type { ActionPriority, ActionStatus, ActionType } from '../../core/vocabulary.js';
import { isBounded } from './action-item.wording.js';
import { OPEN_STATUSES } from './action-item.states.js';

/** What the actions of a case lack, in the order in which it is said. */
export const ADVICE_KINDS = [
  'NO_URGENT_ACTION',
  'ONLY_INVESTIGATIONS',
  'NOTHING_LASTING',
  'WITHOUT_END',
  'WITHOUT_PROMISE',
] as const;
export type AdviceKind = (typeof ADVICE_KINDS)[number];

export interface Advice {
  readonly kind: AdviceKind;
  /** The actions that it is about; none where it is about all of them. */
  readonly actionItemIds: readonly string[];
}

/** Of an action, what advice hangs on. */
export interface AdvisedAction {
  readonly id: string;
  readonly status: ActionStatus;
  readonly priority: ActionPriority | null;
  readonly type: ActionType | null;
  readonly title: string;
  readonly doneWhen: string | null;
  readonly ownerId: string | null;
  readonly teamId: string | null;
  readonly dueOn: string | null;
}

/** Actions that one piece of advice names. */
const MOST_NAMED = 20;

/** These only find out. */
const INVESTIGATING: readonly (ActionType | null)[] = ['INVESTIGATE'];
/** These help the next time, after Google’s six categories. */
const LASTING: readonly (ActionType | null)[] = [
  'DETECT_FUTURE',
  'MITIGATE_FUTURE',
  'PREVENT_FUTURE',
];

/**
 * What the actions of a case lack, after what the field asks for: an incident that users felt needs
 * something urgent and something that prevents, detects or softens the next one, and each action an
 * end, an owner, a team and a day.
 * @param isIncident users felt it: it is no drill and no near miss
 * @param isOut it is approved or published, so that its actions are to be promised
 * @param actions those that were not given up
 */
export function adviceFor({
  isIncident,
  isOut,
  actions,
}: {
  readonly isIncident: boolean;
  readonly isOut: boolean;
  readonly actions: readonly AdvisedAction[];
}): Advice[] {
  const open = actions.filter(({ status }) => OPEN_STATUSES.includes(status));
  const named = (items: readonly AdvisedAction[]): string[] =>
    items.slice(0, MOST_NAMED).map(({ id }) => id);
  const isUrgent = ({ priority }: AdvisedAction): boolean => priority === 'P0' || priority === 'P1';
  const onlyInvestigates =
    actions.length > 0 && actions.every(({ type }) => INVESTIGATING.includes(type));
  const endless = open.filter((action) => !isBounded(action));
  const loose = open.filter(
    ({ ownerId, teamId, dueOn }) => ownerId === null || teamId === null || dueOn === null,
  );
  const advice: Record<AdviceKind, readonly string[] | null> = {
    NO_URGENT_ACTION: isIncident && !actions.some(isUrgent) ? [] : null,
    ONLY_INVESTIGATIONS: onlyInvestigates ? [] : null,
    NOTHING_LASTING:
      isIncident &&
      actions.length > 0 &&
      !onlyInvestigates &&
      // Nobody knows what an action without a type is for.
      !actions.some(({ type }) => type === null || LASTING.includes(type))
        ? []
        : null,
    WITHOUT_END: endless.length > 0 ? named(endless) : null,
    WITHOUT_PROMISE: isOut && loose.length > 0 ? named(loose) : null,
  };
  return ADVICE_KINDS.flatMap((kind) => {
    const actionItemIds = advice[kind];
    return actionItemIds === null ? [] : [{ kind, actionItemIds }];
  });
}
