import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useAsk } from '../app/ask.js';
import type { CaseOnPage } from '../case/case-on-page.js';
import { CaseLanguageDocument, type GivenAdviceFragment } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { ZonedTime } from '../ui/zoned-time.js';
import { AdviceLine } from './advice-line.js';
import css from './guidance.module.css';
import { LanguageNotes } from './language-notes.js';

/** How far a case is written, and what those who write it might look at. It advises and blocks nothing. */
export function CaseGuidance({ postmortem }: { readonly postmortem: CaseOnPage }) {
  const { t } = useTranslation('guidance');
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { met, asked, advice } = postmortem.completeness;
  const { data } = useAsk(CaseLanguageDocument, { key: postmortem.key }, { keep: true });
  const notes = data?.postmortem?.languageFindings ?? [];
  const openNotes = notes.filter(({ dismissal }) => dismissal === null);
  const open = advice.filter(({ dismissal }) => dismissal === null);
  const aside = [...advice, ...notes].filter(({ dismissal }) => dismissal !== null);
  if (open.length === 0 && notes.length === 0 && aside.length === 0) return null;
  return (
    <section className={`${css['guidance']} no-print`} aria-label={t('title')}>
      <div className={css['head']}>
        <meter
          className={css['meter']}
          min={0}
          max={asked}
          value={met}
          aria-label={t('completeness')}
          title={t('means')}
        />
        <p>
          {t('answered', { met, count: asked })}
          {openNotes.length > 0 && ` · ${t('phrases', { count: openNotes.length })}`}
        </p>
        <Button
          kind="quiet"
          size="small"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          {isOpen ? t('hide') : t('show')}
        </Button>
      </div>
      <div id={id} hidden={!isOpen}>
        {isOpen && (
          <>
            <p className={css['means']}>{t('means')}</p>
            <ul className={css['list']}>
              {[...open, ...advice.filter(({ dismissal }) => dismissal !== null)].map((each) => (
                <AdviceLine key={each.mark} caseId={postmortem.id} advice={each}>
                  {t(`advice${each.kind}`)}
                  <Subjects of={each} postmortem={postmortem} />
                </AdviceLine>
              ))}
            </ul>
            {notes.length > 0 && <LanguageNotes caseId={postmortem.id} notes={notes} />}
          </>
        )}
      </div>
    </section>
  );
}

/** Where to go to do something about it. */
function Subjects({
  of: { kind, sections, actionItems, incidents, timelineEvents },
  postmortem,
}: {
  readonly of: GivenAdviceFragment;
  readonly postmortem: CaseOnPage;
}) {
  const { t } = useTranslation('guidance');
  const part = PART_OF[kind];
  const named = postmortem.sections.filter(({ heading }) => sections.includes(heading));
  const isWhole = [sections, actionItems, incidents, timelineEvents].every(
    ({ length }) => length === 0,
  );
  return (
    <span className={css['subjects']}>
      {named.map(({ position, heading }) => (
        <a key={position} href={`#section-${position}`} dir="auto">
          {heading}
        </a>
      ))}
      {sections
        .filter((heading) => !named.some((each) => each.heading === heading))
        .map((heading) => (
          <span key={heading} dir="auto">
            {heading}
          </span>
        ))}
      {timelineEvents.map(({ id, at, zone }) => (
        <a key={id} href={`#event-${id}`}>
          <ZonedTime at={at} zone={zone} />
        </a>
      ))}
      {incidents.map(({ id, key }) => (
        <Link key={id} to="/incidents/$key" params={{ key }}>
          {key}
        </Link>
      ))}
      {actionItems.map(({ id, key }) => (
        <Link key={id} to="/actions/$key" params={{ key }}>
          {key}
        </Link>
      ))}
      {isWhole && part !== undefined && <a href={`#${part}`}>{t('goThere')}</a>}
    </span>
  );
}

/** The part of the page in which it is put right. */
const PART_OF: Readonly<Partial<Record<GivenAdviceFragment['kind'], string>>> = {
  NO_SUMMARY: 'summary',
  REQUIRED_SECTION: 'summary',
  IMPACT_WITHOUT_NUMBER: 'summary',
  NO_DETECTION_STORY: 'timeline',
  NO_TIMELINE: 'timeline',
  NO_FACTOR_BEYOND_TRIGGER: 'factors',
  PRACTICES_NOT_ASSESSED: 'practices',
  NO_URGENT_ACTION: 'actions',
  ONLY_INVESTIGATIONS: 'actions',
  NOTHING_LASTING: 'actions',
};
