import { useTranslation } from 'react-i18next';

import type { LanguageTag } from '../../app/language.js';
import type { TimelineSourceKind } from '../../gql/documents.js';
import { TextArea, TextField, Choice } from '../../ui/field.js';
import { wallOf } from '../../ui/zone.js';
import type { EntryStore } from '../entries/store.js';
import { SOURCES, type EventValues } from './event-values.js';
import { TimeField } from './time-field.js';
import css from './timeline.module.css';
import { ZoneField } from './zone-field.js';

/** What is seldom changed of an event: its day and zone, where it is known from, what proves it. */
export function EventMore({
  entry: { key, values },
  store,
  lang,
  zones,
}: {
  readonly entry: { readonly key: string; readonly values: EventValues };
  readonly store: EntryStore<EventValues>;
  readonly lang: LanguageTag;
  readonly zones: readonly string[];
}) {
  const { t } = useTranslation(['parts', 'vocabulary']);
  const { at, zone, source, evidence, original } = values;
  return (
    <div className={css['more']}>
      <div className={css['moreRow']}>
        <TimeField
          label={t('eventDayTime')}
          at={at}
          zone={zone}
          day={wallOf(at, zone).day}
          hasDay
          onAt={(next) => {
            store.set(key, { at: next });
          }}
        />
        <ZoneField
          label={t('entryZone')}
          zone={zone}
          at={at}
          known={zones}
          onZone={(next) => {
            store.set(key, { zone: next });
          }}
        />
      </div>
      <div className={css['moreRow']}>
        <Choice<TimelineSourceKind | ''>
          label={t('eventSource')}
          value={source?.kind ?? ''}
          options={[
            { value: '', label: t('eventNoSource') },
            ...SOURCES.map((kind) => ({ value: kind, label: t(`vocabulary:source${kind}`) })),
          ]}
          onChange={(kind) => {
            store.set(key, { source: kind === '' ? null : { kind, name: source?.name ?? null } });
          }}
        />
        {source && (
          <TextField
            label={t('eventSourceName')}
            value={source.name ?? ''}
            maxLength={200}
            onChange={(event) => {
              const name = event.currentTarget.value;
              store.set(key, { source: { ...source, name: name === '' ? null : name } }, 'soon');
            }}
            onBlur={() => void store.save()}
          />
        )}
      </div>
      <TextArea
        label={t('eventEvidence')}
        hint={t('eventEvidenceHint')}
        lang={lang}
        dir="auto"
        value={evidence}
        maxLength={20_000}
        onChange={(event) => {
          store.set(key, { evidence: event.currentTarget.value }, 'soon');
        }}
        onBlur={() => void store.save()}
      />
      {original !== null && (
        <p className={css['original']}>
          {t('eventOriginal')} <code>{original}</code>
        </p>
      )}
    </div>
  );
}
