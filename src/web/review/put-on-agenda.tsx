import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useAsk, useChange } from '../app/ask.js';
import { complaintsOf } from '../app/complaints.js';
import { Failure } from '../app/failure.js';
import { say } from '../app/said.js';
import {
  MeetingAddCaseDocument,
  MeetingRemoveCaseDocument,
  MeetingsToComeDocument,
} from '../gql/documents.js';
import { Button, buttonClass } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { Choice, TextField } from '../ui/field.js';
import { Empty, Skeleton } from '../ui/notice.js';
import { useStartWords } from './meeting-time.js';

/** Asks in which of the next meetings a case is to be talked about, and for how long. */
export function PutOnAgenda({
  postmortem: { id: postmortemId, key },
  onClose,
}: {
  readonly postmortem: { readonly id: string; readonly key: string };
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['meetings', 'frame']);
  const formId = useId();
  const startWords = useStartWords();
  const { data, error: unasked, refetch } = useAsk(MeetingsToComeDocument, {});
  const [chosen, setChosen] = useState<string>();
  const [minutes, setMinutes] = useState('');
  const takeOff = useChange(MeetingRemoveCaseDocument);
  const add = useChange(MeetingAddCaseDocument, {
    onDone: ({ reviewMeeting }) => {
      if (!reviewMeeting) return;
      const { id, key: meeting } = reviewMeeting;
      say({
        text: t('meetings:isOnAgenda', { key, meeting }),
        undo: () => {
          takeOff.mutate({ id, postmortemId });
        },
      });
      onClose();
    },
  });
  const { faultOf, rest } = complaintsOf(add.error, ['plannedMinutes']);
  const meetings = data?.reviewMeetings.nodes;
  const meetingId = chosen ?? meetings?.[0]?.id;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('meetings:putOnAgendaOf', { key })}
      foot={
        <>
          <Button onClick={onClose}>{t('frame:cancel')}</Button>
          <Button
            kind="main"
            type="submit"
            form={formId}
            disabled={meetingId === undefined || add.isPending}
          >
            {t('meetings:putOnAgenda')}
          </Button>
        </>
      }
    >
      {rest && <Failure error={rest} />}
      {unasked && !data && <Failure error={unasked} onRetry={() => void refetch()} />}
      {!data && !unasked && <Skeleton lines={3} />}
      {meetings?.length === 0 && (
        <Empty
          action={
            <Link to="/meetings" search={{ edit: 'meeting' }} className={buttonClass()}>
              {t('meetings:newMeeting')}
            </Link>
          }
        >
          {t('meetings:noneToCome')}
        </Empty>
      )}
      {meetings && meetingId !== undefined && (
        <form
          id={formId}
          onSubmit={(event) => {
            event.preventDefault();
            event.stopPropagation();
            const plannedMinutes = minutes === '' ? null : Number(minutes);
            add.mutate({ id: meetingId, input: { postmortemId, plannedMinutes } });
          }}
        >
          <Choice
            label={t('meetings:meeting')}
            value={meetingId}
            options={meetings.map(({ id, key: meeting, title, startsAt }) => ({
              value: id,
              label: `${startWords(startsAt)} · ${meeting} ${title}`,
            }))}
            onChange={setChosen}
          />
          <TextField
            label={t('meetings:plannedMinutes')}
            fault={faultOf('plannedMinutes')}
            type="number"
            min={1}
            max={480}
            value={minutes}
            onChange={({ currentTarget: { value } }) => {
              setMinutes(value);
            }}
          />
        </form>
      )}
    </Dialog>
  );
}
