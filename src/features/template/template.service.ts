import type { Ctx } from '../../core/ctx.js';
import { FupanError } from '../../core/errors.js';
import { LANGUAGES, type Language } from '../../core/vocabulary.js';
import { TemplateRulesEntity } from './own-template.entity.js';
import { ownTemplatesIn } from './own-template.loaders.js';
import { starterFactsOf } from './starter-facts.read.js';
import { inPlace, type TemplateFolder } from './template.file.js';
import {
  failedConditions,
  readRules,
  type RuleFacts,
  type TemplateCondition,
  type TemplateRule,
} from './template-rules.js';
import { fillStarter, withoutStarter } from './template-starter.js';
import { readTemplateText, type PostmortemTemplate } from './template-text.js';

/** A template, and whether it comes from a file or from the organization. */
export type OfferedTemplate = PostmortemTemplate & { readonly origin: 'FILE' | 'OWN' };

/** A rule that did not decide, and why. */
export interface PassedRule {
  readonly rule: TemplateRule;
  /** What does not hold; nothing where its template is not there in the language. */
  readonly because: readonly TemplateCondition[];
}

export interface TemplateSuggestion {
  readonly template: OfferedTemplate;
  /** Which said so; null where none holds. */
  readonly rule: TemplateRule | null;
  /** Those before it, in order. */
  readonly passed: readonly PassedRule[];
}

/** The rules as they hold now. */
export interface RulesInForce {
  readonly version: number;
  readonly text: string;
  readonly isOwn: boolean;
  readonly rules: readonly TemplateRule[];
}

/** A section of a template as it is called in each language, that of the case first. */
export interface AskedSection {
  readonly headings: readonly string[];
  readonly isRequired: boolean;
  /** Of a text what was not there when the case began. */
  readonly written: (body: string) => string;
}

/** A case that is to begin. */
export interface Beginning {
  /** Of the template. */
  readonly name: string;
  readonly language: Language;
  readonly title: string;
  readonly incidentIds: readonly string[];
}

export const RULES_ID = 'rules';

/** What cases can begin from: the templates of the files, and those of the organization. */
export class TemplateService {
  constructor(readonly files: TemplateFolder) {}

  /** All of them in one language, in the order to offer them. */
  async list(ctx: Ctx, language: Language): Promise<OfferedTemplate[]> {
    const own = (await ownTemplatesIn(ctx).load(language)).flatMap((row) => {
      const { value } = readTemplateText(row.text, language);
      return value ? [{ ...value, origin: 'OWN' as const }] : [];
    });
    const files = this.files.templates
      .filter((each) => each.language === language)
      .filter(({ name }) => !own.some((each) => each.name === name))
      .map((each) => ({ ...each, origin: 'FILE' as const }));
    return [...files, ...own].sort(inPlace);
  }

  /**
   * The sections that a case begins with, with what is known of its incidents filled in.
   * @throws FupanError VALIDATION `unknownTemplate` that names those there are
   */
  async beginning(
    ctx: Ctx,
    { name, language, title, incidentIds }: Beginning,
    field: readonly string[],
  ): Promise<{ heading: string; body: string }[]> {
    const { sections } = await this.#require(ctx, name, language, field);
    const facts = await starterFactsOf(ctx, title, incidentIds);
    return sections.map(({ heading, starter }) => ({
      heading,
      body: fillStarter(starter, facts),
    }));
  }

  /**
   * What a template asks of a case, in every language: a case may have been translated since it was
   * begun. Nothing for a template that is not there.
   */
  async sectionsAsked(ctx: Ctx, name: string | null, language: Language): Promise<AskedSection[]> {
    const all = await Promise.all(
      LANGUAGES.map(async (each) => (await this.list(ctx, each)).find((one) => one.name === name)),
    );
    const known = all.filter((each) => each !== undefined);
    const main = known.find((each) => each.language === language) ?? known[0];
    const same = known
      .filter(({ sections }) => sections.length === main?.sections.length)
      .sort((a, b) => Number(b === main) - Number(a === main));
    return (main?.sections ?? []).map(({ isRequired }, at) => {
      const sections = same.flatMap(({ sections: each }) => each[at] ?? []);
      return {
        headings: sections.map(({ heading }) => heading),
        isRequired,
        written: (body: string) =>
          sections.reduce((left, { starter }) => withoutStarter(starter, left), body),
      };
    });
  }

  /** The rules by which a template is suggested. */
  async rules(ctx: Ctx): Promise<RulesInForce> {
    const row = await ctx.db.findOneBy(TemplateRulesEntity, { id: RULES_ID });
    const version = row?.version ?? 0;
    const own = typeof row?.text !== 'string' ? null : { text: row.text, ...readRules(row.text) };
    return own?.value
      ? { version, text: own.text, isOwn: true, rules: own.value }
      : { version, text: this.files.rulesText, isOwn: false, rules: this.files.rules };
  }

  /** The template that the first rule that holds names; without one, the first there is. */
  async suggest(ctx: Ctx, language: Language, facts: RuleFacts): Promise<TemplateSuggestion> {
    const [templates, { rules }] = await Promise.all([this.list(ctx, language), this.rules(ctx)]);
    const passed: PassedRule[] = [];
    for (const rule of rules) {
      const template = templates.find(({ name }) => name === rule.template);
      const because = failedConditions(rule, facts);
      if (template && because.length === 0) return { template, rule, passed };
      passed.push({ rule, because });
    }
    const [template] = templates;
    if (!template) throw new Error('there is no template');
    return { template, rule: null, passed };
  }

  async #require(
    ctx: Ctx,
    name: string,
    language: Language,
    field: readonly string[],
  ): Promise<OfferedTemplate> {
    const all = await this.list(ctx, language);
    const found = all.find((each) => each.name === name);
    if (found) return found;
    const names = all.map((each) => each.name).join(', ');
    throw new FupanError('VALIDATION', 'unknownTemplate', { names }, field);
  }
}
