import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { complaintsOf } from '../app/complaints.js';
import { Failure, failureText } from '../app/failure.js';
import { say } from '../app/said.js';
import {
  MeetingCancelDocument,
  MeetingEndDocument,
  MeetingStartDocument,
  type MeetingFactsFragment,
} from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { TextArea } from '../ui/field.js';
import { listed } from '../ui/listed.js';

interface OfMeeting {
  readonly meeting: MeetingFactsFragment;
}

/** Begins a meeting, closes it or calls it off, for whoever may. */
export function MeetingActs({ meeting }: OfMeeting) {
  const { t } = useTranslation('meetings');
  const { t: frame } = useTranslation();
  const [asked, setAsked] = useState<'end' | 'cancel'>();
  const { id, key, allowedActs } = meeting;
  const start = useChange(MeetingStartDocument, {
    onDone: () => {
      say({ text: t('startedSaid', { key }) });
    },
    onFailed: (error) => {
      say({ text: failureText(error, frame) });
    },
  });
  const close = (): void => {
    setAsked(undefined);
  };
  return (
    <>
      {allowedActs.includes('CANCEL') && (
        <Button
          onClick={() => {
            setAsked('cancel');
          }}
        >
          {t('cancelMeeting')}
        </Button>
      )}
      {allowedActs.includes('START') && (
        <Button
          kind="main"
          disabled={start.isPending}
          onClick={() => {
            start.mutate({ id });
          }}
        >
          {t('start')}
        </Button>
      )}
      {allowedActs.includes('END') && (
        <Button
          kind="main"
          onClick={() => {
            setAsked('end');
          }}
        >
          {t('end')}
        </Button>
      )}
      {asked === 'end' && <EndDialog meeting={meeting} onClose={close} />}
      {asked === 'cancel' && <CancelDialog meeting={meeting} onClose={close} />}
    </>
  );
}

interface DialogProps extends OfMeeting {
  readonly onClose: () => void;
}

/** Says what becomes of the cases that were not talked about. */
function EndDialog({ meeting: { id, key, agenda }, onClose }: DialogProps) {
  const { t, i18n } = useTranslation(['meetings', 'frame']);
  const navigate = useNavigate({ from: '/meetings/$key' });
  const { mutate, isPending, error } = useChange(MeetingEndDocument, {
    onDone: () => {
      say({ text: t('meetings:endedSaid', { key }) });
      onClose();
      void navigate({ search: { tab: 'minutes' }, replace: true });
    },
  });
  const left = agenda.filter(
    ({ outcome, decisions }) =>
      outcome === 'CARRIED_OVER' || (outcome === null && decisions.length === 0),
  );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('meetings:endTitle', { key })}
      foot={
        <>
          <Button onClick={onClose}>{t('frame:cancel')}</Button>
          <Button
            kind="main"
            disabled={isPending}
            onClick={() => {
              mutate({ id });
            }}
          >
            {t('meetings:end')}
          </Button>
        </>
      }
    >
      {error && <Failure error={error} />}
      <p>{t('meetings:endMeans')}</p>
      {left.length > 0 && (
        <p>
          {t('meetings:backToQueue', {
            cases: listed(
              left.flatMap(({ postmortem }) => (postmortem ? [postmortem.key] : [])),
              i18n.language,
            ),
          })}
        </p>
      )}
    </Dialog>
  );
}

function CancelDialog({ meeting: { id, key }, onClose }: DialogProps) {
  const { t } = useTranslation(['meetings', 'frame']);
  const formId = useId();
  const [reason, setReason] = useState('');
  const { mutate, isPending, error } = useChange(MeetingCancelDocument, {
    onDone: () => {
      say({ text: t('meetings:canceledSaid', { key }) });
      onClose();
    },
  });
  const { faultOf, rest } = complaintsOf(error, ['reason']);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('meetings:cancelTitle', { key })}
      foot={
        <>
          <Button onClick={onClose}>{t('frame:back')}</Button>
          <Button kind="danger" type="submit" form={formId} disabled={isPending}>
            {t('meetings:cancelMeeting')}
          </Button>
        </>
      }
    >
      {rest && <Failure error={rest} />}
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          mutate({ id, input: { reason } });
        }}
      >
        <TextArea
          label={t('meetings:reason')}
          hint={t('meetings:reasonHint')}
          fault={faultOf('reason')}
          required
          value={reason}
          dir="auto"
          onChange={({ currentTarget: { value } }) => {
            setReason(value);
          }}
        />
      </form>
    </Dialog>
  );
}
