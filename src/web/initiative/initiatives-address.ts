import { oneOf, word, words } from '../app/address.js';
import type { InitiativeFilter, InitiativeStatus } from '../gql/documents.js';

/** The states, in the order in which an initiative goes through them. */
export const STATES = [
  'PROPOSED',
  'ACTIVE',
  'DONE',
  'DROPPED',
] as const satisfies readonly InitiativeStatus[];

/** What the address of the list of initiatives says. */
export interface InitiativesAddress {
  readonly q?: string | undefined;
  readonly status?: readonly string[] | undefined;
  readonly team?: readonly string[] | undefined;
  readonly mine?: 'yes' | undefined;
  readonly late?: 'yes' | undefined;
  /** The form that is open. */
  readonly edit?: string | undefined;
}

/** Reads the address of the list; what it does not know it leaves out. */
export function initiativesAddress(search: Record<string, unknown>): InitiativesAddress {
  const states = chosenStates({ status: words(search, 'status') });
  return {
    q: word(search, 'q'),
    status: states.length === 0 ? undefined : states,
    team: words(search, 'team'),
    mine: oneOf(search, 'mine', ['yes']),
    late: oneOf(search, 'late', ['yes']),
    edit: word(search, 'edit'),
  };
}

/** The states that are asked for. */
export const chosenStates = ({
  status,
}: Pick<InitiativesAddress, 'status'>): readonly InitiativeStatus[] =>
  STATES.filter((state) => status?.includes(state));

/** The same address with one value put in or taken out. */
export function toggled(
  address: InitiativesAddress,
  facet: 'status' | 'team',
  value: string,
): InitiativesAddress {
  const present = address[facet] ?? [];
  const values = present.includes(value)
    ? present.filter((each) => each !== value)
    : [...present, value];
  return { ...address, [facet]: values.length === 0 ? undefined : values };
}

/** What the list keeps, as the API takes it. */
export function filterOf(
  address: InitiativesAddress,
  viewerId: string | undefined,
): InitiativeFilter {
  const { q, team, mine, late } = address;
  const status = chosenStates(address);
  return {
    ...(q === undefined ? {} : { query: q }),
    ...(status.length === 0 ? {} : { status: [...status] }),
    ...(team ? { team: [...team] } : {}),
    ...(mine && viewerId !== undefined ? { ownerId: viewerId } : {}),
    ...(late ? { late: true } : {}),
  };
}
