import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { pageLanguage } from '../app/language.js';
import type { MeetingFactsFragment } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Prose } from '../ui/prose.js';
import { ClosingForm } from './closing-form.js';
import css from './review.module.css';

/** What whoever leads a meeting adds at the end of its minutes, and a way to write it. */
export function ClosingWords({
  meeting,
  isRead = false,
}: {
  readonly meeting: MeetingFactsFragment;
  /** They are shown too: the minutes are not on this page. */
  readonly isRead?: boolean;
}) {
  const { t } = useTranslation('meetings');
  const [isEdited, setEdited] = useState(false);
  const { closing, closingHtml, allowedActs } = meeting;
  const mayWrite = allowedActs.includes('SET_CLOSING');
  const shown = isRead && !isEdited ? closingHtml : null;
  if (!mayWrite && shown === null) return null;
  return (
    <section
      className={`${css['section']} ${shown === null ? 'no-print' : ''}`}
      aria-labelledby="closing"
    >
      <h2 id="closing" className={css['heading']}>
        {t('closing')}
      </h2>
      {shown !== null && <Prose html={shown} lang={pageLanguage()} />}
      {isEdited && (
        <ClosingForm
          meeting={meeting}
          onDone={() => {
            setEdited(false);
          }}
        />
      )}
      {mayWrite && !isEdited && (
        <>
          <p className={`${css['soft']} no-print`}>{t('closingHint')}</p>
          <Button
            size="small"
            className="no-print"
            icon={<Pencil />}
            onClick={() => {
              setEdited(true);
            }}
          >
            {t(closing === null ? 'writeClosing' : 'changeClosing')}
          </Button>
        </>
      )}
    </section>
  );
}
