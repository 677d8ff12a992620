import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { change, type RefusedError, type RequestError } from '../app/api.js';
import { say } from '../app/said.js';
import {
  InitiativeCompleteDocument,
  InitiativeDropDocument,
  InitiativeReopenDocument,
  InitiativeStartDocument,
  type InitiativeFactsFragment,
  type InitiativeMove,
} from '../gql/documents.js';

/** What moves an initiative from state to state; the others change it or take it away. */
export type InitiativeMoveName = Exclude<InitiativeMove, 'EDIT' | 'DELETE'>;

/** A move with what it asks for. */
export interface MadeMove {
  readonly name: InitiativeMoveName;
  readonly reason?: string;
  readonly ownerId?: string | null;
}

/** The moves that the viewer may make with an initiative now. */
export const movesOf = ({ allowedMoves }: InitiativeFactsFragment): InitiativeMoveName[] =>
  allowedMoves.filter((move) => move !== 'EDIT' && move !== 'DELETE');

/** Whether somebody has to be asked for something before the move can be made. */
export const asks = (name: InitiativeMoveName, { owner }: InitiativeFactsFragment): boolean =>
  name !== 'START' || owner === null;

/** Makes moves with an initiative. */
export function useMove({
  id,
  key,
}: InitiativeFactsFragment): UseMutationResult<unknown, RefusedError | RequestError, MadeMove> {
  const { t } = useTranslation('initiatives');
  return useMutation<unknown, RefusedError | RequestError, MadeMove>({
    mutationFn: (move) => made(id, move),
    onSuccess: (_made, { name }) => {
      say({ text: t(`said${name}`, { key }) });
    },
  });
}

function made(id: string, { name, reason = '', ownerId }: MadeMove): Promise<unknown> {
  switch (name) {
    case 'START':
      return change(InitiativeStartDocument, { id, input: { ownerId } });
    case 'COMPLETE':
      return change(InitiativeCompleteDocument, { id });
    case 'DROP':
      return change(InitiativeDropDocument, { id, input: { reason } });
    case 'REOPEN':
      return change(InitiativeReopenDocument, { id, input: { reason } });
  }
}
