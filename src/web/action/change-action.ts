import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { failureText } from '../app/failure.js';
import { say } from '../app/said.js';
import {
  ActionUpdateDocument,
  type ActionItemUpdateInput,
  type ActionToMoveFragment,
} from '../gql/documents.js';

/** What can be changed where an item is listed. */
export type Shown = Partial<Pick<ActionToMoveFragment, 'owner' | 'ownerText' | 'dueOn'>>;

interface InPlace {
  readonly input: Omit<ActionItemUpdateInput, 'expectedVersion'>;
  /** The same, as it is shown until the server has answered. */
  readonly shown: Shown;
  /** What is said once it is done. */
  readonly said: string;
  /** What makes it as it was. */
  readonly back: Omit<ActionItemUpdateInput, 'expectedVersion'>;
}

/** Changes an item where it stands, shown at once, with a way back; a change by others is not run over. */
export function useInPlace<Item extends ActionToMoveFragment>(
  item: Item,
): { readonly shown: Item; readonly changeTo: (changed: InPlace) => void } {
  const { t } = useTranslation('action');
  const { t: tFrame } = useTranslation();
  const known = useQueryClient();
  const [ahead, setAhead] = useState<{ readonly version: number; readonly shown: Shown }>();
  const { mutate } = useChange(ActionUpdateDocument, {
    onFailed: (error) => {
      setAhead(undefined);
      const isConflict = error.code === 'CONFLICT';
      if (isConflict) void known.invalidateQueries();
      say({
        text: isConflict ? t('changedMeanwhile', { key: item.key }) : failureText(error, tFrame),
      });
    },
  });
  const changeTo = ({ input, shown, said, back }: InPlace): void => {
    setAhead({ version: item.version, shown });
    mutate(
      { id: item.id, input: { ...input, expectedVersion: item.version } },
      {
        onSuccess: ({ actionItem }) => {
          const undo = (): void => {
            mutate({
              id: item.id,
              input: { ...back, expectedVersion: actionItem?.version },
            });
          };
          say({ text: said, undo });
        },
      },
    );
  };
  // What the server says after the change has another version.
  const isAhead = ahead?.version === item.version;
  return { shown: isAhead ? { ...item, ...ahead.shown } : item, changeTo };
}
