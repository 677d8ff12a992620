import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { RefusedError } from '../app/api.js';
import { useAsk, useChange } from '../app/ask.js';
import { complaintsOf } from '../app/complaints.js';
import { say } from '../app/said.js';
import {
  TeamCalendarsDocument,
  TeamCreateDocument,
  TeamUpdateDocument,
  type TeamFactsFragment,
  type TeamUpdateMutation,
} from '../gql/documents.js';
import { ScheduleFields, type Schedule } from '../digest/schedule-fields.js';
import { Choice, TextField } from '../ui/field.js';
import { FormDialog } from './form-dialog.js';

const FIELDS = ['name', 'key', 'calendarId'] as const;

interface Values {
  readonly name: string;
  readonly key: string;
  /** Empty for that of the organization. */
  readonly calendarId: string;
  /** Null: as the organization says. */
  readonly digestSchedule: Schedule | null;
}

/** Names a team, a new one or one that is known. */
export function TeamForm({
  team,
  mayChangeKey,
  onClose,
}: {
  /** Null for a new one. */
  readonly team: TeamFactsFragment | null;
  readonly mayChangeKey: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['catalog', 'digest']);
  const [values, setValues] = useState<Values>({
    name: team?.name ?? '',
    key: team?.key ?? '',
    calendarId: team?.calendar?.id ?? '',
    digestSchedule: team?.digestSchedule ?? null,
  });
  const calendars = useAsk(TeamCalendarsDocument, {}, { when: team !== null }).data?.workCalendars;
  const { save, isPending, error } = useSaving(team, values, onClose);
  const { faultOf, rest } = complaintsOf(error, FIELDS);
  return (
    <FormDialog
      title={team ? t('editTeam', { name: team.name }) : t('newTeam')}
      isPending={isPending}
      error={error}
      rest={rest}
      onSave={save}
      onClose={onClose}
    >
      <TextField
        label={t('name')}
        fault={faultOf('name')}
        value={values.name}
        required
        dir="auto"
        onChange={({ currentTarget: { value } }) => {
          setValues({ ...values, name: value });
        }}
      />
      {mayChangeKey && (
        <TextField
          label={t('teamKey')}
          hint={t('teamKeyHint')}
          fault={faultOf('key')}
          value={values.key}
          required
          autoCapitalize="off"
          spellCheck={false}
          onChange={({ currentTarget: { value } }) => {
            setValues({ ...values, key: value });
          }}
        />
      )}
      {calendars && calendars.length > 0 && (
        <Choice
          label={t('calendar')}
          fault={faultOf('calendarId')}
          value={values.calendarId}
          options={[
            { value: '', label: t('usualCalendar') },
            ...calendars.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(calendarId) => {
            setValues({ ...values, calendarId });
          }}
        />
      )}
      {team && (
        <ScheduleFields
          label={t('digest:weekly')}
          value={values.digestSchedule}
          usual={t('digest:asOrganization')}
          onChange={(digestSchedule) => {
            setValues({ ...values, digestSchedule });
          }}
        />
      )}
    </FormDialog>
  );
}

function useSaving(team: TeamFactsFragment | null, values: Values, onClose: () => void) {
  const { t } = useTranslation('catalog');
  const navigate = useNavigate();
  const [version, setVersion] = useState(team?.version);
  const done = (saved: TeamFactsFragment | null): void => {
    say({ text: t('savedSaid', { name: values.name }) });
    // The address of a team is its key.
    if (saved && saved.key !== team?.key) {
      void navigate({ to: '/teams/$key', params: { key: saved.key }, replace: team !== null });
    } else onClose();
  };
  const create = useChange(TeamCreateDocument, {
    onDone: (payload) => {
      done(payload.team);
    },
  });
  const update = useChange(TeamUpdateDocument, {
    onDone: (payload) => {
      done(payload.team);
    },
    onFailed: (error) => {
      if (!(error instanceof RefusedError) || error.code !== 'CONFLICT') return;
      setVersion((error.payload as TeamUpdateMutation['teamUpdate']).team?.version);
    },
  });
  const used = team ? update : create;
  return {
    isPending: used.isPending,
    error: used.error,
    save: () => {
      if (!team) {
        create.mutate({ input: { name: values.name, key: values.key } });
        return;
      }
      // Whoever leads a team may not change its key, not even to the same.
      const key = values.key === team.key ? {} : { key: values.key };
      const calendarId = values.calendarId === '' ? null : values.calendarId;
      const { digestSchedule } = values;
      const input = {
        name: values.name,
        calendarId,
        digestSchedule,
        ...key,
        expectedVersion: version,
      };
      update.mutate({ id: team.id, input });
    },
  };
}
