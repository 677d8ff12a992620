import { useTranslation } from 'react-i18next';

import { useAsk } from '../app/ask.js';
import { Failure } from '../app/failure.js';
import { tagOf } from '../app/language.js';
import {
  TemplatesDocument,
  type Language,
  type TemplateSuggestionQuery,
} from '../gql/documents.js';
import { WhyTemplate } from '../template/why-template.js';
import { Skeleton } from '../ui/notice.js';
import css from './template-cards.module.css';

/** The templates a case can begin from, each with what it is for and its sections. */
export function TemplateCards({
  language,
  suggestion,
  value,
  onChange,
}: {
  readonly language: Language;
  /** Which of them is suggested, and why; undefined while that is not known. */
  readonly suggestion: TemplateSuggestionQuery['templateSuggestion'] | undefined;
  /** Null while nobody has chosen: then it is the suggested one. */
  readonly value: string | null;
  readonly onChange: (name: string) => void;
}) {
  const { t } = useTranslation('prose');
  const { data, error, refetch } = useAsk(TemplatesDocument, { language }, { keep: true });
  const templates = data?.postmortemTemplates ?? [];
  const suggested = suggestion?.template.name;
  const chosen = templates.find(({ name }) => name === value)?.name ?? suggested;
  return (
    <fieldset className={css['cards']}>
      <legend>{t('template')}</legend>
      {suggestion && (
        <WhyTemplate
          suggestion={suggestion}
          isTaken={chosen === suggested}
          onTake={() => {
            onChange(suggestion.template.name);
          }}
        />
      )}
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
