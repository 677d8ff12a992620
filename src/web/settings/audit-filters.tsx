import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { useAsk } from '../app/ask.js';
import { PersonPicker } from '../catalog/person-picker.js';
import { AdminAuditPersonDocument } from '../gql/documents.js';
import { Choice, TextField } from '../ui/field.js';
import { ACTS } from './acts.js';
import css from './admin.module.css';
import type { AdminAddress } from './settings-address.js';
import { useActText } from './use-act-text.js';

/** What the log can be narrowed by. */
export function AuditFilters({
  address,
  onAddress,
}: {
  readonly address: AdminAddress;
  readonly onAddress: (address: AdminAddress) => void;
}) {
  const { t, i18n } = useTranslation(['admin', 'frame']);
  const textOf = useActText();
  const { person: personId } = address;
  const { data } = useAsk(
    AdminAuditPersonDocument,
    { id: personId ?? '' },
    { when: personId !== undefined },
  );
  const acts = useMemo(
    () =>
      ACTS.map((act) => ({ value: act, label: textOf(act) })).sort((a, b) =>
        a.label.localeCompare(b.label, i18n.language),
      ),
    [textOf, i18n.language],
  );
  return (
    <div className={css['filters']}>
      <Choice
        label={t('admin:act')}
        value={address.act ?? ''}
        options={[{ value: '', label: t('frame:all') }, ...acts]}
        onChange={(act) => {
          onAddress({ ...address, act: act === '' ? undefined : act });
        }}
      />
      <PersonPicker
        label={t('admin:who')}
        placeholder={t('admin:everybody')}
        value={personId === undefined ? null : (data?.person ?? null)}
        onChange={(person) => {
          onAddress({ ...address, person: person?.id });
        }}
      />
      <Choice
        label={t('admin:outcome')}
        value={address.outcome ?? ''}
        options={[
          { value: '', label: t('frame:all') },
          { value: 'DONE', label: t('admin:outcomeDONE') },
          { value: 'REFUSED', label: t('admin:outcomeREFUSED') },
        ]}
        onChange={(outcome) => {
          onAddress({ ...address, outcome: outcome === '' ? undefined : outcome });
        }}
      />
      <TextField
        label={t('admin:from')}
        type="date"
        value={address.from ?? ''}
        onChange={({ currentTarget: { value } }) => {
          onAddress({ ...address, from: value === '' ? undefined : value });
        }}
      />
      <TextField
        label={t('admin:to')}
        type="date"
        value={address.to ?? ''}
        onChange={({ currentTarget: { value } }) => {
          onAddress({ ...address, to: value === '' ? undefined : value });
        }}
      />
    </div>
  );
}
