import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import css from './chips.module.css';

/** One thing that narrows a list. */
export interface FilterChip {
  readonly id: string;
  readonly label: string;
  readonly onRemove: () => void;
}

/** What narrows a list, each with a way out. */
export function FilterChips({
  label,
  chips,
}: {
  readonly label: string;
  readonly chips: readonly FilterChip[];
}) {
  const { t } = useTranslation();
  if (chips.length === 0) return null;
  return (
    <ul className={css['chips']} aria-label={label}>
      {chips.map((chip) => (
        <li key={chip.id}>
          <button
            type="button"
            className={css['chip']}
            aria-label={t('removeNamed', { name: chip.label })}
            onClick={chip.onRemove}
          >
            <span dir="auto">{chip.label}</span>
            <X aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}
