import { Dialog } from '@base-ui/react/dialog';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { QuickSearchDocument } from '../gql/documents.js';
import { CaseLine } from '../library/case-line.js';
import { citation } from '../library/citation.js';
import { Highlights, markedTitle } from '../library/highlights.js';
import { onResultKey } from '../library/result-keys.js';
import overlay from '../ui/overlay.module.css';
import { useAsk } from './ask.js';
import { useCopy } from './copy.js';
import { useDelayed } from './delayed.js';
import { Failure } from './failure.js';
import { tagOf } from './language.js';
import css from './quick-search.module.css';

/** Milliseconds after the last key until the words are searched for. */
const STILL_MS = 60;

/** Search from any screen: what is found first, and the way to all of it. */
export function QuickSearch({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['library', 'frame']);
  const [text, setText] = useState('');
  const query = useDelayed(text.trim(), STILL_MS);
  const copy = useCopy();
  const navigate = useNavigate();
  const { data, error } = useAsk(
    QuickSearchDocument,
    { query },
    { when: query !== '', keep: true },
  );
  const found = query === '' ? undefined : data?.search;
  return (
    <Dialog.Root
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={overlay['backdrop']} />
        <Dialog.Popup
          className={`${overlay['dialog']} ${css['popup']}`}
          aria-label={t('frame:searchEverything')}
          onKeyDown={(event) => {
            onResultKey(event, (key) => {
              const hit = found?.nodes.find(({ postmortem }) => postmortem.key === key);
              if (hit) copy(citation(hit.postmortem));
            });
          }}
          onClick={(event) => {
            if (event.target instanceof Element && event.target.closest('a')) onClose();
          }}
        >
          <form
            role="search"
            onSubmit={(event) => {
              event.preventDefault();
              onClose();
              void navigate({ to: '/', search: { q: text } });
            }}
          >
            <input
              className={css['box']}
              type="search"
              value={text}
              aria-label={t('frame:searchEverything')}
              placeholder={t('frame:searchEverything')}
              autoComplete="off"
              spellCheck={false}
              maxLength={1_000}
              onChange={(event) => {
                setText(event.currentTarget.value);
              }}
            />
          </form>
          {error && <Failure error={error} />}
          {found?.nodes.map(({ postmortem, highlights }) => (
            <CaseLine key={postmortem.id} of={postmortem} title={markedTitle(highlights)}>
              <Highlights of={highlights.slice(0, 2)} lang={tagOf(postmortem.language)} />
            </CaseLine>
          ))}
          {found && (
            <p className={css['foot']}>
              <Link to="/" search={{ q: query }} data-result="">
                {found.totalCount === 0
                  ? t('library:nothingFound')
                  : t('library:allResults', { count: found.totalCount })}
              </Link>
            </p>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
