import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { LANGUAGES, type LanguageTag } from '../app/language.js';
import type { SearchQuery } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import css from './facets.module.css';
import { useValueLabel } from './facet-label.js';
import { FACETS, toggled, type FacetName, type SearchAddress } from './search-address.js';

type Facet = SearchQuery['search']['facets'][number];

/** Values that are shown before somebody asks for all of them. */
const SHOWN = 6;

/** What the hits can be narrowed by, with what each choice would leave. */
export function Facets({
  facets,
  address,
  onAddress,
}: {
  readonly facets: readonly Facet[];
  readonly address: SearchAddress;
  readonly onAddress: (address: SearchAddress) => void;
}) {
  const { t } = useTranslation('library');
  // A phone shows them when asked to.
  const [isOpen, setOpen] = useState(() => window.matchMedia('(min-width: 50rem)').matches);
  return (
    <details
      className={css['facets']}
      open={isOpen}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>{t('narrow')}</summary>
      {FACETS.map((name) => {
        const values = facets.find(({ field }) => field === name)?.values ?? [];
        return (
          <FacetGroup
            key={name}
            name={name}
            values={values}
            chosen={address[name] ?? []}
            onToggle={(value) => {
              onAddress(toggled(address, name, value));
            }}
          />
        );
      })}
    </details>
  );
}

function FacetGroup({
  name,
  values,
  chosen,
  onToggle,
}: {
  readonly name: FacetName;
  readonly values: Facet['values'];
  readonly chosen: readonly string[];
  readonly onToggle: (value: string) => void;
}) {
  const { t } = useTranslation(['library', 'frame']);
  const label = useValueLabel();
  const [showsAll, setShowsAll] = useState(false);
  // What was chosen stays there to be taken back, even if nothing has it any more.
  const gone = chosen
    .filter((value) => !values.some((each) => each.value === value))
    .map((value) => ({ value, count: 0 }));
  const all = [...values, ...gone];
  if (all.length === 0 || (all.length === 1 && chosen.length === 0)) return null;
  const shown = showsAll
    ? all
    : all.filter(({ value }, place) => place < SHOWN || chosen.includes(value));
  return (
    <fieldset className={css['group']}>
      <legend>{t(`library:facet_${name}`)}</legend>
      {shown.map(({ value, count }) => (
        <label key={value} className={css['value']}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={() => {
              onToggle(value);
            }}
          />
          <span className={css['name']} lang={name === 'language' ? languageTag(value) : undefined}>
            {label(name, value)}
          </span>
          <span className={css['count']}>{count}</span>
        </label>
      ))}
      {all.length > shown.length && (
        <Button
          kind="quiet"
          size="small"
          onClick={() => {
            setShowsAll(true);
          }}
        >
          {t('library:allValues', { count: all.length })}
        </Button>
      )}
    </fieldset>
  );
}

const languageTag = (value: string): LanguageTag | undefined =>
  value in LANGUAGES ? (value as LanguageTag) : undefined;
