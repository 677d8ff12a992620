import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useAsk } from '../app/ask.js';
import { tagOf } from '../app/language.js';
import { MyDraftsDocument, type MyDraftsQuery } from '../gql/documents.js';
import { Ago } from '../ui/instant.js';
import css from './my-drafts.module.css';

type Draft = MyDraftsQuery['drafts'][number];

/** What whoever is signed in has written in cases and not saved. */
export function MyDrafts() {
  const { t } = useTranslation('prose');
  const { data } = useAsk(MyDraftsDocument, {});
  const newest = new Map<string, Draft>();
  for (const draft of data?.drafts ?? []) {
    // The newest of each case comes first.
    if (!newest.has(draft.postmortem.id)) newest.set(draft.postmortem.id, draft);
  }
  if (newest.size === 0) return null;
  return (
    <section className={css['drafts']} aria-labelledby="my-drafts">
      <h2 id="my-drafts">{t('yourUnsaved')}</h2>
      <ul>
        {[...newest.values()].map(({ postmortem: { id, key, title, language }, updatedAt }) => (
          <li key={id}>
            <Link to="/postmortems/$key" params={{ key }}>
              <span className={css['key']}>{key}</span>{' '}
              <span lang={tagOf(language)} dir="auto">
                {title}
              </span>
            </Link>{' '}
            <Ago at={updatedAt} />
          </li>
        ))}
      </ul>
    </section>
  );
}
