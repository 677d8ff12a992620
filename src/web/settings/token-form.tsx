import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { complaintsOf } from '../app/complaints.js';
import { Failure } from '../app/failure.js';
import { TokenCreateDocument, type Role, type TokenScope } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Field, TextField } from '../ui/field.js';
import field from '../ui/field.module.css';
import css from './settings.module.css';

/** What a token can be for besides reading, by role. */
const SCOPES: Readonly<Record<Role, readonly Exclude<TokenScope, 'READ'>[]>> = {
  ADMIN: ['WRITE', 'RESTRICTED', 'ADMIN'],
  MEMBER: ['WRITE', 'RESTRICTED'],
  VIEWER: ['RESTRICTED'],
};

const DAYS = ['7', '30', '90', '366'] as const;

/** Makes a token. */
export function TokenForm({
  role,
  onMade,
}: {
  readonly role: Role;
  readonly onMade: (token: string | undefined) => void;
}) {
  const { t } = useTranslation(['settings', 'frame', 'vocabulary']);
  const form = useForm<{ name: string; days: string; scopes: TokenScope[] }>({
    defaultValues: { name: '', days: '90', scopes: [] },
  });
  const create = useChange(TokenCreateDocument, {
    onDone: ({ token }) => {
      onMade(token ?? undefined);
      form.reset();
    },
  });
  const { faultOf, rest } = complaintsOf(create.error, ['name', 'days', 'scopes']);
  return (
    <form
      className={css['form']}
      noValidate
      onSubmit={(event) =>
        void form.handleSubmit(({ name, days, scopes }) => {
          onMade(undefined);
          const input = { name, days: Number(days), scopes: ['READ' as const, ...scopes] };
          create.mutate({ input: { ...input, kind: 'API' } });
        })(event)
      }
    >
      <TextField
        label={t('settings:tokenName')}
        hint={t('settings:tokenNameHint')}
        fault={form.formState.errors.name?.message ?? faultOf('name')}
        autoComplete="off"
        dir="auto"
        maxLength={200}
        {...form.register('name', { required: t('settings:tokenNameMissing') })}
      />
      <fieldset className={css['choices']}>
        <legend>{t('settings:tokenMay')}</legend>
        <label className={css['choice']}>
          <input type="checkbox" checked disabled readOnly />
          <ScopeText scope="READ" />
        </label>
        {SCOPES[role].map((scope) => (
          <label key={scope} className={css['choice']}>
            <input type="checkbox" value={scope} {...form.register('scopes')} />
            <ScopeText scope={scope} />
          </label>
        ))}
        {faultOf('scopes') !== undefined && <p className={field['fault']}>{faultOf('scopes')}</p>}
      </fieldset>
      <Field label={t('settings:tokenDays')} fault={faultOf('days')}>
        {(attributes) => (
          <select className={field['control']} {...attributes} {...form.register('days')}>
            {DAYS.map((days) => (
              <option key={days} value={days}>
                {t('settings:days', { count: Number(days) })}
              </option>
            ))}
          </select>
        )}
      </Field>
      {rest && <Failure error={rest} />}
      <Button type="submit" kind="main" disabled={create.isPending}>
        {create.isPending ? t('frame:saving') : t('settings:makeToken')}
      </Button>
    </form>
  );
}

function ScopeText({ scope }: { readonly scope: TokenScope }) {
  const { t } = useTranslation(['settings', 'vocabulary']);
  return (
    <span>
      {t(`vocabulary:scope${scope}`)}
      <small>{t(`settings:scopeHelp${scope}`)}</small>
    </span>
  );
}
