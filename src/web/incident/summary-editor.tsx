import { useTranslation } from 'react-i18next';

import { TextArea } from '../ui/field.js';
import { EditBlock } from './edit-block.js';
import { faultIn, useIncidentEdit, type Incident } from './incident-edit.js';
import { useKept } from './kept.js';

/** The summary, in Markdown. */
export function SummaryEditor({
  incident,
  zone,
  onDone,
}: {
  readonly incident: Incident;
  readonly zone: string;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('incident');
  const [{ base, text }, keep, forget] = useKept(`${incident.id}/summary`, () => ({
    base: incident,
    text: incident.summary,
  }));
  const done = (): void => {
    forget();
    onDone();
  };
  const editor = useIncidentEdit(base, done);
  return (
    <EditBlock
      title={t('field_summary')}
      editor={editor}
      zone={zone}
      onCancel={done}
      onSave={() => {
        editor.save([{ field: 'summary', value: text, shown: text }]);
      }}
    >
      <TextArea
        label={t('field_summary')}
        hidesLabel
        hint={t('markdown')}
        fault={faultIn(editor.error, 'summary')}
        rows={10}
        dir="auto"
        maxLength={1_000_000}
        value={text}
        onChange={(event) => {
          keep({ base, text: event.currentTarget.value });
        }}
      />
    </EditBlock>
  );
}
