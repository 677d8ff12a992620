import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { LanguageNoteFragment } from '../gql/documents.js';
import { AdviceLine } from './advice-line.js';
import css from './guidance.module.css';

/** Ways to put it that the language check points at: each in its sentence, why, and what to ask instead. */
export function LanguageNotes({
  caseId,
  notes,
}: {
  readonly caseId: string;
  readonly notes: readonly LanguageNoteFragment[];
}) {
  const { t } = useTranslation('guidance');
  const inOrder = [...notes].sort(
    (a, b) => Number(a.dismissal !== null) - Number(b.dismissal !== null),
  );
  return (
    <section aria-label={t('language')}>
      <h2 className={css['language']}>{t('language')}</h2>
      <ul className={css['list']}>
        {inOrder.map((note, place) => (
          <AdviceLine key={`${note.mark} ${place}`} caseId={caseId} advice={note}>
            <Place of={note} />
            <q className={css['sentence']} dir="auto">
              {note.before}
              <mark>{note.words}</mark>
              {note.after}
            </q>
            <span className={css['ruling']}>{note.rule.why}</span>
            <span className={css['ask']}>{note.rule.ask}</span>
          </AdviceLine>
        ))}
      </ul>
    </section>
  );
}

function Place({ of: { place, section, actionItem } }: { readonly of: LanguageNoteFragment }) {
  const { t } = useTranslation('guidance');
  if (actionItem) {
    return (
      <Link className={css['place']} to="/actions/$key" params={{ key: actionItem.key }}>
        {actionItem.key}
      </Link>
    );
  }
  const part = section ? `section-${section.position}` : PARTS[place];
  return (
    <a className={css['place']} href={`#${part}`}>
      {t(`place${place}`)}
    </a>
  );
}

const PARTS: Readonly<Record<LanguageNoteFragment['place'], string>> = {
  SUMMARY: 'summary',
  SECTION: 'summary',
  TIMELINE_EVENT: 'timeline',
  FACTOR: 'factors',
  FINDING: 'findings',
  ACTION_ITEM: 'actions',
};
