import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { tagOf } from '../app/language.js';
import type { CaseOnPage } from '../case/case-on-page.js';
import { Button } from '../ui/button.js';
import { EditorFrame } from './entries/editor-frame.js';
import { levelsOf } from './entries/outline.js';
import { useEntries } from './entries/use-entries.js';
import { FactorLine } from './factors/factor-line.js';
import { factorMaker, factorRules, presentFactor } from './factors/factor-values.js';
import css from './factors/factors.module.css';
import { useOutline } from './factors/use-outline.js';

/** What made it happen, likelier, longer or worse, as an outline of whys. */
export function FactorsEditor({
  postmortem,
  onDone,
}: {
  readonly postmortem: CaseOnPage;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('parts');
  const { id, allFactors, language } = postmortem;
  const present = useMemo(() => allFactors.map(presentFactor), [allFactors]);
  const edited = useEntries(`${id}/factors`, present, factorRules, () => factorMaker(id));
  const { entries, store, troubles } = edited;
  const { list, said, act, add, onKeyDown } = useOutline(edited);
  const levels = levelsOf(entries);
  const texts = new Map(entries.map(({ key, values }) => [key, values.text]));
  return (
    <EditorFrame label={t('factors')} keys={t('factorsHelp')} entries={edited} onDone={onDone}>
      <ul className={css['list']} ref={list}>
        {entries.map((entry) => (
          <FactorLine
            key={entry.key}
            entry={entry}
            level={levels.get(entry.key) ?? 1}
            above={entry.parent === null ? undefined : (texts.get(entry.parent) ?? '')}
            lang={tagOf(language)}
            trouble={troubles.get(entry.key)}
            store={store}
            onAct={act}
            onKeyDown={onKeyDown}
          />
        ))}
      </ul>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <Button
        size="small"
        className={css['add'] ?? ''}
        icon={<Plus aria-hidden />}
        onClick={() => {
          add(null, 'after');
        }}
      >
        {t('factorAdd')}
      </Button>
    </EditorFrame>
  );
}
