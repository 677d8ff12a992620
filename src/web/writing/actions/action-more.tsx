import { useTranslation } from 'react-i18next';

import type { LanguageTag } from '../../app/language.js';
import { PersonPicker } from '../../catalog/person-picker.js';
import { TeamPicker } from '../../catalog/team-picker.js';
import { TextArea, TextField } from '../../ui/field.js';
import type { Entry } from '../entries/steps.js';
import type { EntryStore } from '../entries/store.js';
import type { ActionValues } from './action-values.js';
import css from './actions.module.css';

/** Who sees to an action item, until when, and what more there is to say of it. */
export function ActionMore({
  entry: { key, values },
  ownerText,
  store,
  lang,
}: {
  readonly entry: Entry<ActionValues>;
  /** The owner in the words of an imported file. */
  readonly ownerText: string | null;
  readonly store: EntryStore<ActionValues>;
  readonly lang: LanguageTag;
}) {
  const { t } = useTranslation('parts');
  const set = (changes: Partial<ActionValues>, when?: 'soon'): void => {
    store.set(key, changes, when);
  };
  return (
    <div className={css['more']}>
      <PersonPicker
        label={t('actionOwner')}
        {...(ownerText === null ? {} : { hint: t('actionOwnerText', { name: ownerText }) })}
        value={values.owner}
        onChange={(owner) => {
          set({ owner: owner && { id: owner.id, name: owner.name } });
        }}
      />
      <TeamPicker
        label={t('actionTeam')}
        value={values.team}
        onChange={(team) => {
          set({ team: team && { id: team.id, key: team.key, name: team.name } });
        }}
      />
      <TextField
        label={t('actionDue')}
        type="date"
        value={values.dueOn ?? ''}
        onChange={(event) => {
          set({ dueOn: event.currentTarget.value || null });
        }}
      />
      <TextField
        label={t('actionTracker')}
        type="url"
        inputMode="url"
        placeholder="https://"
        value={values.trackerUrl}
        maxLength={2_048}
        onChange={(event) => {
          set({ trackerUrl: event.currentTarget.value }, 'soon');
        }}
        onBlur={() => void store.save()}
      />
      <div className={css['wide']}>
        <TextArea
          label={t('actionDetail')}
          lang={lang}
          dir="auto"
          value={values.detail}
          maxLength={20_000}
          onChange={(event) => {
            set({ detail: event.currentTarget.value }, 'soon');
          }}
          onBlur={() => void store.save()}
        />
      </div>
    </div>
  );
}
