import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { Failure } from '../app/failure.js';
import {
  MeetingAnswerDocument,
  type MeetingFactsFragment,
  type ReviewMeetingAnswer,
} from '../gql/documents.js';
import { Button } from '../ui/button.js';
import css from './review.module.css';

const ANSWERS = [
  'ACCEPTED',
  'TENTATIVE',
  'DECLINED',
] as const satisfies readonly ReviewMeetingAnswer[];

/** Asks somebody who is invited whether they will come; the same answer again takes it back. */
export function MyAnswer({
  meeting: { id, attendance },
  viewerId,
}: {
  readonly meeting: MeetingFactsFragment;
  readonly viewerId: string | undefined;
}) {
  const { t } = useTranslation('meetings');
  const { mutate, isPending, error } = useChange(MeetingAnswerDocument);
  const mine = attendance.find(({ person }) => person.id === viewerId);
  if (mine?.isInvited !== true) return null;
  return (
    <div className={css['answer']} role="group" aria-labelledby="my-answer">
      <span id="my-answer">{t('willYouCome')}</span>
      {ANSWERS.map((answer) => (
        <Button
          key={answer}
          size="small"
          aria-pressed={mine.answer === answer}
          className={css['pressable'] ?? ''}
          disabled={isPending}
          onClick={() => {
            mutate({ id, answer: mine.answer === answer ? null : answer });
          }}
        >
          {t(`answer${answer}`)}
        </Button>
      ))}
      {error && <Failure error={error} />}
    </div>
  );
}
