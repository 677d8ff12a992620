import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { startApp, type TestApp } from '../support/app.js';
import { ask, type Refusal } from '../support/client.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

interface Template {
  readonly name: string;
  readonly label: string;
  readonly language: string;
  readonly sections: { heading: string; guidance: string; starter: string }[];
}
const templates = (language: string): Promise<Template[]> =>
  ask<{ postmortemTemplates: Template[] }>(
    app,
    `query ($language: Language!) { postmortemTemplates(language: $language) {
      name label description language sections { heading guidance starter } } }`,
    { language },
  ).then(({ postmortemTemplates }) => postmortemTemplates);

interface Created {
  readonly postmortem: {
    template: string | null;
    revision: number;
    sections: { heading: string; body: string }[];
  } | null;
  readonly userErrors: Refusal[];
}
const create = (input: object): Promise<Created> =>
  ask<{ postmortemCreate: Created }>(
    app,
    `mutation ($input: PostmortemCreateInput!) { postmortemCreate(input: $input) {
      postmortem { template revision sections { heading body } }
      userErrors { code field message } } }`,
    { input: { title: 'Checkout is down', language: 'EN', ...input } },
  ).then(({ postmortemCreate }) => postmortemCreate);

describe('the templates', () => {
  it('are there in each language, the standard one first', async () => {
    for (const [language, label] of [
      ['EN', 'Standard'],
      ['ZH_HANT', '標準'],
      ['ZH_HANS', '标准'],
    ] as const) {
      const found = await templates(language);
      expect(found[0]).toMatchObject({ name: 'standard', label, language });
      expect(found.map(({ name }) => name)).toContain('data-incident');
      for (const { sections } of found) {
        for (const { heading, guidance } of sections) {
          expect([heading, guidance]).not.toContain('');
        }
      }
    }
  });
});

describe('a case that begins from a template', () => {
  it('has its sections in the language of the case, with what stands there to start with', async () => {
    for (const language of ['EN', 'ZH_HANT', 'ZH_HANS']) {
      for (const { name, sections } of await templates(language)) {
        const { postmortem, userErrors } = await create({ language, template: name });
        expect(userErrors).toEqual([]);
        expect(postmortem).toEqual({
          template: name,
          revision: 1,
          sections: sections.map(({ heading, starter }) => ({
            heading,
            body: starter
              .replaceAll('{{today}}', new Date().toISOString().slice(0, 10))
              .replaceAll(/\{\{\w+\}\}/gu, '…'),
          })),
        });
      }
    }
  });

  it('names what is known of its incident', async () => {
    const { made } = await ask<{ made: { incident: { id: string } } }>(
      app,
      `mutation { made: incidentCreate(input: { title: "Pool *empty*", severity: SEV2,
        detectedAt: "2026-03-11T06:09:59Z" }) { incident { id } } }`,
    );
    const { postmortem } = await create({ template: 'short', incidentIds: [made.incident.id] });
    expect(postmortem?.sections[0]?.body).toBe(
      String.raw`Pool \*empty\*, SEV2, noticed at 2026-03-11 06:09 UTC: …`,
    );
  });

  it('has the sections that are given instead, whatever the template is called', async () => {
    const sections = [{ heading: 'Mine', body: 'Text' }];
    for (const template of ['standard', 'of our own']) {
      const { postmortem } = await create({ template, sections });
      expect(postmortem).toMatchObject({ template, sections });
    }
    expect((await create({ template: 'standard', sections: [] })).postmortem?.sections).toEqual([]);
    expect((await create({})).postmortem).toMatchObject({ template: null, sections: [] });
  });

  it('is refused where there is no such template and nothing to begin with', async () => {
    const { postmortem, userErrors } = await create({ template: 'standart' });
    expect(postmortem).toBeNull();
    expect(userErrors).toMatchObject([
      {
        code: 'VALIDATION',
        field: ['input', 'template'],
        message: expect.stringContaining('standard, short'),
      },
    ]);
  });
});
