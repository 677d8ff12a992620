import { ChevronDown, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { people } from '../catalog/person-picker.js';
import type { ActionToMoveFragment } from '../gql/documents.js';
import { Hint } from '../ui/hint.js';
import { PickerMenu } from '../ui/picker-menu.js';
import css from './cells.module.css';
import { useInPlace } from './change-action.js';

/** Whose an action is; whoever may gives it to somebody else from here. */
export function OwnerCell({ item }: { readonly item: ActionToMoveFragment }) {
  const { t } = useTranslation('action');
  const { shown, changeTo } = useInPlace(item);
  const { owner, ownerText } = shown;
  const name = owner?.name ?? ownerText ?? t('noOwner');
  const text = (
    <span className={owner ? css['text'] : `${css['text']} ${css['faint']}`} dir="auto">
      {name}
    </span>
  );
  if (!item.allowedMoves.includes('EDIT')) {
    return owner === null && ownerText !== null ? <Hint text={t('notMatched')}>{text}</Hint> : text;
  }
  return (
    <PickerMenu
      source={people}
      label={t('findPerson')}
      none={t('noOwner')}
      value={owner}
      onChange={(chosen) => {
        if (chosen?.id === owner?.id) return;
        changeTo({
          input: { ownerId: chosen?.id ?? null },
          shown: { owner: chosen, ownerText: null },
          said: chosen
            ? t('ownerChanged', { key: item.key, name: chosen.name })
            : t('ownerRemoved', { key: item.key }),
          back: { ownerId: owner?.id ?? null },
        });
      }}
      trigger={
        <button
          type="button"
          className={css['cell']}
          aria-label={t('ownerOf', { key: item.key, name })}
          title={owner === null && ownerText !== null ? t('notMatched') : undefined}
        >
          <UserRound aria-hidden className={css['icon']} />
          {text}
          <ChevronDown aria-hidden className={css['more']} />
        </button>
      }
    />
  );
}
