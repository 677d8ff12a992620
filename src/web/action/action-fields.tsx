import { useTranslation } from 'react-i18next';

import { tagOf } from '../app/language.js';
import { PersonPicker } from '../catalog/person-picker.js';
import { TeamPicker } from '../catalog/team-picker.js';
import type { Language } from '../gql/documents.js';
import { Choice, TextArea, TextField } from '../ui/field.js';
import css from './action-page.module.css';
import type { ActionValues } from './action-values.js';
import { PRIORITIES, TYPES } from './board-address.js';

/** The fields of the form of an action. */
export function ActionFields({
  values,
  set,
  faultOf,
  lang,
  hasTracker = true,
}: {
  readonly values: ActionValues;
  readonly set: (changed: Partial<ActionValues>) => void;
  readonly faultOf: (field: string) => string | undefined;
  readonly lang: Language;
  /** Whether it can be said at once where it is tracked. */
  readonly hasTracker?: boolean;
}) {
  const { t } = useTranslation(['action', 'vocabulary']);
  const none = { value: '' as const, label: t('action:notChosen') };
  return (
    <>
      <TextField
        label={t('action:title')}
        hint={t('action:titleHint')}
        fault={faultOf('title')}
        value={values.title}
        required
        lang={tagOf(lang)}
        dir="auto"
        onChange={({ currentTarget: { value } }) => {
          set({ title: value });
        }}
      />
      <div className={css['pair']}>
        <Choice
          label={t('action:type')}
          fault={faultOf('type')}
          value={values.type}
          options={[
            none,
            ...TYPES.map((value) => ({ value, label: t(`vocabulary:type${value}`) })),
          ]}
          onChange={(type) => {
            set({ type });
          }}
        />
        <Choice
          label={t('action:priority')}
          fault={faultOf('priority')}
          value={values.priority}
          options={[none, ...PRIORITIES.map((value) => ({ value, label: value }))]}
          onChange={(priority) => {
            set({ priority });
          }}
        />
        <PersonPicker
          label={t('action:owner')}
          fault={faultOf('ownerId')}
          value={values.owner}
          onChange={(owner) => {
            set({ owner });
          }}
        />
        <TeamPicker
          label={t('action:team')}
          fault={faultOf('teamId')}
          value={values.team}
          onChange={(team) => {
            set({ team });
          }}
        />
        <TextField
          type="date"
          label={t('action:dueOn')}
          fault={faultOf('dueOn')}
          value={values.dueOn}
          onChange={({ currentTarget: { value } }) => {
            set({ dueOn: value });
          }}
        />
        {hasTracker && (
          <TextField
            type="url"
            label={t('action:trackerUrl')}
            fault={faultOf('trackerUrl')}
            value={values.trackerUrl}
            placeholder="https://"
            dir="ltr"
            onChange={({ currentTarget: { value } }) => {
              set({ trackerUrl: value });
            }}
          />
        )}
      </div>
      <div className={css['detail']}>
        <TextArea
          label={t('action:doneWhen')}
          hint={t('action:doneWhenHint')}
          fault={faultOf('doneWhen')}
          value={values.doneWhen}
          lang={tagOf(lang)}
          dir="auto"
          onChange={({ currentTarget: { value } }) => {
            set({ doneWhen: value });
          }}
        />
        <TextArea
          label={t('action:detail')}
          hint={t('action:detailHint')}
          fault={faultOf('detail')}
          value={values.detail}
          lang={tagOf(lang)}
          dir="auto"
          onChange={({ currentTarget: { value } }) => {
            set({ detail: value });
          }}
        />
      </div>
    </>
  );
}
