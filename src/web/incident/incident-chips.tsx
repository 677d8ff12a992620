import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import chip from '../library/understood.module.css';
import { calendarDay } from '../ui/time.js';
import { LISTS, toggled, type IncidentsAddress } from './incidents-address.js';

/** Chips for everything that narrows the list; each can be taken out. */
export function IncidentChips({
  address,
  onAddress,
}: {
  readonly address: IncidentsAddress;
  readonly onAddress: (address: IncidentsAddress) => void;
}) {
  const { t, i18n } = useTranslation(['incident', 'library', 'vocabulary']);
  const wordOf = (name: (typeof LISTS)[number], value: string): string => {
    if (name === 'status') return t(`vocabulary:incident${value as 'CLOSED'}`);
    if (name === 'kind') return t(`vocabulary:kind${value as 'DRILL'}`);
    return value;
  };
  const chips: { readonly text: string; readonly without: IncidentsAddress }[] = LISTS.flatMap(
    (name) =>
      (address[name] ?? []).map((value) => ({
        text: `${t(`incident:${name}`)}: ${wordOf(name, value)}`,
        without: toggled(address, name, value),
      })),
  );
  const { q, written, from, to } = address;
  if (q !== undefined) chips.unshift({ text: `“${q}”`, without: { ...address, q: undefined } });
  if (written) {
    const text = t(written === 'no' ? 'incident:notWritten' : 'incident:written');
    chips.push({ text, without: { ...address, written: undefined } });
  }
  if (from !== undefined) {
    const text = `${t('incident:from')}: ${calendarDay(from, i18n.language)}`;
    chips.push({ text, without: { ...address, from: undefined } });
  }
  if (to !== undefined) {
    const text = `${t('incident:to')}: ${calendarDay(to, i18n.language)}`;
    chips.push({ text, without: { ...address, to: undefined } });
  }
  if (chips.length === 0) return null;
  return (
    <ul className={chip['chips']} aria-label={t('library:narrowedBy')}>
      {chips.map(({ text, without }) => (
        <li key={text}>
          <button
            type="button"
            className={chip['chip']}
            aria-label={t('library:takeOut', { text })}
            onClick={() => {
              onAddress(without);
            }}
          >
            {text}
            <X aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}
