import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useAsk } from '../app/ask.js';
import { tagOf } from '../app/language.js';
import type { CaseOnPage } from '../case/case-on-page.js';
import { CaseTemplateDocument } from '../gql/documents.js';
import css from './section-guidance.module.css';

/** From here on what a section asks leaves room for writing it. */
const ROOMY = window.matchMedia('(min-width: 48rem)');

/** How somebody has left it, until the page is loaded anew: it is the same for the next section. */
let leftOpen: boolean | undefined;

/** What the template asks of a section, for whoever is writing it; it is no part of the text. */
export function SectionGuidance({
  postmortem: { key, language },
  heading,
}: {
  readonly postmortem: CaseOnPage;
  readonly heading: string;
}) {
  const { t } = useTranslation(['prose', 'templates', 'vocabulary']);
  const [isOpen] = useState(() => leftOpen ?? ROOMY.matches);
  const { data } = useAsk(CaseTemplateDocument, { key });
  const asked = data?.postmortem?.templateSections.find((each) => each.heading === heading);
  if (!asked) return null;
  const { guidance, practice } = asked;
  return (
    <details
      className={css['guidance']}
      open={isOpen}
      onToggle={(event) => {
        leftOpen = event.currentTarget.open;
      }}
    >
      <summary>{t('prose:whatToWrite')}</summary>
      <p className={css['words']} lang={tagOf(language)} dir="auto">
        {guidance}
      </p>
      {practice !== null && (
        <p className={css['practice']}>
          {t('prose:asksAbout', {
            practice: t('templates:practice', {
              number: practice,
              name: t(`vocabulary:practiceP${practice.replace('.', '_') as '1_1'}`),
            }),
          })}
        </p>
      )}
    </details>
  );
}
