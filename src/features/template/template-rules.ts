import { z } from 'zod';

import { LIMITS } from '../../core/limits.js';
import {
  INCIDENT_KINDS,
  SERVICE_TIERS,
  SEVERITIES,
  type IncidentKind,
  type ServiceTier,
  type Severity,
} from '../../core/vocabulary.js';
import { readYaml } from '../case-file/yaml-source.js';
import { faultOf, faultsOfShape, type Read, type TextFault } from './template-text.js';

/** The file of the rules, beside the templates. */
export const RULES_FILE = 'rules.yaml';

/** What a rule can ask for. */
export const TEMPLATE_CONDITIONS = ['KIND', 'SEVERITY', 'SERVICE', 'TIER'] as const;
export type TemplateCondition = (typeof TEMPLATE_CONDITIONS)[number];

/** Which template is suggested, and for what; an empty list asks for nothing. */
export interface TemplateRule {
  /** Where it stands, from 1. */
  readonly number: number;
  readonly template: string;
  readonly kinds: readonly IncidentKind[];
  readonly severities: readonly Severity[];
  /** Names of services. */
  readonly services: readonly string[];
  readonly tiers: readonly ServiceTier[];
}

/** What a case is to be about. */
export interface RuleFacts {
  readonly kind: IncidentKind | null;
  readonly severity: Severity | null;
  readonly services: readonly { readonly name: string; readonly tier: ServiceTier }[];
}

const oneOrMore = <Each extends z.ZodType>(each: Each) =>
  z.union([each.transform((one) => [one]), z.array(each).min(1).max(LIMITS.shortList)]).default([]);
const RULE = z
  .strictObject({
    template: z.string(),
    kind: oneOrMore(z.enum(INCIDENT_KINDS)),
    severity: oneOrMore(z.enum(SEVERITIES)),
    service: oneOrMore(z.string().trim().min(1).max(LIMITS.name)),
    tier: oneOrMore(z.enum(SERVICE_TIERS)),
  })
  .transform(({ template, kind, severity, service, tier }) => ({
    ...{ template, kinds: kind, severities: severity, services: service, tiers: tier },
  }));
const RULES = z.strictObject({ rules: z.array(RULE).max(LIMITS.shortList) });

/**
 * Reads the rules by which a template is suggested, and says all that is wrong with them.
 * @param names the templates there are; undefined where that is not known
 */
export function readRules(text: string, names?: readonly string[]): Read<TemplateRule[]> {
  let source: ReturnType<typeof readYaml>;
  try {
    source = readYaml(text);
  } catch (error) {
    return { value: null, faults: [faultOf(error)] };
  }
  const result = RULES.safeParse(source.value);
  if (!result.success) {
    return { value: null, faults: faultsOfShape(result.error, source.lineOf) };
  }
  const rules = result.data.rules.map((rule, at) => ({ number: at + 1, ...rule }));
  const last = rules.findIndex((rule) => conditionsOf(rule).length === 0);
  const faults = rules.flatMap(({ template }, at): TextFault[] => [
    ...(names?.includes(template) === false
      ? [
          {
            line: source.lineOf(['rules', at, 'template']),
            message: `there is no template ${template}; there are ${[...new Set(names)].join(', ')}`,
          },
        ]
      : []),
    ...(last >= 0 && at > last
      ? [
          {
            line: source.lineOf(['rules', at]),
            message: `rule ${last + 1} always holds, so this one never counts; put it before`,
          },
        ]
      : []),
  ]);
  return faults.length > 0 ? { value: null, faults } : { value: rules, faults: [] };
}

/** What a rule asks for, in order. */
export function conditionsOf(rule: Omit<TemplateRule, 'number'>): TemplateCondition[] {
  const asked = {
    KIND: rule.kinds,
    SEVERITY: rule.severities,
    SERVICE: rule.services,
    TIER: rule.tiers,
  };
  return TEMPLATE_CONDITIONS.filter((condition) => asked[condition].length > 0);
}

/** Of what a rule asks for, what does not hold; it holds for any of the services. */
export function failedConditions(rule: TemplateRule, facts: RuleFacts): TemplateCondition[] {
  const { kind, severity, services } = facts;
  const folded = (name: string): string => name.toLowerCase();
  const names = rule.services.map(folded);
  const holds: Readonly<Record<TemplateCondition, () => boolean>> = {
    KIND: () => kind !== null && rule.kinds.includes(kind),
    SEVERITY: () => severity !== null && rule.severities.includes(severity),
    SERVICE: () => services.some(({ name }) => names.includes(folded(name))),
    TIER: () => services.some(({ tier }) => rule.tiers.includes(tier)),
  };
  return conditionsOf(rule).filter((condition) => !holds[condition]());
}
