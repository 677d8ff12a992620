import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { startApp, type TestApp } from '../support/app.js';
import { ask, type Refusal } from '../support/client.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const TEXT = `---
name: vendor
label: Vendor outage
description: For what a vendor broke.
place: 9
---

## What they said {required practice=2.3}

> When, where and in which words?

{{severity}} on {{services}}: …
`;

interface Own {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly text: string;
  readonly archivedAt: string | null;
}
interface Answer {
  readonly ownTemplate: Own | null;
  readonly userErrors: Refusal[];
}

const FIELDS = `{ ownTemplate { id version name language text archivedAt } userErrors { code field message } }`;
const change = async (name: string, declared: string, variables: object): Promise<Answer> => {
  const given = Object.keys(variables).map((each) => `${each}: $${each}`);
  const query = `mutation (${declared}) { answer: ${name}(${given.join(', ')}) ${FIELDS} }`;
  return (await ask<{ answer: Answer }>(app, query, { ...variables })).answer;
};
const create = (text: string, language = 'EN'): Promise<Answer> =>
  change('ownTemplateCreate', '$input: OwnTemplateCreateInput!', { input: { language, text } });
const update = (id: string, input: object): Promise<Answer> =>
  change('ownTemplateUpdate', '$id: ID!, $input: OwnTemplateUpdateInput!', { id, input });
const archive = (id: string): Promise<Answer> => change('ownTemplateArchive', '$id: ID!', { id });
const restore = (id: string): Promise<Answer> => change('ownTemplateRestore', '$id: ID!', { id });

interface Offered {
  readonly name: string;
  readonly origin: string;
  readonly label: string;
}
const offered = async (language = 'EN'): Promise<Offered[]> =>
  (
    await ask<{ all: Offered[] }>(
      app,
      `query ($language: Language!) { all: postmortemTemplates(language: $language) { name origin label } }`,
      { language },
    )
  ).all;

describe('a template of the organization', () => {
  it('is offered in its language, and a case can begin from it', async () => {
    const { ownTemplate, userErrors } = await create(TEXT);
    expect(userErrors).toEqual([]);
    expect(ownTemplate).toMatchObject({ version: 1, name: 'vendor', text: TEXT });
    expect((await offered()).at(-1)).toEqual({
      ...{ name: 'vendor', origin: 'OWN', label: 'Vendor outage' },
    });
    expect((await offered('ZH_HANS')).map(({ name }) => name)).not.toContain('vendor');
    const { made } = await ask<{ made: { postmortem: { sections: object[] } } }>(
      app,
      `mutation { made: postmortemCreate(input: { title: "A", language: EN, template: "vendor" }) {
        postmortem { sections { heading body } } } }`,
    );
    expect(made.postmortem.sections).toEqual([{ heading: 'What they said', body: '… on …: …' }]);
  });

  it('stands before a file of the same name until it is archived', async () => {
    const own = TEXT.replace('name: vendor', 'name: short').replace('Vendor outage', 'Ours');
    const { ownTemplate } = await create(own);
    const id = ownTemplate?.id ?? '';
    const label = async () => (await offered()).find(({ name }) => name === 'short')?.label;
    expect(await label()).toBe('Ours');
    expect((await archive(id)).ownTemplate?.archivedAt).not.toBeNull();
    expect(await label()).toBe('Short');
    expect((await restore(id)).ownTemplate?.archivedAt).toBeNull();
    expect(await label()).toBe('Ours');
    await archive(id);
  });

  it('is changed by whoever has seen what is there', async () => {
    const { ownTemplate } = await create(TEXT.replace('name: vendor', 'name: partner'));
    const { id = '', text = '' } = ownTemplate ?? {};
    const changed = text.replace('Vendor', 'Partner');
    const first = await update(id, { text: changed, expectedVersion: 1 });
    expect(first.ownTemplate).toMatchObject({ version: 2, text: changed });
    const late = await update(id, { text, expectedVersion: 1 });
    expect(late.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    const taken = await update(id, { text: TEXT });
    expect(taken.userErrors).toMatchObject([{ code: 'ALREADY_EXISTS', field: ['input', 'text'] }]);
    expect((await create(TEXT)).userErrors).toMatchObject([{ code: 'ALREADY_EXISTS' }]);
  });

  it('is refused with a fault, and all of them are told by the check', async () => {
    const broken = TEXT.replace('place: 9', 'place: no').replace('{{severity}}', '{{colour}}');
    const { ownTemplate, userErrors } = await create(broken);
    expect(ownTemplate).toBeNull();
    expect(userErrors).toMatchObject([
      { code: 'VALIDATION', field: ['input', 'text'], message: expect.stringMatching(/^Line 5: /) },
    ]);
    const { check } = await ask<{ check: { template: object | null; faults: { line: number }[] } }>(
      app,
      `query ($text: String!) { check: templateCheck(language: EN, text: $text) {
        template { name } faults { line message } } }`,
      { text: broken },
    );
    expect(check.template).toBeNull();
    expect(check.faults.map(({ line }) => line)).toEqual([5, 12]);
  });
});

interface Suggestion {
  readonly template: { name: string };
  readonly rule: { number: number } | null;
  readonly passed: { rule: { number: number }; because: string[] }[];
}
const suggest = async (input: object, language = 'EN'): Promise<unknown[]> => {
  const { of } = await ask<{ of: Suggestion }>(
    app,
    `query ($language: Language!, $input: TemplateSuggestionInput!) {
      of: templateSuggestion(language: $language, input: $input) {
        template { name } rule { number } passed { rule { number } because } } }`,
    { language, input },
  );
  return [of.template.name, of.rule?.number, ...of.passed.map(({ because }) => because.join())];
};
const made = async (input: object): Promise<string> => {
  const { of } = await ask<{ of: { incident: { id: string } } }>(
    app,
    `mutation ($input: IncidentCreateInput!) { of: incidentCreate(input: $input) { incident { id } } }`,
    { input },
  );
  return of.incident.id;
};
const setRules = async (text: string | null, expectedVersion?: number) =>
  (
    await ask<{
      of: { templateRules: { isOwn: boolean; version: number }; userErrors: Refusal[] };
    }>(
      app,
      `mutation ($input: TemplateRulesUpdateInput!) { of: templateRulesUpdate(input: $input) {
        templateRules { isOwn version text } userErrors { code field message } } }`,
      { input: { text, expectedVersion } },
    )
  ).of;

describe('the template that is suggested', () => {
  it('is that of the first rule that holds, which says why the others do not', async () => {
    expect(await suggest({ kind: 'DRILL' })).toEqual(['drill', 1]);
    expect(await suggest({ kind: 'NEAR_MISS' })).toEqual(['short', 2, 'KIND']);
    const grave = { kind: 'INCIDENT', severity: 'SEV1' };
    expect(await suggest(grave)).toEqual(['standard', 5, 'KIND', 'KIND', 'TIER', 'SEVERITY']);
    expect(await suggest({})).toEqual(['standard', 5, 'KIND', 'KIND', 'TIER', 'SEVERITY']);
  });

  it('goes by the incidents, and by the gravest of several', async () => {
    const drill = await made({ title: 'Drill', kind: 'DRILL' });
    const small = await made({ title: 'Small', severity: 'SEV4' });
    const large = await made({ title: 'Large', severity: 'SEV2' });
    expect(await suggest({ incidentIds: [drill] })).toEqual(['drill', 1]);
    const short = ['short', 4, 'KIND', 'KIND', 'TIER'];
    expect(await suggest({ incidentIds: [drill, small] })).toEqual(short);
    expect((await suggest({ incidentIds: [small, large] }))[0]).toBe('standard');
    expect((await suggest({ incidentIds: ['nothing'] }))[0]).toBe('standard');
  });

  it('goes by rules of the organization while there are some', async () => {
    const { of } = await ask<{ of: { service: { id: string } } }>(
      app,
      `mutation { of: serviceCreate(input: { name: "Ledger", tier: CRITICAL }) { service { id } } }`,
    );
    const serviceIds = [of.service.id];
    expect(await suggest({ serviceIds, severity: 'SEV5' })).toEqual([
      ...['standard', 3, 'KIND', 'KIND'],
    ]);
    const rules = `rules:
  - { template: vendor, service: [ledger], severity: [SEV1, SEV2] }
  - { template: data-incident, service: ledger }
`;
    expect(await setRules(rules, 0)).toMatchObject({ templateRules: { isOwn: true, version: 1 } });
    expect(await suggest({ serviceIds, severity: 'SEV1' })).toEqual(['vendor', 1]);
    expect(await suggest({ serviceIds })).toEqual(['data-incident', 2, 'SEVERITY']);
    expect(await suggest({ severity: 'SEV1' })).toEqual([
      ...['standard', undefined, 'SERVICE', 'SERVICE'],
    ]);
    // Its template is there in English only.
    expect(await suggest({ serviceIds, severity: 'SEV1' }, 'ZH_HANT')).toEqual([
      ...['data-incident', 2, ''],
    ]);
    expect((await setRules(rules, 0)).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    expect((await setRules('rules:\n  - template: none\n')).userErrors).toMatchObject([
      { code: 'VALIDATION', message: expect.stringMatching(/^Line 2: there is no template none/) },
    ]);
    expect(await setRules(null)).toMatchObject({ templateRules: { isOwn: false } });
    expect(await suggest({ kind: 'DRILL' })).toEqual(['drill', 1]);
  });
});
