import { useTranslation } from 'react-i18next';

import { useAsk } from '../app/ask.js';
import { Failure } from '../app/failure.js';
import { tagOf } from '../app/language.js';
import { TemplatesDocument, type Language } from '../gql/documents.js';
import { Skeleton } from '../ui/notice.js';
import css from './template-cards.module.css';

/** The templates a case can begin from, each with what it is for and its sections. */
export function TemplateCards({
  language,
  value,
  onChange,
}: {
  readonly language: Language;
  readonly value: string;
  readonly onChange: (name: string) => void;
}) {
  const { t } = useTranslation('prose');
  const { data, error, refetch } = useAsk(TemplatesDocument, { language }, { keep: true });
  const templates = data?.postmortemTemplates ?? [];
  const chosen = templates.some(({ name }) => name === value) ? value : templates[0]?.name;
  return (
    <fieldset className={css['cards']}>
      <legend>{t('template')}</legend>
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={4} />}
      {templates.map(({ name, label, description, sections }) => (
        <label key={name} className={css['card']}>
          <input
            type="radio"
            name="template"
            checked={name === chosen}
            onChange={() => {
              onChange(name);
            }}
          />
          <span className={css['what']} lang={tagOf(language)}>
            <strong>{label}</strong>
            <span>{description}</span>
            <span className={css['sections']}>
              {sections.map(({ heading }) => heading).join(' · ')}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
