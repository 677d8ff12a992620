import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { change, type RefusedError, type RequestError } from '../app/api.js';
import { say } from '../app/said.js';
import {
  ActionCommitDocument,
  ActionCompleteDocument,
  ActionConfirmEffectDocument,
  ActionExtendDocument,
  ActionPauseDocument,
  ActionRejectDocument,
  ActionReopenDocument,
  ActionResumeDocument,
  ActionStartDocument,
  ActionVerifyDocument,
  type ActionItemCommitInput,
  type ActionItemCompleteInput,
  type ActionItemConfirmEffectInput,
  type ActionItemExtendInput,
  type ActionItemPauseInput,
  type ActionItemRejectInput,
  type ActionItemReopenInput,
  type ActionItemVerifyInput,
  type ActionMove,
  type ActionStatus,
  type ActionToMoveFragment,
} from '../gql/documents.js';

/** What moves an item from state to state; the others change it or take it away. */
export type MoveName = Exclude<ActionMove, 'EDIT' | 'DELETE'>;

/** A move with what it asks for. */
export type Move =
  | { readonly name: 'COMMIT'; readonly input: ActionItemCommitInput }
  | { readonly name: 'START' }
  | { readonly name: 'EXTEND'; readonly input: ActionItemExtendInput }
  | { readonly name: 'COMPLETE'; readonly input: ActionItemCompleteInput }
  | { readonly name: 'VERIFY'; readonly input: ActionItemVerifyInput }
  | { readonly name: 'CONFIRM_EFFECT'; readonly input: ActionItemConfirmEffectInput }
  | { readonly name: 'PAUSE'; readonly input: ActionItemPauseInput }
  | { readonly name: 'RESUME' }
  | { readonly name: 'REOPEN'; readonly input: ActionItemReopenInput }
  | { readonly name: 'REJECT'; readonly input: ActionItemRejectInput };

/** Where a move leads, as far as one can tell; resuming leads to where it was, a later date nowhere. */
const AIM: Readonly<Partial<Record<MoveName, ActionStatus>>> = {
  COMMIT: 'COMMITTED',
  START: 'IN_PROGRESS',
  COMPLETE: 'DONE',
  VERIFY: 'VERIFIED',
  CONFIRM_EFFECT: 'EFFECTIVE',
  PAUSE: 'PAUSED',
  REJECT: 'REJECTED',
};

/** The moves that the viewer may make with an item now. */
export const movesOf = ({ allowedMoves }: ActionToMoveFragment): readonly MoveName[] =>
  allowedMoves.filter((move) => move !== 'EDIT' && move !== 'DELETE');

/** Whether somebody has to be asked for something before the move can be made. */
export const asks = (name: MoveName): boolean => name !== 'START' && name !== 'RESUME';

type MoveMutation = UseMutationResult<unknown, RefusedError | RequestError, Move>;

/** Makes moves with an item, and shows where they lead before the server has answered. */
export function useMove(
  item: ActionToMoveFragment,
): MoveMutation & { readonly shown: ActionStatus } {
  const { t } = useTranslation('action');
  const known = useQueryClient();
  const [aim, setAim] = useState<{ readonly status: ActionStatus; readonly version: number }>();
  const mutation = useMutation<unknown, RefusedError | RequestError, Move>({
    mutationFn: (move) => made(item.id, move),
    onMutate: ({ name }) => {
      const status = AIM[name];
      setAim(status && { status, version: item.version });
    },
    onError: (error) => {
      setAim(undefined);
      // Somebody else has moved it meanwhile: show where it is.
      if (error.code === 'WRONG_STATE') void known.invalidateQueries();
    },
    onSuccess: (_made, { name }) => {
      say({ text: t(`said${name}`, { key: item.key }) });
    },
  });
  // As soon as the list has been asked for anew, what it says is the truth.
  const shown = aim?.version === item.version ? aim.status : item.status;
  return { ...mutation, shown };
}

function made(id: string, move: Move): Promise<unknown> {
  switch (move.name) {
    case 'COMMIT':
      return change(ActionCommitDocument, { id, input: move.input });
    case 'START':
      return change(ActionStartDocument, { id });
    case 'EXTEND':
      return change(ActionExtendDocument, { id, input: move.input });
    case 'COMPLETE':
      return change(ActionCompleteDocument, { id, input: move.input });
    case 'VERIFY':
      return change(ActionVerifyDocument, { id, input: move.input });
    case 'CONFIRM_EFFECT':
      return change(ActionConfirmEffectDocument, { id, input: move.input });
    case 'PAUSE':
      return change(ActionPauseDocument, { id, input: move.input });
    case 'RESUME':
      return change(ActionResumeDocument, { id });
    case 'REOPEN':
      return change(ActionReopenDocument, { id, input: move.input });
    case 'REJECT':
      return change(ActionRejectDocument, { id, input: move.input });
  }
}
