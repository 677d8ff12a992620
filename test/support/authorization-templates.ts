import { attempt, id, type Attempt } from './authorization-attempt.js';
import { EDITION_WORDS } from './authorization-editions.js';
import { administers, keepsTeams, signedIn } from './authorization-matrix.js';
import type { Question } from './authorization-queries.js';

/** Of the queries those for the templates that cases begin from. */
export const TEMPLATE_QUERIES: Readonly<Record<string, readonly Question[]>> = {
  ownTemplates: [{ args: {}, may: administers }],
  templateCheck: [{ args: { language: 'EN', text: 'No front matter' }, may: signedIn }],
  templateFiles: [{ args: {}, may: administers }],
  templateRules: [{ args: {}, may: signedIn }],
  templateRulesCheck: [{ args: { text: 'rules: 1' }, may: signedIn }],
  templateSuggestion: [
    { args: { language: 'EN', input: { incidentIds: ['@incident of $'] } }, may: signedIn },
  ],
};

const TEXT = '---\nname: new\nlabel: N\ndescription: N.\nplace: 9\n---\n## What\n\n> Say.\n';

/** The mutations for them. */
export const TEMPLATE_MUTATIONS: Readonly<Record<string, readonly Attempt[]>> = {
  ownTemplateArchive: [attempt(keepsTeams, id('template own'))],
  ownTemplateCreate: [attempt(keepsTeams, { input: { language: 'EN', text: TEXT } })],
  ownTemplateRestore: [attempt(keepsTeams, id('template own'))],
  ownTemplateUpdate: [attempt(keepsTeams, { ...id('template own'), input: { text: TEXT } })],
  templateRulesUpdate: [attempt(keepsTeams, { input: { text: null } })],
};

/** Types that hold nothing of a case. */
export const TEMPLATE_WORDS = {
  ...EDITION_WORDS,
  OwnTemplate: 'archivedAt createdAt id language name text updatedAt version',
  PassedTemplateRule: 'because rule',
  PostmortemTemplate: 'description label language name origin sections',
  TemplateCheck: 'faults template',
  TemplateFile: 'label language name text',
  TemplateRule: 'kinds number services severities template tiers',
  TemplateRules: 'isOwn rules text version',
  TemplateSection: 'guidance heading isRequired practice starter',
  TemplateSuggestion: 'passed rule template',
  TextFault: 'line message',
};
