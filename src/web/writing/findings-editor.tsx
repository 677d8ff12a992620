import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { tagOf } from '../app/language.js';
import type { CaseOnPage } from '../case/case-on-page.js';
import { EditorFrame } from './entries/editor-frame.js';
import { useEntries } from './entries/use-entries.js';
import { FindingGroup } from './findings/finding-group.js';
import {
  FINDING_KINDS,
  findingMaker,
  findingRules,
  presentFinding,
} from './findings/finding-values.js';

/** What was learnt: what went well, what went wrong, where there was luck, what surprised. */
export function FindingsEditor({
  postmortem,
  onDone,
}: {
  readonly postmortem: CaseOnPage;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('parts');
  const { id, findings, language } = postmortem;
  const present = useMemo(() => findings.map(presentFinding), [findings]);
  const edited = useEntries(`${id}/findings`, present, findingRules, () => findingMaker(id));
  return (
    <EditorFrame label={t('findings')} keys={t('findingsHelp')} entries={edited} onDone={onDone}>
      {FINDING_KINDS.map((kind) => (
        <FindingGroup
          key={kind}
          kind={kind}
          name={`${id}/findings/${kind}`}
          entries={edited.entries.filter(({ values }) => values.kind === kind)}
          store={edited.store}
          troubles={edited.troubles}
          lang={tagOf(language)}
        />
      ))}
    </EditorFrame>
  );
}
