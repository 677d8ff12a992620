import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import css from '../entries/entries.module.css';
import { instantOf, typedOf, wallOf } from '../../ui/zone.js';

/** A time that is typed: on its day alone, or with it. What is no time stays until it is one. */
export function TimeField({
  label,
  at,
  zone,
  day,
  hasDay = false,
  onAt,
  ...rest
}: {
  readonly label: string;
  /** Null where nobody knows yet. */
  readonly at: string | null;
  readonly zone: string;
  /** On which a time without one is. */
  readonly day: string;
  /** Whether the day is shown too. */
  readonly hasDay?: boolean;
  readonly onAt: (at: string) => void;
  /** By which the field is found again. */
  readonly 'data-cell'?: string;
}) {
  const { t } = useTranslation('parts');
  const [typed, setTyped] = useState<string | null>(null);
  const shown = at === null ? '' : hasDay ? typedOf(at, zone) : wallOf(at, zone).time;
  const text = typed ?? shown;
  const meant = instantOf(text, zone, day);
  const isWrong = typed !== null && typed.trim() !== '' && meant === null;
  const take = (): void => {
    if (typed === null || isWrong) return;
    setTyped(null);
    if (meant !== null && typed !== shown) onAt(meant);
  };
  return (
    <input
      className={`${css['smallInput']} ${css['time']}`}
      aria-label={label}
      aria-invalid={isWrong}
      title={isWrong ? t('timeWrong') : undefined}
      placeholder={hasDay ? `${day} 19:06` : '19:06'}
      value={text}
      maxLength={40}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
      }}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
        else if (event.key === 'Escape' && typed !== null) setTyped(null);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
      {...rest}
    />
  );
}
