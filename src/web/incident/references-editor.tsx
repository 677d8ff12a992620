import { useTranslation } from 'react-i18next';

import { EditBlock } from './edit-block.js';
import { useIncidentEdit, type Incident } from './incident-edit.js';
import { useKept } from './kept.js';
import { ReferenceRows, referencesOf } from './reference-rows.js';
import { referenceLine } from './shown.js';

/** Where the incident is known elsewhere. */
export function ReferencesEditor({
  incident,
  zone,
  onDone,
}: {
  readonly incident: Incident;
  readonly zone: string;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('incident');
  const [{ base, rows }, keep, forget] = useKept(`${incident.id}/references`, () => ({
    base: incident,
    rows: incident.references.map(({ source, externalId, url }) => ({
      source,
      externalId: externalId ?? '',
      url: url ?? '',
    })),
  }));
  const done = (): void => {
    forget();
    onDone();
  };
  const editor = useIncidentEdit(base, done);
  return (
    <EditBlock
      title={t('field_references')}
      editor={editor}
      zone={zone}
      onCancel={done}
      onSave={() => {
        const value = referencesOf(rows);
        editor.save([{ field: 'references', value, shown: value.map(referenceLine).join('\n') }]);
      }}
    >
      <ReferenceRows
        rows={rows}
        onRows={(next) => {
          keep({ base, rows: [...next] });
        }}
      />
    </EditBlock>
  );
}
