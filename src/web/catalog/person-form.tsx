import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { complaintsOf } from '../app/complaints.js';
import { say } from '../app/said.js';
import { PersonCreateDocument } from '../gql/documents.js';
import { TextField } from '../ui/field.js';
import { FormDialog } from './form-dialog.js';

const FIELDS = ['name', 'email'] as const;

/** Makes somebody known, so that cases can name them. */
export function PersonForm({
  takesEmail,
  onClose,
}: {
  /** Only administrators give addresses: accounts hang on them. */
  readonly takesEmail: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['catalog', 'frame']);
  const [values, setValues] = useState({ name: '', email: '' });
  const { mutate, isPending, error } = useChange(PersonCreateDocument, {
    onDone: () => {
      say({ text: t('catalog:personAdded', { name: values.name }) });
      onClose();
    },
  });
  const { faultOf, rest } = complaintsOf(error, FIELDS);
  return (
    <FormDialog
      title={t('catalog:newPerson')}
      isPending={isPending}
      error={error}
      rest={rest}
      onSave={() => {
        const { name, email } = values;
        mutate({ input: { name, ...(email.trim() === '' ? {} : { email }) } });
      }}
      onClose={onClose}
    >
      <TextField
        label={t('catalog:personName')}
        hint={t('catalog:personHint')}
        fault={faultOf('name')}
        value={values.name}
        required
        dir="auto"
        autoComplete="off"
        onChange={({ currentTarget: { value } }) => {
          setValues({ ...values, name: value });
        }}
      />
      {takesEmail && (
        <TextField
          type="email"
          label={`${t('frame:email')} (${t('frame:optional')})`}
          fault={faultOf('email')}
          value={values.email}
          autoComplete="off"
          onChange={({ currentTarget: { value } }) => {
            setValues({ ...values, email: value });
          }}
        />
      )}
    </FormDialog>
  );
}
