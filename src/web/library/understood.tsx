import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { SearchQuery } from '../gql/documents.js';
import { useValueLabel } from './facet-label.js';
import { FACETS, toggled, type SearchAddress } from './search-address.js';
import css from './understood.module.css';

type Token = SearchQuery['search']['understood'][number];

/** Chips for everything that narrows the search, typed or ticked; each can be taken out. */
export function Understood({
  address,
  understood,
  onAddress,
}: {
  readonly address: SearchAddress;
  readonly understood: readonly Token[];
  readonly onAddress: (address: SearchAddress) => void;
}) {
  const { t } = useTranslation('library');
  const label = useValueLabel();
  const query = address.q ?? '';
  const typed = understood
    .filter((token) => token.kind !== 'WORD' || token.negated)
    .map((token) => ({
      id: `typed ${token.start}`,
      text: query.slice(token.start, token.end),
      without: {
        ...address,
        q: `${query.slice(0, token.start)}${query.slice(token.end)}`.replaceAll(/\s+/g, ' ').trim(),
      },
    }));
  const ticked = FACETS.flatMap((name) =>
    (address[name] ?? []).map((value) => ({
      id: `${name} ${value}`,
      text: `${t(`facet_${name}`)}: ${label(name, value)}`,
      without: toggled(address, name, value),
    })),
  );
  const chips = [...typed, ...ticked];
  if (chips.length === 0) return null;
  return (
    <ul className={css['chips']} aria-label={t('narrowedBy')}>
      {chips.map(({ id, text, without }) => (
        <li key={id}>
          <button
            type="button"
            className={css['chip']}
            aria-label={t('takeOut', { text })}
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
