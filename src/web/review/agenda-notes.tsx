import { Pencil } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { tagOf } from '../app/language.js';
import type { AgendaCaseFragment } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Skeleton } from '../ui/notice.js';
import { Prose } from '../ui/prose.js';
import css from './review.module.css';

const NotesForm = lazy(() => import('./notes-form.js').then((m) => ({ default: m.NotesForm })));

/** What was said about a case, written where it stands. */
export function AgendaNotes({
  entry,
  mayEdit,
}: {
  readonly entry: AgendaCaseFragment;
  readonly mayEdit: boolean;
}) {
  const { t } = useTranslation('meetings');
  const [isEdited, setEdited] = useState(false);
  const { postmortem, notes, notesHtml } = entry;
  if (!postmortem || (notes === '' && !mayEdit)) return null;
  const { key, language } = postmortem;
  const act = t(notes === '' ? 'writeNotes' : 'changeNotes');
  return (
    <section className={css['part']} aria-label={t('notesOf', { key })}>
      <h4>{t('notes')}</h4>
      {isEdited ? (
        <Suspense fallback={<Skeleton lines={3} />}>
          <NotesForm
            entry={entry}
            caseId={postmortem.id}
            lang={tagOf(language)}
            onDone={() => {
              setEdited(false);
            }}
          />
        </Suspense>
      ) : (
        <>
          {notes !== '' && <Prose html={notesHtml} lang={tagOf(language)} />}
          {mayEdit && (
            <Button
              kind="quiet"
              size="small"
              className="no-print"
              icon={<Pencil />}
              aria-label={t('notesActOf', { act, key })}
              onClick={() => {
                setEdited(true);
              }}
            >
              {act}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
