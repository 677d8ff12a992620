import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { useKept } from '../app/kept.js';
import { say } from '../app/said.js';
import { useTitle } from '../app/title.js';
import { useOwnZone, useViewer } from '../app/viewer.js';
import {
  IncidentCreateDocument,
  NearMissReportDocument,
  type IncidentKind,
} from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { FormFault } from './edit-block.js';
import { KindChoice } from './kind-choice.js';
import { NewIncidentFields, type NewIncident } from './new-incident-fields.js';
import css from './new-incident-page.module.css';
import { referencesOf } from './reference-rows.js';
import { NOTHING_TYPED, readTimes } from './typed-times.js';

const route = getRouteApi('/incidents/new');

const blank = (zone: string): NewIncident => ({
  title: '',
  severity: null,
  status: 'INVESTIGATING',
  summary: '',
  services: [],
  zone,
  typed: NOTHING_TYPED,
  references: [],
  withoutName: false,
});

/** Puts down that something broke, almost broke, or was broken as an exercise. */
export function NewIncidentPage() {
  const { t } = useTranslation(['incident', 'frame']);
  const viewer = useViewer();
  const asked: IncidentKind = route.useSearch().kind ?? 'INCIDENT';
  const mayWrite = viewer?.role !== 'VIEWER';
  // Somebody who only reads can still report what almost happened.
  const kind = mayWrite ? asked : 'NEAR_MISS';
  useTitle(t(`incident:new${kind}`));
  const zone = useOwnZone();
  const { value: form, set: setForm, forget } = useKept('new-incident', () => blank(zone));
  const [isTried, setTried] = useState(false);
  const navigate = useNavigate();
  const goTo = (key: string | undefined): void => {
    forget();
    if (key === undefined) return;
    say({ text: t('incident:created', { key }) });
    void navigate({ to: '/incidents/$key', params: { key } });
  };
  const creation = useChange(IncidentCreateDocument, {
    onDone: ({ incident }) => {
      goTo(incident?.key);
    },
  });
  const report = useChange(NearMissReportDocument, {
    onDone: ({ incident }) => {
      goTo(incident?.key);
    },
  });
  const { error, isPending } = kind === 'NEAR_MISS' ? report : creation;
  const submit = (): void => {
    setTried(true);
    const { times, unread } = readTimes(form.typed, form.zone);
    const [first] = unread;
    if (form.title.trim() === '') document.querySelector<HTMLElement>('[data-title]')?.focus();
    else if (first) document.getElementById(`time-${first}`)?.focus();
    else {
      const shared = {
        title: form.title.trim(),
        summary: form.summary,
        severity: form.severity,
        startedAt: times.startedAt,
        services: form.services.map(({ id }) => ({ serviceId: id })),
      };
      if (kind === 'NEAR_MISS') {
        report.mutate({ input: { ...shared, withoutName: form.withoutName } });
      } else {
        const { status } = form;
        const references = referencesOf(form.references);
        creation.mutate({ input: { ...shared, ...times, kind, status, references } });
      }
    }
  };
  return (
    <div className={css['page']}>
      <h1>{t(`incident:new${kind}`)}</h1>
      {mayWrite && <KindChoice kind={kind} />}
      <p className={css['lead']}>{t(`incident:about${kind}`)}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <NewIncidentFields
          kind={kind}
          form={form}
          onForm={setForm}
          error={error}
          isTried={isTried}
        />
        <FormFault error={error} />
        <div className={css['foot']}>
          <Button kind="main" type="submit" disabled={isPending}>
            {isPending ? t('frame:saving') : t(`incident:save${kind}`)}
          </Button>
          <Button
            kind="quiet"
            onClick={() => {
              const before = form;
              setTried(false);
              setForm(blank(zone));
              forget();
              say({
                text: t('incident:emptied'),
                undo: () => {
                  setForm(before);
                },
              });
            }}
          >
            {t('incident:emptyForm')}
          </Button>
          <p className={css['kept']}>{t('incident:keptHere')}</p>
        </div>
      </form>
    </div>
  );
}
