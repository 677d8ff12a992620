import { useTranslation } from 'react-i18next';

import { RefusedError } from '../app/api.js';
import { tagOf } from '../app/language.js';
import { IncidentPicker } from '../catalog/incident-picker.js';
import { PersonPicker } from '../catalog/person-picker.js';
import { TeamPicker } from '../catalog/team-picker.js';
import type { DetailsOfCaseFragment, Language, Visibility } from '../gql/documents.js';
import { Choice, TextField } from '../ui/field.js';
import css from './details.module.css';
import type { DetailsForm } from './details-form.js';
import { TagsField } from './tags-field.js';
import { WhoReads } from './who-reads.js';

const LANGUAGES = ['EN', 'ZH_HANT', 'ZH_HANS'] as const satisfies readonly Language[];
const VISIBILITIES = ['ORGANIZATION', 'RESTRICTED'] as const satisfies readonly Visibility[];

interface DetailsFieldsProps {
  readonly form: DetailsForm;
  readonly saved: DetailsOfCaseFragment;
  readonly error: unknown;
  readonly onForm: (form: DetailsForm) => void;
}

/** Every detail of a case; who may read it only for whoever may decide that. */
export function DetailsFields({ form, saved, error, onForm }: DetailsFieldsProps) {
  const { t } = useTranslation(['prose', 'vocabulary']);
  const set = (change: Partial<DetailsForm>): void => {
    onForm({ ...form, ...change });
  };
  const faultOf = (...names: readonly string[]): string | undefined =>
    error instanceof RefusedError
      ? error.complaints.find(({ field }) => names.includes(field?.[1] ?? ''))?.message
      : undefined;
  // Once it is no draft any more, the line below says the same.
  const isSaid = saved.status !== 'DRAFT' && form.visibility === 'ORGANIZATION';
  const mayShare = saved.allowedActs.includes('SHARE');
  return (
    <>
      <TextField
        label={t('field_title')}
        fault={faultOf('title')}
        value={form.title}
        lang={tagOf(form.language)}
        dir="auto"
        maxLength={500}
        required
        onChange={(event) => {
          set({ title: event.currentTarget.value });
        }}
      />
      <div className={css['row']}>
        <Choice<Language>
          label={t('field_language')}
          hint={t('languageHint')}
          value={form.language}
          options={LANGUAGES.map((value) => ({ value, label: t(`vocabulary:language${value}`) }))}
          onChange={(language) => {
            set({ language });
          }}
        />
        <TagsField
          label={t('field_tags')}
          hint={t('tagsHint')}
          removeLabel={(tag) => t('removeTag', { tag })}
          fault={faultOf('tags')}
          value={form.tags}
          onChange={(tags) => {
            set({ tags });
          }}
        />
      </div>
      <IncidentPicker
        multiple
        label={t('field_incidents')}
        fault={faultOf('incidentIds')}
        value={form.incidents}
        onChange={(incidents) => {
          set({ incidents: incidents.map(({ id, key, title }) => ({ id, key, title })) });
        }}
      />
      {mayShare ? (
        <>
          <PersonPicker
            multiple
            label={t('field_authors')}
            fault={faultOf('authorIds')}
            value={form.authors}
            onChange={(authors) => {
              set({ authors: authors.map(named) });
            }}
          />
          <div className={css['row']}>
            <PersonPicker
              multiple
              label={t('field_reviewers')}
              fault={faultOf('reviewerIds')}
              value={form.reviewers}
              onChange={(reviewers) => {
                set({ reviewers: reviewers.map(named) });
              }}
            />
            <PersonPicker
              label={t('field_facilitator')}
              fault={faultOf('facilitatorId')}
              value={form.facilitator}
              onChange={(facilitator) => {
                set({ facilitator: facilitator && named(facilitator) });
              }}
            />
          </div>
          <Choice<Visibility>
            label={t('field_visibility')}
            hint={isSaid ? undefined : t(`means${form.visibility}`)}
            fault={faultOf('visibility')}
            value={form.visibility}
            options={VISIBILITIES.map((value) => ({
              value,
              label: t(`vocabulary:visibility${value}`),
            }))}
            onChange={(visibility) => {
              set({ visibility });
            }}
          />
          {form.visibility === 'RESTRICTED' && (
            <div className={css['row']}>
              <PersonPicker
                multiple
                label={t('field_readerPeople')}
                fault={faultOf('readers')}
                value={form.readerPeople}
                onChange={(people) => {
                  set({ readerPeople: people.map(named) });
                }}
              />
              <TeamPicker
                multiple
                label={t('field_readerTeams')}
                value={form.readerTeams}
                onChange={(teams) => {
                  set({ readerTeams: teams.map(({ id, key, name }) => ({ id, key, name })) });
                }}
              />
            </div>
          )}
        </>
      ) : (
        <p className={css['note']}>{t('mayNotShare')}</p>
      )}
      <WhoReads form={form} status={saved.status} />
    </>
  );
}

const named = ({ id, name }: { readonly id: string; readonly name: string }) => ({ id, name });
