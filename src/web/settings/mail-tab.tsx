import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useAsk, useChange } from '../app/ask.js';
import { complaintsOf } from '../app/complaints.js';
import { Failure } from '../app/failure.js';
import { say } from '../app/said.js';
import {
  MailSettingsDocument,
  MailSettingsSaveDocument,
  type MailChoicesFragment,
} from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/field.js';
import { Skeleton } from '../ui/notice.js';
import css from './settings.module.css';

const LISTS = ['digest', 'reminders', 'comments', 'meetings'] as const;
const TIMES = ['quietFrom', 'quietUntil'] as const;

/** Which mail somebody gets, and when. */
export function MailTab() {
  const { t } = useTranslation('settings');
  const { data, error, refetch } = useAsk(MailSettingsDocument, {});
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data?.viewer?.mailPreferences) return <Skeleton lines={6} />;
  const { email, mailPreferences } = data.viewer;
  return (
    <>
      <p className={css['lead']}>
        {email === null ? t('mailNoAddress') : t('mailLead', { email })}
      </p>
      <MailForm key={mailPreferences.version} choices={mailPreferences} />
    </>
  );
}

function MailForm({ choices }: { readonly choices: MailChoicesFragment }) {
  const { t } = useTranslation(['settings', 'frame']);
  const [{ version: expectedVersion, ...values }, setValues] = useState(choices);
  const set = (changed: Partial<typeof values>): void => {
    setValues((present) => ({ ...present, ...changed }));
  };
  const save = useChange(MailSettingsSaveDocument, {
    onDone: () => {
      say({ text: t('frame:saved') });
    },
  });
  const { faultOf, rest } = complaintsOf(save.error, TIMES);
  return (
    <form
      className={css['form']}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ input: { ...values, expectedVersion } });
      }}
    >
      <fieldset className={css['choices']}>
        <legend>{t('settings:mailWhich')}</legend>
        {LISTS.map((name) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={values[name]}
              onChange={({ currentTarget: { checked } }) => {
                set({ [name]: checked });
              }}
            />
            <span>
              {t(`settings:mail_${name}`)}
              <small>{t(`settings:mailMeans_${name}`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset className={css['choices']}>
        <legend>{t('settings:quietHours')}</legend>
        <p className={css['lead']}>{t('settings:quietHoursHint')}</p>
        {TIMES.map((name) => (
          <TextField
            key={name}
            type="time"
            label={t(`settings:${name}`)}
            fault={faultOf(name)}
            required
            value={values[name]}
            onChange={({ currentTarget: { value } }) => {
              set({ [name]: value });
            }}
          />
        ))}
      </fieldset>
      {rest && <Failure error={rest} />}
      <Button kind="main" type="submit" disabled={save.isPending}>
        {save.isPending ? t('frame:saving') : t('frame:save')}
      </Button>
    </form>
  );
}
