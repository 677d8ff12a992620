import { useTranslation } from 'react-i18next';

import type { RuleOfTemplateFragment, TemplateCondition } from '../gql/documents.js';
import { listed } from '../ui/listed.js';

const CONDITIONS = ['KIND', 'SEVERITY', 'SERVICE', 'TIER'] as const;

/** Says rules for templates in words. */
export function useRuleWords() {
  const { t, i18n } = useTranslation(['templates', 'vocabulary']);
  const say = (rule: RuleOfTemplateFragment, condition: TemplateCondition, holds: boolean) => {
    const names = {
      KIND: rule.kinds.map((each) => t(`vocabulary:kind${each}`)),
      SEVERITY: rule.severities,
      SERVICE: rule.services,
      TIER: rule.tiers.map((each) => t(`vocabulary:tier${each}`)),
    }[condition];
    const words = {
      KIND: ['templates:isKind', 'templates:notKind'],
      SEVERITY: ['templates:isSeverity', 'templates:notSeverity'],
      SERVICE: ['templates:isService', 'templates:notService'],
      TIER: ['templates:isTier', 'templates:notTier'],
    } as const;
    return t(words[condition][holds ? 0 : 1], { list: listed(names, i18n.language) });
  };
  return {
    /** What a rule asks for; empty for one that always holds. */
    whenOf: (rule: RuleOfTemplateFragment): string => {
      const asked = {
        KIND: rule.kinds,
        SEVERITY: rule.severities,
        SERVICE: rule.services,
        TIER: rule.tiers,
      };
      const all = CONDITIONS.filter((condition) => asked[condition].length > 0);
      return listed(
        all.map((condition) => say(rule, condition, true)),
        i18n.language,
      );
    },
    /** What of it does not hold. */
    becauseOf: (rule: RuleOfTemplateFragment, because: readonly TemplateCondition[]): string =>
      because.length === 0
        ? t('templates:passedLanguage')
        : listed(
            because.map((condition) => say(rule, condition, false)),
            i18n.language,
          ),
  };
}
