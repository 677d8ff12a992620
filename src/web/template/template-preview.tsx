import { useTranslation } from 'react-i18next';

import { useAsk } from '../app/ask.js';
import { Failure } from '../app/failure.js';
import { tagOf } from '../app/language.js';
import { TemplateCheckDocument, type Language } from '../gql/documents.js';
import { Skeleton } from '../ui/notice.js';
import css from './template.module.css';

/** How a text is read as a template: all that is wrong with it, or its sections. */
export function TemplatePreview({
  language,
  text,
}: {
  readonly language: Language;
  readonly text: string;
}) {
  const { t } = useTranslation(['templates', 'vocabulary']);
  const { data, error } = useAsk(TemplateCheckDocument, { language, text }, { keep: true });
  if (error && !data) return <Failure error={error} />;
  if (!data) return <Skeleton lines={6} />;
  const { template, faults } = data.templateCheck;
  if (!template) return <TextFaults faults={faults} />;
  return (
    <div className={css['preview']} lang={tagOf(language)} dir="auto">
      <p>
        <strong>{template.label}</strong> {template.description}
      </p>
      {template.sections.map(({ heading, guidance, starter, isRequired, practice }) => (
        <section key={heading}>
          <h3>{heading}</h3>
          <p className={css['marks']}>
            {isRequired && <span>{t('templates:required')}</span>}
            {practice !== null && (
              <span>
                {t('templates:practice', {
                  number: practice,
                  name: t(`vocabulary:practiceP${practice.replace('.', '_') as '1_1'}`),
                })}
              </span>
            )}
          </p>
          <p className={css['guidance']}>{guidance}</p>
          {starter !== '' && <pre>{starter}</pre>}
        </section>
      ))}
    </div>
  );
}

/** What is wrong with a text, line by line. */
export function TextFaults({
  faults,
}: {
  readonly faults: readonly { readonly line: number; readonly message: string }[];
}) {
  const { t } = useTranslation('templates');
  if (faults.length === 0) return <p role="status">{t('sound')}</p>;
  return (
    <div role="status">
      <p>{t('faults', { count: faults.length })}</p>
      <ul className={css['faults']}>
        {faults.map((fault, at) => (
          <li key={at} lang="en">
            {t('faultAt', fault)}
          </li>
        ))}
      </ul>
    </div>
  );
}
