import { Lock } from 'lucide-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';

import { CommentButton } from '../comments/comment-button.js';
import { OpenQuestions } from '../comments/open-questions.js';
import { WHOLE_CASE } from '../comments/place.js';
import { CaseGuidance } from '../guidance/case-guidance.js';
import { linkTo } from '../library/citation.js';
import { CaseReviews } from '../review/case-reviews.js';
import { CaseApproval } from '../sign-off/case-approval.js';
import { CaseStatus, Severity } from '../ui/badge.js';
import { Skeleton } from '../ui/notice.js';
import { CaseDrafts } from '../writing/case-drafts.js';
import { CaseLifecycle } from '../writing/lifecycle.js';
import { CasePresence } from '../writing/presence.js';
import { useCase } from './case-context.js';
import { CaseFacts } from './case-facts.js';
import css from './case-head.module.css';
import { Course } from './course.js';
import { Editor } from './editors.js';
import { EditMenu } from './edit-menu.js';
import type { Part } from './parts-of.js';
import { ShareMenu } from './share-menu.js';

/** What one has to know before reading: what it was, how bad, where, when, whose, and who may see it. */
export function CaseHead({ parts }: { readonly parts: readonly Part[] }) {
  const { t } = useTranslation(['case', 'vocabulary']);
  const { postmortem, lang, mayEdit, editing, isClosed } = useCase();
  const { key, title, status, visibility, incidents } = postmortem;
  const isEdited = editing === 'details';
  if (isClosed && !isEdited) return null;
  const [worst] = incidents.map(({ severity }) => severity).sort();
  return (
    <header className={css['head']} id="top">
      <div className={css['bar']}>
        <p className={css['line']}>
          <span className={css['key']}>{key}</span>
          <Severity of={worst ?? null} />
          <CaseStatus of={status} />
          {visibility === 'RESTRICTED' && (
            <span className={css['restricted']}>
              <Lock aria-hidden />
              {t('vocabulary:visibilityRESTRICTED')}
            </span>
          )}
        </p>
        <CasePresence postmortem={postmortem} />
        <div className={`${css['actions']} no-print`}>
          <CommentButton place={WHOLE_CASE} name={key} isSeen />
          <CaseLifecycle postmortem={postmortem} />
          {mayEdit && <EditMenu parts={parts} />}
          <ShareMenu />
        </div>
      </div>
      <p className={css['address']}>{linkTo(key)}</p>
      <CaseDrafts postmortem={postmortem} />
      {isEdited ? (
        <>
          <h1 className="visually-hidden" lang={lang}>
            {title}
          </h1>
          <Suspense fallback={<Skeleton lines={8} />}>
            <Editor block="details" />
          </Suspense>
        </>
      ) : (
        <>
          <h1 className={css['title']} lang={lang} dir="auto">
            {title}
          </h1>
          <CaseFacts />
          <Course />
          <CaseApproval postmortem={postmortem} />
          <CaseReviews caseKey={key} lang={lang} />
          <OpenQuestions />
          {mayEdit && <CaseGuidance postmortem={postmortem} />}
        </>
      )}
    </header>
  );
}
