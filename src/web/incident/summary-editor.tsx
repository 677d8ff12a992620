import { useTranslation } from 'react-i18next';

import { TextArea } from '../ui/field.js';
import { EditBlock } from './edit-block.js';
import { useEditing, type EditorProps } from './editing.js';
import { faultIn } from './incident-edit.js';

/** The summary, in Markdown. */
export function SummaryEditor(props: EditorProps) {
  const { t } = useTranslation('incident');
  const editing = useEditing(props, 'summary', ({ summary }) => summary);
  const { form: text, setForm, save, error } = editing;
  return (
    <EditBlock
      title={t('field_summary')}
      editing={editing}
      zone={props.zone}
      onSave={() => {
        save([{ field: 'summary', value: text, shown: text }]);
      }}
    >
      <TextArea
        label={t('field_summary')}
        hidesLabel
        hint={t('markdown')}
        fault={faultIn(error, 'summary')}
        rows={10}
        dir="auto"
        maxLength={1_000_000}
        value={text}
        onChange={(event) => {
          setForm(event.currentTarget.value);
        }}
      />
    </EditBlock>
  );
}
