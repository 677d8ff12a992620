import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { failureText } from '../app/failure.js';
import { say } from '../app/said.js';
import { IncidentUpdateDocument, type IncidentStatus } from '../gql/documents.js';
import { MenuChoice, MenuItem, MenuRule } from '../ui/menu-popup.js';
import type { Incident } from './incident-edit.js';
import { STATUSES } from './incidents-address.js';

/** How far the response has come, and the end of it. */
export function IncidentMenu({
  incident,
  onDelete,
}: {
  readonly incident: Incident;
  readonly onDelete: () => void;
}) {
  const { t } = useTranslation(['incident', 'vocabulary']);
  const { t: tFrame } = useTranslation();
  const { id, status, allowedActs } = incident;
  const { mutate } = useChange(IncidentUpdateDocument, {
    onDone: ({ incident: changed }) => {
      if (!changed) return;
      say({
        text: t('incident:isNow', { status: t(`vocabulary:incident${changed.status}`) }),
        undo: () => {
          mutate({ id, input: { status } });
        },
      });
    },
    onFailed: (error) => {
      say({ text: failureText(error, tFrame) });
    },
  });
  return (
    <>
      {allowedActs.includes('EDIT') && (
        <MenuChoice<IncidentStatus>
          closes
          label={t('incident:field_status')}
          value={status}
          options={STATUSES.map((value) => ({ value, label: t(`vocabulary:incident${value}`) }))}
          onChange={(next) => {
            mutate({ id, input: { status: next } });
          }}
        />
      )}
      {allowedActs.includes('DELETE') && (
        <>
          <MenuRule />
          <MenuItem onClick={onDelete}>{t('incident:deleteIncident')}</MenuItem>
        </>
      )}
    </>
  );
}
