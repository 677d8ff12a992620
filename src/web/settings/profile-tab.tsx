import { useMemo } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { useAsk, useChange } from '../app/ask.js';
import { complaintsOf } from '../app/complaints.js';
import { Failure } from '../app/failure.js';
import { LANGUAGES, pageLanguage, tagOf, type LanguageTag } from '../app/language.js';
import { applyZone } from '../app/own-zone.js';
import { say } from '../app/said.js';
import {
  ProfileDocument,
  ProfileSaveDocument,
  type Language,
  type ProfileQuery,
} from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Field, TextField } from '../ui/field.js';
import field from '../ui/field.module.css';
import { Skeleton } from '../ui/notice.js';
import { zoneName } from '../ui/zone.js';
import css from './settings.module.css';

type Profile = NonNullable<ProfileQuery['viewer']>;

/** Every language under its own name; whoever needs it cannot read the others. */
const LANGUAGE_NAMES: Record<LanguageTag, string> = {
  en: 'English',
  'zh-Hant': '繁體中文',
  'zh-Hans': '简体中文',
};

/** How somebody is called, and in which language and time zone they read. */
export function ProfileTab() {
  const { data, error, refetch } = useAsk(ProfileDocument, {});
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data?.viewer) return <Skeleton lines={6} />;
  return <ProfileForm key={data.viewer.version} profile={data.viewer} />;
}

function ProfileForm({ profile }: { readonly profile: Profile }) {
  const { t } = useTranslation(['settings', 'frame', 'vocabulary']);
  const form = useForm({
    defaultValues: {
      name: profile.name,
      locale: profile.locale ?? LANGUAGES[pageLanguage()],
      zone: profile.zone ?? '',
    },
  });
  const save = useChange(ProfileSaveDocument, {
    onDone: ({ person }) => {
      if (!person) return;
      applyZone(person.zone);
      const tag = person.locale && tagOf(person.locale);
      if (tag && tag !== pageLanguage()) {
        const query = new URLSearchParams({ to: tag, next: '/settings' });
        window.location.assign(`/language?${query.toString()}`);
      } else say({ text: t('frame:saved') });
    },
  });
  const { faultOf, rest } = complaintsOf(save.error, ['name', 'locale', 'zone']);
  return (
    <form
      className={css['form']}
      noValidate
      onSubmit={(event) =>
        void form.handleSubmit(({ name, locale, zone }) => {
          const input = {
            name,
            locale,
            zone: zone === '' ? null : zone,
            expectedVersion: profile.version,
          };
          save.mutate({ id: profile.id, input });
        })(event)
      }
    >
      <TextField
        label={t('settings:name')}
        hint={t('settings:nameHint')}
        fault={form.formState.errors.name?.message ?? faultOf('name')}
        autoComplete="name"
        dir="auto"
        maxLength={200}
        {...form.register('name', { required: t('settings:nameMissing') })}
      />
      <Field
        label={t('frame:language')}
        hint={t('settings:languageHint')}
        fault={faultOf('locale')}
      >
        {(attributes) => (
          <select className={field['control']} {...attributes} {...form.register('locale')}>
            {(Object.entries(LANGUAGES) as [LanguageTag, Language][]).map(([tag, language]) => (
              <option key={tag} value={language} lang={tag}>
                {LANGUAGE_NAMES[tag]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('settings:zone')} hint={t('settings:zoneHint')} fault={faultOf('zone')}>
        {(attributes) => (
          <select className={field['control']} {...attributes} {...form.register('zone')}>
            <ZoneOptions present={profile.zone} />
          </select>
        )}
      </Field>
      <p className={css['facts']}>
        {profile.email !== null && <span>{profile.email}</span>}
        <span>{t(`vocabulary:role${profile.role}`)}</span>
      </p>
      {rest && <Failure error={rest} />}
      <Button kind="main" type="submit" disabled={save.isPending}>
        {save.isPending ? t('frame:saving') : t('frame:save')}
      </Button>
    </form>
  );
}

/** That of the browser first, then every other. */
function ZoneOptions({ present }: { readonly present: string | null }) {
  const { t } = useTranslation('settings');
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  const browser = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const now = new Date().toISOString();
  const others = [...new Set(['UTC', ...(present === null ? [] : [present]), ...zones])];
  return (
    <>
      <option value="">{t('zoneOfBrowser', { zone: zoneName(browser, now) })}</option>
      {others.map((zone) => (
        <option key={zone} value={zone} lang="en">
          {zone.replaceAll('_', ' ')}
        </option>
      ))}
    </>
  );
}
