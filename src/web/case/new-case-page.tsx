import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useAsk, useChange } from '../app/ask.js';
import { Failure } from '../app/failure.js';
import { useKept } from '../app/kept.js';
import { LANGUAGES, pageLanguage, tagOf } from '../app/language.js';
import { RefusedError } from '../app/api.js';
import { say } from '../app/said.js';
import { useTitle } from '../app/title.js';
import { useViewer } from '../app/viewer.js';
import { IncidentPicker, type PickedIncident } from '../catalog/incident-picker.js';
import {
  CreateCaseDocument,
  IncidentForCaseDocument,
  TemplateSuggestionDocument,
  type Language,
  type Visibility,
} from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Choice, TextField } from '../ui/field.js';
import { Notice } from '../ui/notice.js';
import { TemplateCards } from '../writing/template-cards.js';
import css from './new-case-page.module.css';

const route = getRouteApi('/postmortems/new');

const ALL_LANGUAGES = ['EN', 'ZH_HANT', 'ZH_HANS'] as const satisfies readonly Language[];
const VISIBILITIES = ['ORGANIZATION', 'RESTRICTED'] as const satisfies readonly Visibility[];

interface NewCase {
  /** Null while nobody has given it one: then it is that of the incident. */
  readonly title: string | null;
  readonly language: Language;
  readonly template: string | null;
  /** Undefined while nobody has chosen: then it is the one of the address. */
  readonly incidents?: readonly PickedIncident[];
  readonly visibility: Visibility;
}

const blank = (): NewCase => ({
  title: null,
  language: LANGUAGES[pageLanguage()],
  template: null,
  visibility: 'ORGANIZATION',
});

/** Begins a case: what it is about, in which language, from which template, for whom. */
export function NewCasePage() {
  const { t } = useTranslation(['prose', 'frame', 'vocabulary']);
  useTitle(t('newCase'));
  const viewer = useViewer();
  const { incident: asked } = route.useSearch();
  const { data } = useAsk(
    IncidentForCaseDocument,
    { key: asked ?? '' },
    { when: asked !== undefined },
  );
  const { value: form, set: setForm, forget } = useKept<NewCase>(`new-case/${asked ?? ''}`, blank);
  const [isTried, setTried] = useState(false);
  const navigate = useNavigate();
  const { mutate, isPending, error } = useChange(CreateCaseDocument, {
    onDone: ({ postmortem }) => {
      forget();
      if (!postmortem) return;
      const { key, sections } = postmortem;
      say({ text: t('caseCreated', { key }) });
      const [first] = sections;
      const edit = first ? (`section-${first.position}` as const) : 'summary';
      void navigate({ to: '/postmortems/$key', params: { key }, search: { edit } });
    },
  });
  const fromAddress = data?.incident ? [data.incident] : [];
  const incidents = form.incidents ?? fromAddress;
  const { data: suggested } = useAsk(
    TemplateSuggestionDocument,
    { language: form.language, incidentIds: incidents.map(({ id }) => id) },
    { keep: true },
  );
  if (viewer?.role === 'VIEWER') return <Notice>{t('mayNotWrite')}</Notice>;
  const suggestion = suggested?.templateSuggestion;
  const template = form.template ?? suggestion?.template.name ?? 'standard';
  const title = form.title ?? incidents[0]?.title ?? '';
  const set = (part: Partial<NewCase>): void => {
    setForm({ ...form, ...part });
  };
  const faultOf = (name: string): string | undefined =>
    error instanceof RefusedError
      ? error.complaints.find(({ field }) => field?.[1] === name)?.message
      : undefined;
  const isTitled = title.trim() !== '';
  return (
    <div className={css['page']}>
      <h1>{t('newCase')}</h1>
      <p className={css['lead']}>{t('newCaseLead')}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!isTitled) {
            event.currentTarget.querySelector('input')?.focus();
            return;
          }
          mutate({
            input: {
              title: title.trim(),
              language: form.language,
              template,
              incidentIds: incidents.map(({ id }) => id),
              visibility: form.visibility,
            },
          });
        }}
      >
        <TextField
          label={t('field_title')}
          hint={t('titleHint')}
          fault={isTried && !isTitled ? t('titleMissing') : faultOf('title')}
          value={title}
          lang={tagOf(form.language)}
          dir="auto"
          maxLength={500}
          required
          onChange={(event) => {
            set({ title: event.currentTarget.value });
          }}
        />
        <IncidentPicker
          multiple
          label={t('field_incidents')}
          hint={t('incidentsHint')}
          fault={faultOf('incidentIds')}
          value={incidents}
          onChange={(chosen) => {
            set({ incidents: chosen.map(({ id, key, title: of }) => ({ id, key, title: of })) });
          }}
        />
        <div className={css['row']}>
          <Choice<Language>
            label={t('field_language')}
            hint={t('languageHint')}
            value={form.language}
            options={ALL_LANGUAGES.map((value) => ({
              value,
              label: t(`vocabulary:language${value}`),
            }))}
            onChange={(language) => {
              set({ language });
            }}
          />
          <Choice<Visibility>
            label={t('field_visibility')}
            hint={t(`means${form.visibility}`)}
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
        </div>
        <TemplateCards
          language={form.language}
          suggestion={suggestion}
          value={form.template}
          onChange={(name) => {
            set({ template: name });
          }}
        />
        {error && <Failure error={error} />}
        <div className={css['foot']}>
          <Button kind="main" type="submit" disabled={isPending}>
            {isPending ? t('frame:saving') : t('beginCase')}
          </Button>
          <p className={css['kept']}>{t('newCaseKept')}</p>
        </div>
      </form>
    </div>
  );
}
