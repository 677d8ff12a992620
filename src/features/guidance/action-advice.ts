import type { ActionPriority, ActionStatus, ActionType } from '../../core/vocabulary.js';
import { OPEN_STATUSES } from '../action-item/action-item.states.js';
import { isBounded } from '../action-item/action-item.wording.js';
import type { Answer, Answers, CaseFacts } from './completeness.js';

/** What the actions of a case lack, in the order in which it is told. */
export const ACTION_ADVICE_KINDS = [
  'NO_URGENT_ACTION',
  'ONLY_INVESTIGATIONS',
  'NOTHING_LASTING',
  'WITHOUT_END',
  'WITHOUT_PROMISE',
] as const;
type ActionAdviceKind = (typeof ACTION_ADVICE_KINDS)[number];

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
 */
export function actionAdvice({
  isIncident,
  isOut,
  actions,
}: Pick<CaseFacts, 'isIncident' | 'isOut' | 'actions'>): Answers<ActionAdviceKind> {
  const open = actions.filter(({ status }) => OPEN_STATUSES.includes(status));
  const isUrgent = ({ priority }: AdvisedAction): boolean => priority === 'P0' || priority === 'P1';
  const onlyInvestigates =
    actions.length > 0 && actions.every(({ type }) => INVESTIGATING.includes(type));
  // Nobody knows what an action without a type is for.
  const lasts = actions.some(({ type }) => type === null || LASTING.includes(type));
  return {
    NO_URGENT_ACTION: ofAll(isIncident, !actions.some(isUrgent)),
    ONLY_INVESTIGATIONS: ofAll(actions.length > 0, onlyInvestigates),
    // That all only investigate says it already.
    NOTHING_LASTING: ofAll(isIncident && actions.length > 0 && !onlyInvestigates, !lasts),
    WITHOUT_END: ofSome(
      open.length > 0,
      open.filter((action) => !isBounded(action)),
    ),
    WITHOUT_PROMISE: ofSome(
      isOut && open.length > 0,
      open.filter(
        ({ ownerId, teamId, dueOn }) => ownerId === null || teamId === null || dueOn === null,
      ),
    ),
  };
}

function ofAll(applies: boolean, isLacking: boolean): Answer {
  if (!applies) return 'notAsked';
  return isLacking ? {} : 'met';
}

function ofSome(applies: boolean, lacking: readonly AdvisedAction[]): Answer {
  if (!applies) return 'notAsked';
  if (lacking.length === 0) return 'met';
  return { actionItemIds: lacking.slice(0, MOST_NAMED).map(({ id }) => id) };
}
