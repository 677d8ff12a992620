import { getRouteApi } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useTitle } from '../app/title.js';
import { LibraryHome } from './library-home.js';
import css from './library-page.module.css';
import { onResultKey } from './result-keys.js';
import { isEmpty, type SearchAddress } from './search-address.js';
import { SearchResults } from './search-results.js';

const route = getRouteApi('/');

/** Milliseconds after the last key until the words are searched for. */
const STILL_MS = 60;

/** The first screen: one box, and below it what was found, or what there is. */
export function LibraryPage() {
  const { t } = useTranslation(['library', 'frame']);
  const address = route.useSearch();
  const navigate = route.useNavigate();
  useTitle(address.q ?? t('frame:library'));
  const show = (next: SearchAddress): void => {
    void navigate({ search: next, replace: true, resetScroll: false });
  };
  return (
    <div
      className={css['page']}
      onKeyDown={(event) => {
        // From the box to the results and back; between them they see to it themselves.
        if (!event.defaultPrevented) onResultKey(event, () => undefined);
      }}
    >
      <h1 className="visually-hidden">{t('frame:library')}</h1>
      <SearchBox
        query={address.q ?? ''}
        onQuery={(q) => {
          show({ ...address, q: q === '' ? undefined : q });
        }}
      />
      {isEmpty(address) ? <LibraryHome /> : <SearchResults address={address} onAddress={show} />}
    </div>
  );
}

/** The box. What is typed goes into the address once the typist pauses. */
function SearchBox({
  query,
  onQuery,
}: {
  readonly query: string;
  readonly onQuery: (query: string) => void;
}) {
  const { t } = useTranslation(['library', 'frame']);
  const [text, setText] = useState(query);
  const [shown, setShown] = useState(query);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const input = useRef<HTMLInputElement>(null);
  // The address has changed without the box: somebody went back, or took a suggestion.
  if (query !== shown) {
    setShown(query);
    setText(query);
  }
  useEffect(() => {
    if (!window.matchMedia('(pointer: coarse)').matches) input.current?.focus();
    return () => {
      clearTimeout(timer.current);
    };
  }, []);
  const tell = (value: string): void => {
    clearTimeout(timer.current);
    setShown(value);
    onQuery(value);
  };
  return (
    <form
      role="search"
      className={css['box']}
      onSubmit={(event) => {
        event.preventDefault();
        tell(text);
      }}
    >
      <Search aria-hidden />
      <input
        ref={input}
        type="search"
        value={text}
        data-search-box
        aria-label={t('frame:searchEverything')}
        placeholder={t('frame:searchEverything')}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={1_000}
        onChange={({ currentTarget: { value } }) => {
          setText(value);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => {
            tell(value);
          }, STILL_MS);
        }}
      />
    </form>
  );
}
