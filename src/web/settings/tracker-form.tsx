import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { complaintsOf } from '../app/complaints.js';
import { say } from '../app/said.js';
import { FormDialog } from '../catalog/form-dialog.js';
import {
  TrackerConnectionCreateDocument,
  TrackerConnectionUpdateDocument,
  type TrackerConnectionLineFragment,
  type TrackerProvider,
} from '../gql/documents.js';
import { Choice, TextArea, TextField } from '../ui/field.js';
import type { NewSecret } from './tracker-steps.js';

const FIELDS = ['provider', 'name', 'baseUrl', 'projects'] as const;
const PROVIDERS: readonly TrackerProvider[] = ['GITHUB', 'GITLAB', 'JIRA'];
const USUAL_ADDRESS: Readonly<Record<TrackerProvider, string>> = {
  GITHUB: 'https://github.com',
  GITLAB: 'https://gitlab.com',
  JIRA: '',
};

interface Values {
  readonly provider: TrackerProvider;
  readonly name: string;
  readonly baseUrl: string;
  /** One on each line. */
  readonly projects: string;
}

/** Connects a tracker, or changes a connection. */
export function TrackerForm({
  connection,
  onSecret,
  onClose,
}: {
  /** Null for a new one. */
  readonly connection: TrackerConnectionLineFragment | null;
  readonly onSecret: (made: NewSecret) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('tracker');
  const [values, setValues] = useState<Values>({
    provider: connection?.provider ?? 'GITHUB',
    name: connection?.name ?? 'GitHub',
    baseUrl: connection?.baseUrl ?? USUAL_ADDRESS.GITHUB,
    projects: connection?.projects?.join('\n') ?? '',
  });
  const { save, isPending, error } = useSaving(connection, values, onSecret, onClose);
  const { faultOf, rest } = complaintsOf(error, FIELDS);
  const set = (changes: Partial<Values>): void => {
    setValues({ ...values, ...changes });
  };
  const { provider } = values;
  return (
    <FormDialog
      title={connection ? t('editNamed', { name: connection.name }) : t('add')}
      isPending={isPending}
      error={error}
      rest={rest}
      onSave={save}
      onClose={onClose}
    >
      {!connection && (
        <Choice
          label={t('kind')}
          hint={t(`hint${provider}`)}
          fault={faultOf('provider')}
          value={provider}
          options={PROVIDERS.map((each) => ({ value: each, label: t(`kind${each}`) }))}
          onChange={(next) => {
            set({ provider: next, name: t(`kind${next}`), baseUrl: USUAL_ADDRESS[next] });
          }}
        />
      )}
      <TextField
        label={t('name')}
        fault={faultOf('name')}
        value={values.name}
        required
        dir="auto"
        maxLength={200}
        autoComplete="off"
        onChange={({ currentTarget: { value } }) => {
          set({ name: value });
        }}
      />
      <TextField
        label={t('baseUrl')}
        fault={faultOf('baseUrl')}
        type="url"
        value={values.baseUrl}
        required
        maxLength={2_048}
        placeholder={provider === 'JIRA' ? 'https://acme.atlassian.net' : undefined}
        autoComplete="off"
        spellCheck={false}
        onChange={({ currentTarget: { value } }) => {
          set({ baseUrl: value });
        }}
      />
      <TextArea
        label={t('projects')}
        hint={t('projectsHint')}
        fault={faultOf('projects')}
        rows={3}
        placeholder={t(`projects${provider}`)}
        spellCheck={false}
        value={values.projects}
        onChange={({ currentTarget: { value } }) => {
          set({ projects: value });
        }}
      />
    </FormDialog>
  );
}

function useSaving(
  connection: TrackerConnectionLineFragment | null,
  { provider, name, baseUrl, projects: lines }: Values,
  onSecret: (made: NewSecret) => void,
  onClose: () => void,
) {
  const { t } = useTranslation('tracker');
  const create = useChange(TrackerConnectionCreateDocument, {
    onDone: ({ trackerConnection: made, secret }) => {
      if (made && typeof secret === 'string') onSecret({ connection: made, secret });
      onClose();
    },
  });
  const update = useChange(TrackerConnectionUpdateDocument, {
    onDone: () => {
      say({ text: t('saved', { name }) });
      onClose();
    },
  });
  const projects = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const { isPending, error } = connection ? update : create;
  return {
    isPending,
    error,
    save: () => {
      if (connection) {
        const input = { name, baseUrl, projects, expectedVersion: connection.version };
        update.mutate({ id: connection.id, input });
      } else {
        create.mutate({ input: { provider, name, baseUrl, projects } });
      }
    },
  };
}
