import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { startApp, type TestApp } from '../support/app.js';
import { ask, graphql } from '../support/client.js';
import { aCase } from '../support/factory.js';
import { mutate, rowOf } from '../support/mutation.js';
import { walkHtml } from '../support/html-walk.js';
import { hostileText } from '../support/rendering.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await app.close();
});

describe('the Markdown of a case as HTML', () => {
  test('is there wherever a case has Markdown', async () => {
    const incident = await rowOf(
      mutate(
        app,
        'incidentCreate',
        'incident',
        { input: { title: 'Checkout', summary: '*i*' } },
        'id',
      ),
    );
    const { id } = await aCase(app, {
      summary: '**s** PM-7',
      sections: [{ heading: 'Impact', body: '# b' }],
      incidentIds: [incident.id],
    });
    const at = '2024-03-11T14:05:00Z';
    await rowOf(
      mutate(app, 'timelineEventCreate', 'timelineEvent', {
        postmortemId: id,
        input: { at, zone: 'UTC', text: 'x', evidence: '`e`' },
      }),
    );
    await rowOf(
      mutate(
        app,
        'actionItemCreate',
        'actionItem',
        { input: { postmortemId: id, title: 'x', type: 'REPAIR', detail: '<b>' } },
        'id',
      ),
    );
    const { postmortem } = await ask<{ postmortem: object }>(
      app,
      `query ($id: ID!) { postmortem(id: $id) {
        summaryHtml sections { bodyHtml } incidents { summaryHtml }
        timeline { evidenceHtml } actionItems { detailHtml evidenceHtml } } }`,
      { id },
    );
    expect(postmortem).toEqual({
      summaryHtml: '<p><strong>s</strong> <a href="/postmortems/PM-7">PM-7</a></p>\n',
      sections: [{ bodyHtml: '<h4>b</h4>\n' }],
      incidents: [{ summaryHtml: '<p><em>i</em></p>\n' }],
      timeline: [{ evidenceHtml: '<p><code dir="ltr">e</code></p>\n' }],
      actionItems: [{ detailHtml: '<p>&lt;b&gt;</p>\n', evidenceHtml: null }],
    });
  });

  test('a text shows what it will look like without being stored', async () => {
    const document = 'query ($text: Markdown!) { markdownRender(text: $text) }';
    expect(await ask(app, document, { text: '~~x~~' })).toEqual({
      markdownRender: '<p><s>x</s></p>\n',
    });
    const { errors } = await graphql(app, document, { text: 'x'.repeat(1_000_001) });
    expect(errors?.[0]?.extensions.code).toMatch(/VALIDATION|TOO_LARGE/);
  });

  test('the same long text is rendered once', async () => {
    const { id } = await aCase(app, { summary: '*a* [b](https://c.example) '.repeat(30_000) });
    const document = 'query ($id: ID!) { postmortem(id: $id) { summaryHtml } }';
    const times: number[] = [];
    const answers = new Set<unknown>();
    for (let round = 0; round < 3; round++) {
      const before = performance.now();
      answers.add(JSON.stringify(await ask(app, document, { id })));
      times.push(performance.now() - before);
    }
    expect(answers.size).toBe(1);
    expect(Math.min(...times.slice(1))).toBeLessThan(times[0] ?? 0);
  });
});

describe('a text that takes seconds to render', () => {
  const document = 'query ($text: Markdown!) { markdownRender(text: $text) }';

  test('keeps nobody else waiting', async () => {
    const order: string[] = [];
    const slow = ask(app, document, { text: hostileText() }).then(() => order.push('slow'));
    for (let n = 0; n < 10; n++) {
      await ask(app, '{ __typename }');
      order.push('other');
    }
    await slow;
    expect(order.indexOf('slow')).toBe(10);
  });

  test('is shown as it was written where that is too long, and the next one is rendered', async () => {
    const strict = await startApp({ rendering: { textMs: 1_000 } });
    try {
      const { id } = await aCase(strict, { summary: `<b>&\n${hostileText(999_992)}` });
      const shown = await ask<{ postmortem: { summaryHtml: string } }>(
        strict,
        'query ($id: ID!) { postmortem(id: $id) { summaryHtml } }',
        { id },
      );
      const { summaryHtml } = shown.postmortem;
      walkHtml(summaryHtml);
      expect(summaryHtml).toMatch(/^<p class="note">This text could not .+<\/p>\n<div class="as-/);
      expect(summaryHtml).toContain('>&lt;b&gt;&amp;\n|a|\n|-|\n|a|');
      expect(await ask(strict, document, { text: '*a* '.repeat(5_000) })).toEqual({
        markdownRender: `<p>${'<em>a</em> '.repeat(5_000).trim()}</p>\n`,
      });
    } finally {
      await strict.close();
    }
  });
});
