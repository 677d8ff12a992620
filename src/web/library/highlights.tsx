import { useTranslation } from 'react-i18next';

import type { SearchQuery } from '../gql/documents.js';
import css from './highlights.module.css';

type Highlight = SearchQuery['search']['nodes'][number]['highlights'][number];

/** A stretch of text in which what matched is marked. */
export function Marked({ fragments }: { readonly fragments: Highlight['fragments'] }) {
  return fragments.map(({ text, matched }, place) =>
    matched ? <mark key={place}>{text}</mark> : <span key={place}>{text}</span>,
  );
}

/** The title with what matched marked; undefined if nothing in it did. */
export function markedTitle(highlights: readonly Highlight[]) {
  const title = highlights.find(({ field }) => field === 'title');
  return title && <Marked fragments={title.fragments} />;
}

/** Where the words were found in the case, besides its title; in its own words. */
export function Highlights({
  of: highlights,
  lang,
}: {
  readonly of: readonly Highlight[];
  readonly lang: string;
}) {
  const { t } = useTranslation('library');
  const shown = highlights.filter(({ field }) => field !== 'title').slice(0, 3);
  return shown.map(({ field, fragments }, place) => (
    <p key={place} className={css['fragment']}>
      <span className={css['field']}>{t(`field_${fieldName(field)}`)}</span>{' '}
      <span lang={lang} dir="auto">
        <Marked fragments={fragments} />
      </span>
    </p>
  ));
}

const FIELDS = [
  'summary',
  'body',
  'timeline',
  'original',
  'evidence',
  'factors',
  'findings',
  'actions',
] as const;

const fieldName = (field: string): (typeof FIELDS)[number] | 'other' =>
  FIELDS.find((known) => known === field) ?? 'other';
