import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useAsk, useChange } from '../app/ask.js';
import { complaintsOf } from '../app/complaints.js';
import { Failure } from '../app/failure.js';
import { say } from '../app/said.js';
import {
  InternalWordsDocument,
  InternalWordsUpdateDocument,
  type InternalWordsQuery,
} from '../gql/documents.js';
import settings from '../settings/settings.module.css';
import { Button } from '../ui/button.js';
import { TextArea } from '../ui/field.js';
import { Skeleton } from '../ui/notice.js';
import css from './public-edition.module.css';
import { textOfWords, wordsOfText } from './word-lines.js';

/** The words that stay inside when a case goes out, one line each. */
export function InternalWordsTab() {
  const { data, error, refetch } = useAsk(InternalWordsDocument, {});
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} />;
  return <WordsForm key={data.internalWords.version} list={data.internalWords} />;
}

function WordsForm({ list }: { readonly list: InternalWordsQuery['internalWords'] }) {
  const { t } = useTranslation(['publicEdition', 'frame']);
  const [text, setText] = useState(() => textOfWords(list.words));
  const save = useChange(InternalWordsUpdateDocument, {
    onDone: () => {
      say({ text: t('publicEdition:wordsSaved') });
    },
  });
  const { words, faultyLine } = wordsOfText(text);
  const { faultOf, rest } = complaintsOf(save.error, ['words']);
  const fault =
    faultyLine === null ? faultOf('words') : t('publicEdition:wordLineFault', { line: faultyLine });
  return (
    <section className={settings['part']}>
      <p className={settings['lead']}>{t('publicEdition:wordsLead')}</p>
      {rest && <Failure error={rest} />}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (faultyLine !== null) return;
          save.mutate({ input: { words, expectedVersion: list.version } });
        }}
      >
        <div className={css['writing']}>
          <TextArea
            label={t('publicEdition:words')}
            hint={t('publicEdition:wordsHint')}
            fault={fault}
            rows={18}
            value={text}
            dir="auto"
            spellCheck={false}
            onChange={({ currentTarget: { value } }) => {
              setText(value);
            }}
          />
        </div>
        <div className={settings['row']}>
          <Button kind="main" type="submit" disabled={save.isPending || faultyLine !== null}>
            {t('frame:save')}
          </Button>
          <span className={css['soft']}>
            {t('publicEdition:wordCount', { count: words.length })}
          </span>
        </div>
      </form>
    </section>
  );
}
