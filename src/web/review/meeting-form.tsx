import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { RefusedError } from '../app/api.js';
import { useChange } from '../app/ask.js';
import { complaintsOf } from '../app/complaints.js';
import { say } from '../app/said.js';
import { useOwnZone } from '../app/viewer.js';
import { FormDialog } from '../catalog/form-dialog.js';
import {
  MeetingCreateDocument,
  MeetingUpdateDocument,
  type MeetingFactsFragment,
  type MeetingUpdateMutation,
} from '../gql/documents.js';
import { ZoneChoice } from '../incident/zone-choice.js';
import { TextField } from '../ui/field.js';
import { instantOf, wallOf } from '../ui/zone.js';
import css from './review.module.css';
import {
  DurationField,
  InvitationFields,
  SLOT_FIELDS,
  slotInput,
  slotOf,
  TitleField,
  type SlotDraft,
} from './slot-fields.js';

const FIELDS = [...SLOT_FIELDS, 'startsAt', 'zone'];

interface When {
  readonly day: string;
  readonly time: string;
  readonly zone: string;
}

/** Plans a single meeting, or changes one. */
export function MeetingForm({
  meeting,
  onClose,
}: {
  /** Null for a new one. */
  readonly meeting: MeetingFactsFragment | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('meetings');
  const ownZone = useOwnZone();
  const [slot, setSlot] = useState(() => slotOf(meeting));
  const [when, setWhen] = useState<When>(() => whenOf(meeting, ownZone));
  const { save, isPending, error, isTimeless } = useSaving(meeting, slot, when, onClose);
  const { faultOf, rest } = complaintsOf(error, FIELDS);
  const shared = {
    slot,
    faultOf,
    set: (changed: Partial<SlotDraft>) => {
      setSlot((before) => ({ ...before, ...changed }));
    },
  };
  const set = (changed: Partial<When>): void => {
    setWhen((before) => ({ ...before, ...changed }));
  };
  return (
    <FormDialog
      title={meeting ? t('editMeeting', { key: meeting.key }) : t('newMeeting')}
      isPending={isPending}
      error={error}
      rest={rest}
      onSave={save}
      onClose={onClose}
    >
      <TitleField {...shared} />
      <div className={css['fields']}>
        <TextField
          label={t('day')}
          fault={isTimeless ? t('timeless') : faultOf('startsAt')}
          type="date"
          required
          value={when.day}
          onChange={({ currentTarget: { value } }) => {
            set({ day: value });
          }}
        />
        <TextField
          label={t('begins')}
          type="time"
          required
          value={when.time}
          onChange={({ currentTarget: { value } }) => {
            set({ time: value });
          }}
        />
        <DurationField {...shared} />
      </div>
      {meeting && <p className={css['soft']}>{t('timeHint')}</p>}
      <ZoneChoice
        zone={when.zone}
        onZone={(zone) => {
          set({ zone });
        }}
      />
      <InvitationFields {...shared} />
    </FormDialog>
  );
}

const DAY_MS = 86_400_000;

function whenOf(meeting: MeetingFactsFragment | null, ownZone: string): When {
  const zone = meeting?.zone ?? ownZone;
  if (meeting) return { ...wallOf(meeting.startsAt, zone), zone };
  const { day } = wallOf(new Date(Date.now() + DAY_MS).toISOString(), zone);
  return { day, time: '14:00', zone };
}

function useSaving(
  meeting: MeetingFactsFragment | null,
  slot: SlotDraft,
  { day, time, zone }: When,
  onClose: () => void,
) {
  const { t } = useTranslation('meetings');
  const navigate = useNavigate();
  const [version, setVersion] = useState(meeting?.version);
  const [isTimeless, setTimeless] = useState(false);
  const create = useChange(MeetingCreateDocument, {
    onDone: ({ reviewMeeting }) => {
      if (!reviewMeeting) return;
      const { key } = reviewMeeting;
      say({ text: t('plannedSaid', { key }) });
      void navigate({ to: '/meetings/$key', params: { key } });
    },
  });
  const update = useChange(MeetingUpdateDocument, {
    onDone: ({ reviewMeeting }) => {
      say({ text: t('savedSaid', { name: reviewMeeting?.key ?? '' }) });
      onClose();
    },
    onFailed: (error) => {
      if (!(error instanceof RefusedError) || error.code !== 'CONFLICT') return;
      const { reviewMeeting } = error.payload as MeetingUpdateMutation['reviewMeetingUpdate'];
      setVersion(reviewMeeting?.version);
    },
  });
  const used = meeting ? update : create;
  return {
    isPending: used.isPending,
    error: used.error,
    isTimeless,
    save: () => {
      const startsAt = instantOf(`${day} ${time}`, zone);
      setTimeless(startsAt === null);
      if (startsAt === null) return;
      const input = { ...slotInput(slot), startsAt, zone };
      if (meeting) update.mutate({ id: meeting.id, input: { ...input, expectedVersion: version } });
      else create.mutate({ input });
    },
  };
}
