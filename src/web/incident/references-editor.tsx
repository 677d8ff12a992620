import { useTranslation } from 'react-i18next';

import { EditBlock } from './edit-block.js';
import { useEditing, type EditorProps } from './editing.js';
import { ReferenceRows, referencesOf, type TypedReference } from './reference-rows.js';
import { referenceLine } from './shown.js';

/** Where the incident is known elsewhere. */
export function ReferencesEditor(props: EditorProps) {
  const { t } = useTranslation('incident');
  const editing = useEditing(props, 'references', ({ references }): readonly TypedReference[] =>
    references.map(({ source, externalId, url }) => ({
      source,
      externalId: externalId ?? '',
      url: url ?? '',
    })),
  );
  const { form: rows, setForm, save } = editing;
  return (
    <EditBlock
      title={t('field_references')}
      editing={editing}
      zone={props.zone}
      onSave={() => {
        const value = referencesOf(rows);
        save([{ field: 'references', value, shown: value.map(referenceLine).join('\n') }]);
      }}
    >
      <ReferenceRows rows={rows} onRows={setForm} />
    </EditBlock>
  );
}
