import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { complaintsOf } from '../app/complaints.js';
import { Failure } from '../app/failure.js';
import { AdminPersonCreateDocument, type Role } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { Field, TextField } from '../ui/field.js';
import field from '../ui/field.module.css';
import { InvitationDialog } from './invitation-dialog.js';
import { ROLES } from './person-line.js';

/** Somebody new, and then the link by which they come in. */
export function NewPersonDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['admin', 'frame', 'settings', 'vocabulary']);
  const [made, setMade] = useState<{ readonly id: string; readonly name: string }>();
  const form = useForm({ defaultValues: { name: '', email: '', role: 'MEMBER' as Role } });
  const create = useChange(AdminPersonCreateDocument, {
    onDone: ({ person }) => {
      if (person) setMade(person);
    },
  });
  const { faultOf, rest } = complaintsOf(create.error, ['name', 'email', 'role']);
  const { errors } = form.formState;
  if (made) return <InvitationDialog person={made} onClose={onClose} />;
  const id = 'new-person';
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('admin:addPerson')}
      foot={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('frame:cancel')}
          </Button>
          <Button kind="main" type="submit" form={id} disabled={create.isPending}>
            {create.isPending ? t('frame:saving') : t('admin:addAndInvite')}
          </Button>
        </>
      }
    >
      <form
        id={id}
        noValidate
        onSubmit={(event) =>
          void form.handleSubmit((input) => {
            create.mutate({ input });
          })(event)
        }
      >
        <TextField
          label={t('settings:name')}
          fault={errors.name?.message ?? faultOf('name')}
          autoComplete="off"
          dir="auto"
          maxLength={200}
          {...form.register('name', { required: t('admin:nameMissing') })}
        />
        <TextField
          label={t('frame:email')}
          type="email"
          fault={errors.email?.message ?? faultOf('email')}
          autoComplete="off"
          maxLength={254}
          {...form.register('email', { required: t('admin:emailMissing') })}
        />
        <Field label={t('admin:role')} hint={t('admin:roleHint')} fault={faultOf('role')}>
          {(attributes) => (
            <select className={field['control']} {...attributes} {...form.register('role')}>
              {ROLES.map((role) => (
                <option key={role} value={role}>
                  {t(`vocabulary:role${role}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {rest && <Failure error={rest} />}
      </form>
    </Dialog>
  );
}
