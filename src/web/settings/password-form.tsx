import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { complaintsOf } from '../app/complaints.js';
import { Failure } from '../app/failure.js';
import { say } from '../app/said.js';
import { PasswordChangeDocument } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/field.js';
import css from './settings.module.css';

/** A new password, for whoever knows the present one. */
export function PasswordForm({ email }: { readonly email: string | null }) {
  const { t } = useTranslation(['settings', 'frame']);
  const form = useForm({ defaultValues: { currentPassword: '', newPassword: '' } });
  const change = useChange(PasswordChangeDocument, {
    onDone: () => {
      form.reset();
      say({ text: t('settings:passwordChanged') });
    },
  });
  const { faultOf, rest } = complaintsOf(change.error, ['currentPassword', 'newPassword']);
  const { errors } = form.formState;
  return (
    <form
      className={css['form']}
      noValidate
      onSubmit={(event) =>
        void form.handleSubmit((input) => {
          change.mutate({ input });
        })(event)
      }
    >
      {/* For the password manager: it keeps the new one under this name. */}
      <input type="text" autoComplete="username" readOnly hidden value={email ?? ''} />
      <TextField
        label={t('settings:currentPassword')}
        type="password"
        autoComplete="current-password"
        fault={errors.currentPassword?.message ?? faultOf('currentPassword')}
        {...form.register('currentPassword', { required: t('settings:currentPasswordMissing') })}
      />
      <TextField
        label={t('settings:newPassword')}
        hint={t('settings:newPasswordHint')}
        type="password"
        autoComplete="new-password"
        fault={errors.newPassword?.message ?? faultOf('newPassword')}
        {...form.register('newPassword', { required: t('settings:newPasswordMissing') })}
      />
      {rest && <Failure error={rest} />}
      <Button type="submit" kind="main" disabled={change.isPending}>
        {change.isPending ? t('frame:saving') : t('settings:changePassword')}
      </Button>
    </form>
  );
}
