import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { complaintsOf } from '../app/complaints.js';
import { tagOf } from '../app/language.js';
import { say } from '../app/said.js';
import { FormDialog } from '../catalog/form-dialog.js';
import { PublicEditionUpdateDocument, type EditionOnPageFragment } from '../gql/documents.js';
import settings from '../settings/settings.module.css';
import { TextArea, TextField } from '../ui/field.js';
import css from './public-edition.module.css';

/** Edits the title and the text of an edition by hand. */
export function EditionEditor({
  edition,
  onClose,
}: {
  readonly edition: EditionOnPageFragment;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('publicEdition');
  const { id, version: expectedVersion, language, status } = edition;
  const [title, setTitle] = useState(edition.title);
  const [text, setText] = useState(edition.text);
  const [isListed, setListed] = useState(edition.isListed);
  const save = useChange(PublicEditionUpdateDocument, {
    onDone: () => {
      say({ text: t('isSaved') });
      onClose();
    },
  });
  const { faultOf, rest } = complaintsOf(save.error, ['title', 'text']);
  const lang = tagOf(language);
  return (
    <FormDialog
      title={t('editTitle')}
      isWide
      isPending={save.isPending}
      error={save.error}
      rest={rest}
      onSave={() => {
        save.mutate({ id, input: { title, text, isListed, expectedVersion } });
      }}
      onClose={onClose}
    >
      {(status === 'APPROVED' || status === 'PUBLISHED') && (
        <p className={css['note']}>{t('editTakesBack')}</p>
      )}
      <TextField
        label={t('editionTitle')}
        fault={faultOf('title')}
        value={title}
        lang={lang}
        dir="auto"
        maxLength={500}
        onChange={({ currentTarget: { value } }) => {
          setTitle(value);
        }}
      />
      <div className={css['writing']}>
        <TextArea
          label={t('editionText')}
          fault={faultOf('text')}
          rows={22}
          value={text}
          lang={lang}
          dir="auto"
          maxLength={1_000_000}
          onChange={({ currentTarget: { value } }) => {
            setText(value);
          }}
        />
      </div>
      <label className={settings['choice']}>
        <input
          type="checkbox"
          checked={isListed}
          onChange={({ currentTarget: { checked } }) => {
            setListed(checked);
          }}
        />
        <span>
          {t('listed')}
          <small>{t('listedHint')}</small>
        </span>
      </label>
    </FormDialog>
  );
}
