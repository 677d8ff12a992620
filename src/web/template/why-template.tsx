import { useTranslation } from 'react-i18next';

import type { TemplateSuggestionQuery } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { useRuleWords } from './rule-words.js';
import css from './template.module.css';

/** Why a template is suggested, in a sentence, and why the rules before did not hold. */
export function WhyTemplate({
  suggestion: { template, rule, passed },
  isTaken,
  onTake,
}: {
  readonly suggestion: TemplateSuggestionQuery['templateSuggestion'];
  /** The suggested one is chosen. */
  readonly isTaken: boolean;
  readonly onTake: () => void;
}) {
  const { t } = useTranslation('templates');
  const { whenOf, becauseOf } = useRuleWords();
  const when = rule ? whenOf(rule) : '';
  const number = rule?.number;
  const why = (): string => {
    if (number === undefined) return t('whyNone');
    return when === '' ? t('whyAlways', { number }) : t('why', { number, when });
  };
  return (
    <div className={css['why']} role="status">
      {isTaken ? (
        <p>{why()}</p>
      ) : (
        <p>
          {number === undefined
            ? t('whyOtherNone', { label: template.label })
            : t('whyOther', { number, label: template.label })}{' '}
          <Button size="small" kind="quiet" onClick={onTake}>
            {t('takeSuggested')}
          </Button>
        </p>
      )}
      {passed.length > 0 && (
        <details>
          <summary>{t('passedShow')}</summary>
          <ul>
            {passed.map(({ rule: other, because }) => (
              <li key={other.number}>
                {t('passed', {
                  number: other.number,
                  template: other.template,
                  because: becauseOf(other, because),
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
