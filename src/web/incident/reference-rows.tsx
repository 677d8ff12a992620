import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Button } from '../ui/button.js';
import { TextField } from '../ui/field.js';
import css from './rows.module.css';

/** A reference as it is typed. */
export interface TypedReference {
  readonly source: string;
  readonly externalId: string;
  readonly url: string;
}

/** As the API takes it; rows without anything in them are left out. */
export const referencesOf = (rows: readonly TypedReference[]) =>
  rows
    .map(({ source, externalId, url }) => ({
      source: source.trim() || hostOf(url.trim()),
      externalId: externalId.trim() || null,
      url: url.trim() || null,
    }))
    .filter(({ source, externalId, url }) => source !== '' || externalId !== null || url !== null);

function hostOf(url: string): string {
  try {
    return new URL(url).hostname;
  } catch {
    return '';
  }
}

const EMPTY: TypedReference = { source: '', externalId: '', url: '' };

/** Where an incident is known elsewhere: one row for each place. */
export function ReferenceRows({
  rows,
  onRows,
}: {
  readonly rows: readonly TypedReference[];
  readonly onRows: (rows: readonly TypedReference[]) => void;
}) {
  const { t } = useTranslation(['incident', 'frame']);
  const set = (index: number, part: Partial<TypedReference>): void => {
    onRows(rows.map((row, place) => (place === index ? { ...row, ...part } : row)));
  };
  return (
    <div className={css['rows']}>
      {rows.map((row, index) => (
        <div key={index} className={css['reference']}>
          <TextField
            type="url"
            label={t('incident:url')}
            placeholder="https://"
            value={row.url}
            onChange={(event) => {
              set(index, { url: event.currentTarget.value });
            }}
          />
          <TextField
            label={t('incident:source')}
            value={row.source}
            maxLength={200}
            placeholder={hostOf(row.url) || 'pagerduty, jira…'}
            onChange={(event) => {
              set(index, { source: event.currentTarget.value });
            }}
          />
          <TextField
            label={t('incident:externalId')}
            value={row.externalId}
            maxLength={200}
            onChange={(event) => {
              set(index, { externalId: event.currentTarget.value });
            }}
          />
          <Button
            kind="quiet"
            size="small"
            icon={<X />}
            aria-label={t('incident:removeReference', { number: index + 1 })}
            onClick={() => {
              onRows(rows.filter((_, place) => place !== index));
            }}
          />
        </div>
      ))}
      <Button
        size="small"
        icon={<Plus />}
        onClick={() => {
          onRows([...rows, EMPTY]);
        }}
      >
        {t('incident:addReference')}
      </Button>
    </div>
  );
}
