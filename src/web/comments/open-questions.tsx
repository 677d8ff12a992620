import { Link } from '@tanstack/react-router';
import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useCase } from '../case/case-context.js';
import { Button } from '../ui/button.js';
import { isOpen, useComments } from './comments-context.js';
import css from './comments.module.css';
import { firstLine } from './first-line.js';
import { placeOf } from './place.js';
import { usePlaceName } from './use-place-name.js';

/** What nobody has answered yet, with a way to each; on paper only if it is shown. */
export function OpenQuestions() {
  const { t } = useTranslation('comments');
  const id = useId();
  const comments = useComments();
  const { lang } = useCase();
  const nameOf = usePlaceName();
  const [isShown, setShown] = useState(false);
  const count = comments?.openQuestions ?? 0;
  if (!comments || count === 0) return null;
  const questions = comments.threads.filter((each) => each.kind === 'QUESTION' && isOpen(each));
  return (
    <section
      className={`${css['questions']} ${isShown ? '' : 'no-print'}`}
      aria-label={t('openQuestions', { count })}
    >
      <Button
        kind="quiet"
        size="small"
        aria-expanded={isShown}
        aria-controls={id}
        icon={<ChevronDown aria-hidden className={isShown ? css['turned'] : undefined} />}
        onClick={() => {
          setShown(!isShown);
        }}
      >
        {t('openQuestions', { count })}
      </Button>
      <ul id={id} hidden={!isShown}>
        {questions.map((thread) => (
          <li key={thread.id}>
            <Link
              to="."
              search={(search) => ({ ...search, thread: thread.id })}
              resetScroll={false}
              lang={lang}
              dir="auto"
            >
              {firstLine(thread.comments[0]?.text ?? '') || t('removed')}
            </Link>
            <span className={css['where']}>
              {nameOf(placeOf(thread))}
              {thread.state === 'CARRIED' && ` · ${t('isForMeeting')}`}
            </span>
          </li>
        ))}
        {questions.length < count && <li>{t('more', { count: count - questions.length })}</li>}
      </ul>
    </section>
  );
}
