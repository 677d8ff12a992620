import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { complaintsOf } from '../app/complaints.js';
import { tagOf } from '../app/language.js';
import { say } from '../app/said.js';
import { FormDialog } from '../catalog/form-dialog.js';
import {
  OwnTemplateCreateDocument,
  OwnTemplateUpdateDocument,
  type Language,
} from '../gql/documents.js';
import { TextArea } from '../ui/field.js';
import { TemplatePreview } from './template-preview.js';
import css from './template.module.css';
import { useSettled } from './use-settled.js';

/** A template of the organization while it is written; one without an id is new. */
export interface WrittenTemplate {
  readonly id?: string;
  readonly version?: number;
  readonly title: string;
  readonly language: Language;
  readonly text: string;
}

/** Writes a template as text, and says beside it how it will be read. */
export function TemplateForm({
  template,
  onClose,
}: {
  readonly template: WrittenTemplate;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('templates');
  const [text, setText] = useState(template.text);
  const settled = useSettled(text);
  const onDone = ({ ownTemplate }: { ownTemplate?: { name: string } | null }): void => {
    say({ text: t('isSaved', { name: ownTemplate?.name ?? '' }) });
    onClose();
  };
  const create = useChange(OwnTemplateCreateDocument, { onDone });
  const update = useChange(OwnTemplateUpdateDocument, { onDone });
  const { id, version, language, title } = template;
  const used = id === undefined ? create : update;
  const { faultOf, rest } = complaintsOf(used.error, ['text']);
  return (
    <FormDialog
      title={title}
      isWide
      isPending={used.isPending}
      error={used.error}
      rest={rest}
      onSave={() => {
        if (id === undefined) create.mutate({ input: { language, text } });
        else update.mutate({ id, input: { text, expectedVersion: version ?? null } });
      }}
      onClose={onClose}
    >
      <div className={css['desk']}>
        <TextArea
          label={t('text')}
          hint={t('textHint')}
          fault={faultOf('text')}
          rows={20}
          value={text}
          lang={tagOf(language)}
          dir="auto"
          spellCheck={false}
          maxLength={100_000}
          onChange={({ currentTarget: { value } }) => {
            setText(value);
          }}
        />
        <div className={css['beside']} role="region" aria-label={t('preview')} tabIndex={0}>
          <TemplatePreview language={language} text={settled} />
        </div>
      </div>
    </FormDialog>
  );
}
