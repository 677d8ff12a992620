import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useAsk } from '../app/ask.js';
import { useViewer } from '../app/viewer.js';
import { useAnchor } from '../case/use-anchor.js';
import {
  MeetingFeedbackDocument,
  type FeedbackFactsFragment,
  type MeetingFactsFragment,
} from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Day } from '../ui/instant.js';
import { FeedbackForm } from './feedback-form.js';
import { FeedbackResults } from './feedback-results.js';
import css from './minutes.module.css';

type Facts = FeedbackFactsFragment;

function useFeedback(key: string): Facts | undefined {
  return useAsk(MeetingFeedbackDocument, { key }).data?.reviewMeeting?.feedback;
}

/** What a meeting was worth: the three questions for whoever was asked, and what people answered. */
export function MeetingFeedback({ meeting }: { readonly meeting: MeetingFactsFragment }) {
  const feedback = useFeedback(meeting.key);
  const viewer = useViewer();
  if (!feedback) return null;
  const wasAsked = meeting.attendance.some(
    ({ person, isInvited, presence }) =>
      person.id === viewer?.id && (isInvited || presence === 'PRESENT'),
  );
  // Whoever would be shown answers sees none as long as there are too few.
  const seesResults = wasAsked || meeting.allowedActs.includes('SET_CLOSING');
  if (!feedback.mayAnswer && !feedback.results && !seesResults) return null;
  return <Feedback meetingId={meeting.id} of={feedback} seesResults={seesResults} />;
}

/** Leads to the questions where they are far down the page. */
export function FeedbackCall({ meetingKey: key }: { readonly meetingKey: string }) {
  const { t } = useTranslation('meetings');
  const feedback = useFeedback(key);
  if (!feedback?.mayAnswer || feedback.mine !== null) return null;
  return (
    <p className={css['call']}>
      <a href="#feedback">{t('feedbackCall')}</a>
    </p>
  );
}

function Feedback({
  meetingId: id,
  of: { mayAnswer, mine, results, openUntil },
  seesResults,
}: {
  readonly meetingId: string;
  readonly of: Facts;
  readonly seesResults: boolean;
}) {
  const { t } = useTranslation('meetings');
  const heading = useRef<HTMLHeadingElement>(null);
  const [isChanged, setChanged] = useState(false);
  useAnchor();
  const isAsked = mayAnswer && (mine === null || isChanged);
  return (
    <section id="feedback" className={css['feedback']} aria-labelledby="feedback-name">
      <h2 id="feedback-name" ref={heading} tabIndex={-1}>
        {t('feedback')}
      </h2>
      {mayAnswer && openUntil !== null && (
        <p className={css['soft']}>
          {t('feedbackMeans')} <Day at={openUntil} />
        </p>
      )}
      {isAsked && (
        <FeedbackForm
          meetingId={id}
          mine={mine}
          onDone={() => {
            setChanged(false);
            heading.current?.focus();
          }}
          onCancel={
            isChanged
              ? () => {
                  setChanged(false);
                }
              : undefined
          }
        />
      )}
      {mayAnswer && !isAsked && (
        <p className={css['answered']}>
          {t('youAnswered')}{' '}
          <Button
            size="small"
            onClick={() => {
              setChanged(true);
            }}
          >
            {t('changeAnswers')}
          </Button>
        </p>
      )}
      {results && <FeedbackResults of={results} />}
      {!results && seesResults && <p className={css['soft']}>{t('tooFew')}</p>}
    </section>
  );
}
