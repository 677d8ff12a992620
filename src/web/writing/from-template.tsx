import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { useAsk } from '../app/ask.js';
import { tagOf } from '../app/language.js';
import type { CaseOnPage } from '../case/case-on-page.js';
import { CaseTemplateDocument } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import type { ListedSection } from './sections-list.js';
import css from './sections.module.css';

/** What the template of the case has and the case has not. */
export function FromTemplate({
  postmortem,
  sections,
  onAdd,
}: {
  readonly postmortem: CaseOnPage;
  readonly sections: readonly ListedSection[];
  readonly onAdd: (heading: string, body: string) => void;
}) {
  const { t } = useTranslation('prose');
  const { data } = useAsk(CaseTemplateDocument, { key: postmortem.key });
  const missing = (data?.postmortem?.templateSections ?? []).filter(
    ({ heading }) => !sections.some((each) => each.heading === heading),
  );
  if (missing.length === 0) return null;
  return (
    <>
      <span className={css['from']}>{t('missingFromTemplate')}</span>
      {missing.map(({ heading, guidance, starter }) => (
        <Button
          key={heading}
          size="small"
          kind="quiet"
          icon={<Plus />}
          title={guidance}
          lang={tagOf(postmortem.language)}
          onClick={() => {
            onAdd(heading, starter);
          }}
        >
          {heading}
        </Button>
      ))}
    </>
  );
}
