import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { RefusedError } from '../app/api.js';
import { useChange } from '../app/ask.js';
import { complaintsOf } from '../app/complaints.js';
import { say } from '../app/said.js';
import { FormDialog } from '../catalog/form-dialog.js';
import { PersonPicker, type PickedPerson } from '../catalog/person-picker.js';
import { TeamPicker, type PickedTeam } from '../catalog/team-picker.js';
import {
  InitiativeCreateDocument,
  InitiativeUpdateDocument,
  type InitiativeFactsFragment,
  type InitiativeUpdateMutation,
} from '../gql/documents.js';
import { TextArea, TextField } from '../ui/field.js';

const FIELDS = ['title', 'goal', 'ownerId', 'teamId', 'targetOn'];

interface Values {
  readonly title: string;
  readonly goal: string;
  readonly owner: PickedPerson | null;
  readonly team: PickedTeam | null;
  readonly targetOn: string;
}

/** Describes an initiative, a new one or one that is known. */
export function InitiativeForm({
  initiative,
  onClose,
}: {
  /** Null for a new one. */
  readonly initiative: InitiativeFactsFragment | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('initiatives');
  const [values, setValues] = useState<Values>(() => ({
    title: initiative?.title ?? '',
    goal: initiative?.goal ?? '',
    owner: initiative?.owner ?? null,
    team: initiative?.team ?? null,
    targetOn: initiative?.targetOn ?? '',
  }));
  const set = (changed: Partial<Values>): void => {
    setValues((before) => ({ ...before, ...changed }));
  };
  const { save, isPending, error } = useSaving(initiative, values, onClose);
  const { faultOf, rest } = complaintsOf(error, FIELDS);
  return (
    <FormDialog
      title={initiative ? t('editInitiative', { key: initiative.key }) : t('newInitiative')}
      isPending={isPending}
      error={error}
      rest={rest}
      onSave={save}
      onClose={onClose}
    >
      <TextField
        label={t('title')}
        hint={t('titleHint')}
        fault={faultOf('title')}
        value={values.title}
        required
        maxLength={500}
        dir="auto"
        onChange={({ currentTarget: { value } }) => {
          set({ title: value });
        }}
      />
      <TextArea
        label={t('goal')}
        hint={t('goalHint')}
        fault={faultOf('goal')}
        value={values.goal}
        dir="auto"
        onChange={({ currentTarget: { value } }) => {
          set({ goal: value });
        }}
      />
      <PersonPicker
        label={t('owner')}
        fault={faultOf('ownerId')}
        value={values.owner}
        onChange={(owner) => {
          set({ owner });
        }}
      />
      <TeamPicker
        label={t('team')}
        fault={faultOf('teamId')}
        value={values.team}
        onChange={(team) => {
          set({ team });
        }}
      />
      <TextField
        type="date"
        label={t('targetOn')}
        fault={faultOf('targetOn')}
        value={values.targetOn}
        min="2000-01-01"
        max="2999-12-31"
        onChange={({ currentTarget: { value } }) => {
          set({ targetOn: value });
        }}
      />
    </FormDialog>
  );
}

function useSaving(
  initiative: InitiativeFactsFragment | null,
  { title, goal, owner, team, targetOn }: Values,
  onClose: () => void,
) {
  const { t } = useTranslation('initiatives');
  const navigate = useNavigate();
  const [version, setVersion] = useState(initiative?.version);
  const create = useChange(InitiativeCreateDocument, {
    onDone: ({ initiative: made }) => {
      if (!made) return;
      const { key } = made;
      say({ text: t('savedSaid', { key }) });
      void navigate({ to: '/initiatives/$key', params: { key } });
    },
  });
  const update = useChange(InitiativeUpdateDocument, {
    onDone: ({ initiative: saved }) => {
      say({ text: t('savedSaid', { key: saved?.key ?? '' }) });
      onClose();
    },
    onFailed: (error) => {
      if (!(error instanceof RefusedError) || error.code !== 'CONFLICT') return;
      const payload = error.payload as InitiativeUpdateMutation['initiativeUpdate'];
      setVersion(payload.initiative?.version);
    },
  });
  const used = initiative ? update : create;
  return {
    isPending: used.isPending,
    error: used.error,
    save: () => {
      const input = {
        title,
        goal: goal.trim() === '' ? null : goal,
        ownerId: owner?.id ?? null,
        teamId: team?.id ?? null,
        targetOn: targetOn === '' ? null : targetOn,
      };
      if (initiative) {
        update.mutate({ id: initiative.id, input: { ...input, expectedVersion: version } });
      } else create.mutate({ input });
    },
  };
}
