import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import css from './clash-dialog.module.css';
import { nameOf, type Clash, type EditedField } from './incident-edit.js';
import { useShown } from './shown.js';

/** Both values of everything that two people have changed, to choose from. */
export function ClashDialog({
  clash: { clashing, theirs },
  zone,
  isSaving,
  onSettle,
  onClose,
}: {
  readonly clash: Clash;
  readonly zone: string;
  readonly isSaving: boolean;
  readonly onSettle: (dropped: readonly EditedField[]) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['incident', 'vocabulary', 'frame']);
  const [dropped, setDropped] = useState<readonly EditedField[]>([]);
  const shown = useShown(zone);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('incident:clashTitle')}
      foot={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('incident:backToEditing')}
          </Button>
          <Button
            kind="main"
            disabled={isSaving}
            onClick={() => {
              onSettle(dropped);
            }}
          >
            {t('incident:saveChosen')}
          </Button>
        </>
      }
    >
      <p>{t('incident:clashText')}</p>
      {clashing.map(({ field, shown: mine }) => (
        <fieldset key={field} className={css['field']}>
          <legend>{nameOf(field, t)}</legend>
          {(['mine', 'theirs'] as const).map((side) => (
            <label key={side} className={css['side']}>
              <input
                type="radio"
                name={field}
                checked={dropped.includes(field) === (side === 'theirs')}
                onChange={() => {
                  const others = dropped.filter((each) => each !== field);
                  setDropped(side === 'theirs' ? [...others, field] : others);
                }}
              />
              <span>
                <small>{t(`incident:${side}`)}</small>
                <span className={css['value']} dir="auto">
                  {(side === 'mine' ? mine : shown(field, theirs)) || t('frame:none')}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
    </Dialog>
  );
}
