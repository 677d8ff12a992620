import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { tagOf } from '../app/language.js';
import type { CaseOnPage } from '../case/case-on-page.js';
import { EditorFrame } from './entries/editor-frame.js';
import { useEntries } from './entries/use-entries.js';
import { STAGES } from './practices-by-stage.js';
import { PracticeLine } from './practices/practice-line.js';
import { practiceMaker, practiceRules, presentPractice } from './practices/practice-values.js';
import css from './practices/practices.module.css';

/** Which of the sixteen practices held, and which did not. */
export function PracticesEditor({
  postmortem,
  onDone,
}: {
  readonly postmortem: CaseOnPage;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation(['parts', 'vocabulary']);
  const { id, practices, language } = postmortem;
  const present = useMemo(() => practices.map(presentPractice), [practices]);
  const edited = useEntries(`${id}/practices`, present, practiceRules, () => practiceMaker(id));
  const assessed = new Map(edited.entries.map((entry) => [entry.key, entry]));
  return (
    <EditorFrame label={t('practices')} help={t('practicesHelp')} entries={edited} onDone={onDone}>
      {STAGES.map(([stage, each]) => (
        <section key={stage} className={css['stage']}>
          <h3>{t(`vocabulary:${stage}`)}</h3>
          <ul className={css['list']}>
            {each.map((practice) => (
              <PracticeLine
                key={practice}
                practice={practice}
                entry={assessed.get(practice)}
                store={edited.store}
                trouble={edited.troubles.get(practice)}
                lang={tagOf(language)}
              />
            ))}
          </ul>
        </section>
      ))}
    </EditorFrame>
  );
}
