import { Link } from '@tanstack/react-router';
import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import cells from '../action/cells.module.css';
import { useChange } from '../app/ask.js';
import { failureText } from '../app/failure.js';
import { say } from '../app/said.js';
import {
  InitiativeAddActionsDocument,
  InitiativeRemoveActionDocument,
  type ActionOnPageFragment,
} from '../gql/documents.js';
import { PickerMenu } from '../ui/picker-menu.js';
import css from './initiative.module.css';
import { openInitiatives, type PickedInitiative } from './open-initiatives.js';

/** The initiative that gathers an action; whoever may gives it to another one from here. */
export function InitiativeOfAction({ item }: { readonly item: ActionOnPageFragment }) {
  const { t } = useTranslation('initiatives');
  const { id: actionItemId, key, initiative } = item;
  const { change, isPending } = useGathering(item);
  const none = <span className={css['none']}>{t('noInitiative')}</span>;
  const what = t(initiative ? 'changeInitiative' : 'noInitiative');
  return (
    <>
      {initiative && (
        <Link to="/initiatives/$key" params={{ key: initiative.key }} dir="auto">
          {initiative.key} {initiative.title}
        </Link>
      )}
      {item.allowedMoves.includes('EDIT') ? (
        <PickerMenu
          source={openInitiatives}
          label={t('findInitiative')}
          none={t('noInitiative')}
          value={initiative}
          onChange={(chosen) => {
            if (chosen?.id !== initiative?.id) change(actionItemId, chosen);
          }}
          trigger={
            <button
              type="button"
              className={cells['cell']}
              disabled={isPending}
              aria-label={t('initiativeOf', { key, what })}
            >
              {initiative ? what : none}
              <ChevronDown aria-hidden className={cells['more']} />
            </button>
          }
        />
      ) : (
        !initiative && none
      )}
    </>
  );
}

function useGathering({ key, initiative }: ActionOnPageFragment) {
  const { t } = useTranslation('initiatives');
  const { t: tFrame } = useTranslation();
  const onFailed = (error: Parameters<typeof failureText>[0]): void => {
    say({ text: failureText(error, tFrame) });
  };
  const add = useChange(InitiativeAddActionsDocument, { onFailed });
  const remove = useChange(InitiativeRemoveActionDocument, { onFailed });
  return {
    isPending: add.isPending || remove.isPending,
    change: (actionItemId: string, chosen: PickedInitiative | null): void => {
      if (chosen) {
        const input = { actionItemIds: [actionItemId], move: initiative !== null };
        add.mutate(
          { id: chosen.id, input },
          {
            onSuccess: () => {
              say({ text: t('gathered', { key, initiative: chosen.key }) });
            },
          },
        );
      } else if (initiative) {
        remove.mutate(
          { id: initiative.id, actionItemId },
          {
            onSuccess: () => {
              say({ text: t('takenOut', { key }) });
            },
          },
        );
      }
    },
  };
}
