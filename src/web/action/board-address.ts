import { oneOf, word, words } from '../app/address.js';
import type {
  ActionItemFilter,
  ActionPriority,
  ActionStatus,
  ActionType,
} from '../gql/documents.js';

export const WHOSE = ['mine', 'teams', 'all'] as const;
export type Whose = (typeof WHOSE)[number];

/** The states, in the order in which an action goes through them; then those beside the way. */
export const STATES = [
  'PROPOSED',
  'COMMITTED',
  'IN_PROGRESS',
  'DONE',
  'VERIFIED',
  'EFFECTIVE',
  'PAUSED',
  'REJECTED',
] as const satisfies readonly ActionStatus[];

export const PRIORITIES = ['P0', 'P1', 'P2', 'P3'] as const satisfies readonly ActionPriority[];

export const TYPES = [
  'INVESTIGATE',
  'MITIGATE_NOW',
  'REPAIR',
  'DETECT_FUTURE',
  'MITIGATE_FUTURE',
  'PREVENT_FUTURE',
] as const satisfies readonly ActionType[];

/** What can come first besides what is urgent. */
export const ORDERS = ['clock', 'weight'] as const;
type BoardOrder = (typeof ORDERS)[number];

/** In the place of states: all of them. Without any, only what is open is shown. */
const ANY = 'ANY';

/** What can be chosen several times. */
export type BoardFacet = 'status' | 'priority' | 'type' | 'team';

/** What the address of the board says. */
export interface BoardAddress {
  readonly whose?: Whose | undefined;
  readonly view?: 'board' | undefined;
  readonly status?: readonly string[] | undefined;
  readonly priority?: readonly string[] | undefined;
  readonly type?: readonly string[] | undefined;
  readonly team?: readonly string[] | undefined;
  /** Key of an initiative. */
  readonly initiative?: string | undefined;
  readonly q?: string | undefined;
  readonly overdue?: 'yes' | undefined;
  /** Late by the target of the organization. */
  readonly late?: 'yes' | undefined;
  /** Closed in a tracker, and nobody has said whether it is done. */
  readonly closed?: 'yes' | undefined;
  /** What comes first; what is urgent unless this says otherwise. */
  readonly order?: BoardOrder | undefined;
}

/** Reads the address of the board; what it does not know it leaves out. */
export function boardAddress(search: Record<string, unknown>): BoardAddress {
  const whose = oneOf(search, 'whose', WHOSE);
  return {
    whose: whose === 'mine' ? undefined : whose,
    view: oneOf(search, 'view', ['board']),
    status: known(words(search, 'status'), [...STATES, ANY]),
    priority: known(words(search, 'priority'), PRIORITIES),
    type: known(words(search, 'type'), TYPES),
    team: words(search, 'team'),
    initiative: word(search, 'initiative'),
    q: word(search, 'q'),
    overdue: oneOf(search, 'overdue', ['yes']),
    late: oneOf(search, 'late', ['yes']),
    closed: oneOf(search, 'closed', ['yes']),
    order: oneOf(search, 'order', ORDERS),
  };
}

function known(
  values: readonly string[] | undefined,
  list: readonly string[],
): readonly string[] | undefined {
  const kept = values?.filter((value) => list.includes(value)) ?? [];
  return kept.length === 0 ? undefined : kept;
}

/** True while only what is open is shown, because nothing else was asked for. */
export const isOpenOnly = ({ status, overdue, late, closed }: BoardAddress): boolean =>
  [status, overdue, late, closed].every((value) => value === undefined);

/** The states that were asked for; undefined for no choice, or for any. */
export function chosenStates({ status }: BoardAddress): readonly ActionStatus[] | undefined {
  const states = STATES.filter((state) => status?.includes(state));
  return states.length === 0 ? undefined : states;
}

/** The address without what narrows it: whose actions, which view and what comes first stay. */
export const withoutFilters = ({ whose, view, order }: BoardAddress): BoardAddress => ({
  whose,
  view,
  order,
});

/** True if anything narrows the list, besides that only what is open is shown. */
export const isNarrowed = (address: BoardAddress): boolean =>
  [
    address.priority,
    address.type,
    address.team,
    address.initiative,
    address.q,
    address.overdue,
    address.late,
    address.closed,
    chosenStates(address),
  ].some((value) => value !== undefined);

/** The same address with all states, open or not. */
export const withAnyState = (address: BoardAddress): BoardAddress => ({
  ...address,
  status: [ANY],
});

/** The same address with one value put in or taken out. */
export function toggled(address: BoardAddress, facet: BoardFacet, value: string): BoardAddress {
  const present = (address[facet] ?? []).filter((each) => each !== ANY);
  const values = present.includes(value)
    ? present.filter((each) => each !== value)
    : [...present, value];
  return { ...address, [facet]: values.length === 0 ? undefined : values };
}

/** Whoever looks at the board, as far as it matters for what they see. */
interface Looking {
  readonly id: string;
  readonly teams: readonly { readonly team: { readonly key: string } }[];
}

/** What the list keeps, as the API takes it; of one state if it is one column of the board. */
export function filterOf(
  address: BoardAddress,
  viewer: Looking,
  column?: ActionStatus,
): ActionItemFilter {
  const states = chosenStates(address);
  const status = column ? [column] : states && [...states];
  return {
    ...(status ? { status } : isOpenOnly(address) ? { open: true } : {}),
    ...whoseFilter(address, viewer),
    ...(address.priority ? { priority: address.priority as ActionPriority[] } : {}),
    ...(address.type ? { type: address.type as ActionType[] } : {}),
    ...(address.initiative === undefined ? {} : { initiative: address.initiative }),
    ...(address.q === undefined ? {} : { query: address.q }),
    ...(address.overdue ? { overdue: true } : {}),
    ...(address.late ? { overTarget: true } : {}),
    ...(address.closed ? { closedInTracker: true } : {}),
  };
}

function whoseFilter(
  { whose = 'mine', team }: BoardAddress,
  viewer: Looking,
): Pick<ActionItemFilter, 'ownerId' | 'team'> {
  const chosen = team ? { team: [...team] } : {};
  if (whose === 'mine') return { ownerId: viewer.id, ...chosen };
  if (team) return chosen;
  return whose === 'teams' ? { team: viewer.teams.map((each) => each.team.key) } : {};
}
