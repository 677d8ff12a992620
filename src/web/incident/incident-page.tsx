import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useAsk } from '../app/ask.js';
import { Failure, NothingHere } from '../app/failure.js';
import { pageLanguage } from '../app/language.js';
import { useTitle } from '../app/title.js';
import { useOwnZone } from '../app/viewer.js';
import { IncidentPageDocument } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Skeleton } from '../ui/notice.js';
import { Prose } from '../ui/prose.js';
import { TimeAxis } from '../ui/time-axis.js';
import { zoneName } from '../ui/zone.js';
import { ZoneSwitch } from '../ui/zoned-time.js';
import type { EditorName } from './editor-names.js';
import type { Incident } from './incident-edit.js';
import { HAS, IncidentEditor } from './incident-editors.js';
import { IncidentHead } from './incident-head.js';
import { useIncidentKeys } from './incident-keys.js';
import css from './incident-page.module.css';
import { PostmortemsAbout, ReferenceList, ResponderList, ServiceTable } from './incident-parts.js';

const route = getRouteApi('/incidents/$key');

/** One incident: what is known of it, and what has been written about it. */
export function IncidentPage() {
  const { key } = route.useParams();
  const { data, error, refetch } = useAsk(IncidentPageDocument, { key });
  const incident = data?.incident;
  useTitle(incident ? `${incident.key} ${incident.title}` : key);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={12} />;
  if (!incident) return <NothingHere />;
  return <Loaded incident={incident} />;
}

function Loaded({ incident }: { readonly incident: Incident }) {
  const { t } = useTranslation('incident');
  const { edit } = route.useSearch();
  const navigate = route.useNavigate();
  const own = useOwnZone();
  const [chosen, setZone] = useState<string>();
  const zone = chosen ?? own;
  const mayEdit = incident.allowedActs.includes('EDIT');
  const open = (name: EditorName | undefined): void => {
    void navigate({ search: { edit: name }, replace: true, resetScroll: false });
  };
  const editor = (name: EditorName) => (
    <IncidentEditor
      name={name}
      incident={incident}
      zone={zone}
      onDone={() => {
        open(undefined);
      }}
      onReopen={() => {
        open(name);
      }}
    />
  );
  useIncidentKeys({ mayEdit, edit, open });
  const block = (name: EditorName, title: string, content: React.ReactNode, isEmpty = false) =>
    mayEdit && edit === name ? (
      editor(name)
    ) : (
      <section className={css['block']} aria-label={title}>
        <div className={css['blockHead']}>
          <h2>{title}</h2>
          {name === 'times' && !isEmpty && <Zones zone={zone} onZone={setZone} />}
          {mayEdit && (
            <Button
              kind="quiet"
              size="small"
              aria-label={`${t(isEmpty ? 'fillIn' : 'change')}: ${title}`}
              data-edits={name}
              onClick={() => {
                open(name);
              }}
            >
              {t(isEmpty ? 'fillIn' : 'change')}
            </Button>
          )}
        </div>
        {isEmpty ? <p className={css['empty']}>{t(`empty_${name}`)}</p> : content}
      </section>
    );
  const hasTimes = HAS.times(incident);
  return (
    <article className={css['page']}>
      {mayEdit && edit === 'details' ? (
        <>
          <h1 className="visually-hidden">{incident.key}</h1>
          {editor('details')}
        </>
      ) : (
        <IncidentHead
          incident={incident}
          onEdit={() => {
            open('details');
          }}
        />
      )}
      {block('times', t('times'), <TimeAxis of={incident} zone={zone} />, !hasTimes)}
      <div className={css['columns']}>
        <div>
          {block(
            'summary',
            t('field_summary'),
            <Prose html={incident.summaryHtml} lang={pageLanguage()} />,
            !HAS.summary(incident),
          )}
          {block(
            'services',
            t('field_services'),
            <ServiceTable of={incident} zone={zone} />,
            !HAS.services(incident),
          )}
        </div>
        <div>
          <PostmortemsAbout incident={incident} />
          {block(
            'responders',
            t('field_responders'),
            <ResponderList of={incident} />,
            !HAS.responders(incident),
          )}
          {block(
            'references',
            t('field_references'),
            <ReferenceList of={incident} />,
            !HAS.references(incident),
          )}
        </div>
      </div>
    </article>
  );
}

function Zones({
  zone,
  onZone,
}: {
  readonly zone: string;
  readonly onZone: (zone: string) => void;
}) {
  const { t } = useTranslation('incident');
  const mine = useOwnZone();
  if (mine === 'UTC') return null;
  return (
    <ZoneSwitch
      label={t('zone')}
      zone={zone}
      onZone={onZone}
      zones={[
        { zone: mine, label: zoneName(mine, new Date().toISOString()) },
        { zone: 'UTC', label: 'UTC' },
      ]}
    />
  );
}
