import { useTranslation } from 'react-i18next';

import { useCase } from '../case/case-context.js';
import { Prose } from '../ui/prose.js';
import { threadsAt, useComments } from './comments-context.js';
import css from './comments.module.css';
import { keyOf, type Place } from './place.js';

/** The accounts that several people give of a moment, side by side. */
export function Perspectives({ place }: { readonly place: Place }) {
  const { t } = useTranslation('comments');
  const { lang } = useCase();
  const comments = useComments();
  const accounts = comments
    ? threadsAt(comments, keyOf(place)).flatMap(({ kind, comments: [first] }) =>
        kind === 'PERSPECTIVE' && first?.removedAt === null ? [first] : [],
      )
    : [];
  if (accounts.length === 0) return null;
  return (
    <ul className={css['perspectives']} aria-label={t('perspectives')}>
      {accounts.map(({ id, author, textHtml }) => (
        <li key={id}>
          <p className={css['teller']} dir="auto">
            {author?.name ?? 'fupan'}
          </p>
          <Prose html={textHtml} lang={lang} />
        </li>
      ))}
    </ul>
  );
}
