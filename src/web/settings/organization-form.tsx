import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { complaintsOf } from '../app/complaints.js';
import { Failure } from '../app/failure.js';
import { OrganizationSaveDocument, type OrganizationNameQuery } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/field.js';
import css from './settings.module.css';

/** The name of the organization. */
export function OrganizationForm({
  organization,
  label,
  onDone,
}: {
  readonly organization: OrganizationNameQuery['organization'];
  /** What the button says. */
  readonly label: string;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation(['admin', 'frame']);
  const [name, setName] = useState(organization.name ?? '');
  const save = useChange(OrganizationSaveDocument, { onDone });
  const { faultOf, rest } = complaintsOf(save.error, ['name']);
  return (
    <form
      className={css['form']}
      onSubmit={(event) => {
        event.preventDefault();
        const given = name.trim() === '' ? null : name;
        save.mutate({ input: { name: given, expectedVersion: organization.version } });
      }}
    >
      <TextField
        label={t('admin:organizationName')}
        fault={faultOf('name')}
        value={name}
        dir="auto"
        maxLength={200}
        autoComplete="organization"
        onChange={(event) => {
          setName(event.currentTarget.value);
        }}
      />
      {rest && <Failure error={rest} />}
      <Button kind="main" type="submit" disabled={save.isPending}>
        {save.isPending ? t('frame:saving') : label}
      </Button>
    </form>
  );
}
