import { Link } from '@tanstack/react-router';
import { CalendarPlus, Pencil, Presentation } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { send } from '../app/api.js';
import { failureText } from '../app/failure.js';
import { say } from '../app/said.js';
import { saveFile } from '../app/save-file.js';
import catalog from '../catalog/catalog.module.css';
import { MeetingCalendarFileDocument, type MeetingFactsFragment } from '../gql/documents.js';
import { Button, buttonClass } from '../ui/button.js';
import { Ago } from '../ui/instant.js';
import { Line } from '../ui/line.js';
import { Notice } from '../ui/notice.js';
import { FeedbackCall } from './meeting-feedback.js';
import { MeetingActs } from './meeting-acts.js';
import { MeetingState } from './meeting-state.js';
import { MeetingTime } from './meeting-time.js';
import { MyAnswer } from './my-answer.js';
import css from './review.module.css';

/** What one has to know of a meeting first, and what one can do with it. */
export function MeetingHead({
  meeting,
  viewerId,
}: {
  readonly meeting: MeetingFactsFragment;
  readonly viewerId: string | undefined;
}) {
  const { t } = useTranslation(['meetings', 'frame']);
  const { key, title, state, reason, startedAt, endedAt, allowedActs, agenda } = meeting;
  const shown = agenda.find(({ outcome }) => outcome === null) ?? agenda[0];
  return (
    <header className={css['head']}>
      <div className={catalog['head']}>
        <div>
          <div className={catalog['line']}>
            <span className={catalog['key']}>{key}</span>
            <MeetingState of={state} />
          </div>
          <h1 dir="auto">{title}</h1>
          <p className={css['when']}>
            <MeetingTime of={meeting} namesZone />
          </p>
          {startedAt !== null && (
            <p className={css['soft']}>
              {t('meetings:begun')} <Ago at={startedAt} />
              {endedAt !== null && (
                <>
                  {' · '}
                  {t('meetings:over')} <Ago at={endedAt} />
                </>
              )}
            </p>
          )}
        </div>
        <div className={`${catalog['tools']} no-print`}>
          {shown?.postmortem && (
            <Link
              from="/meetings/$key"
              to="/meetings/$key"
              params={{ key }}
              search={({ tab }) => ({ tab, show: shown.postmortem?.key })}
              className={buttonClass()}
            >
              <Presentation aria-hidden />
              {t('meetings:projector')}
            </Link>
          )}
          {state !== 'CANCELED' && <CalendarButton of={meeting} />}
          {allowedActs.includes('UPDATE') && (
            <Link
              to="/meetings/$key"
              params={{ key }}
              search={{ edit: 'facts' }}
              replace
              className={buttonClass()}
            >
              <Pencil aria-hidden />
              {t('frame:edit')}
            </Link>
          )}
          <MeetingActs meeting={meeting} />
        </div>
      </div>
      {reason !== null && (
        <Notice>
          <strong>{t('meetings:canceledBecause')}</strong> <Line text={reason} />
        </Notice>
      )}
      {state === 'ENDED' && <FeedbackCall meetingKey={key} />}
      {state === 'PLANNED' && <MyAnswer meeting={meeting} viewerId={viewerId} />}
    </header>
  );
}

function CalendarButton({ of: { id, key } }: { readonly of: MeetingFactsFragment }) {
  const { t } = useTranslation('meetings');
  const { t: frame } = useTranslation();
  return (
    <Button
      icon={<CalendarPlus />}
      onClick={() => {
        send(MeetingCalendarFileDocument, { id }).then(
          ({ reviewMeeting }) => {
            if (reviewMeeting) saveFile(`${key}.ics`, reviewMeeting.calendarFile, 'text/calendar');
          },
          (error: unknown) => {
            say({ text: failureText(error, frame) });
          },
        );
      }}
    >
      {t('toCalendar')}
    </Button>
  );
}
