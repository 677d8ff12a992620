import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

import { readCaseFile, type CaseFile } from '../../src/features/case-file/case-file.read.js';

const folder = new URL('../fixtures/case-files/', import.meta.url);
const fixture = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const readText = (text: string, path = 'notes/some-outage.md') =>
  readCaseFile(new TextEncoder().encode(text), { path });
const readFixture = (name: string) => readText(fixture(name), name);
const incidentOf = (file: CaseFile) => file.document.incidents[0];
const headings = (file: CaseFile) => file.document.sections.map(({ heading }) => heading);

describe('a postmortem after the SRE book', () => {
  const file = readFixture('sre-book.md');
  const { document } = file;

  it('gives its title, people, summary and what its status does not fully say', () => {
    expect(file.format).toBe('prose');
    expect(document.title).toBe(
      'Search returned empty results during the spring sale (incident #42)',
    );
    expect(document.authors).toEqual([
      { name: 'jennifer' },
      { name: 'Martin Yu', email: 'martin.yu@example.com' },
    ]);
    expect(document.summary).toBe(
      'Search was down for 66 minutes while shoppers looked for the new catalogue.\nEvery second request failed.',
    );
    expect(document.status).toBe('PUBLISHED');
    expect(document.sections[0]).toEqual({
      heading: '',
      body: '**Status:** Complete, action items in progress',
    });
  });

  it('dates its timeline from the day over it and passes midnight', () => {
    expect(document.timeline.map(({ at }) => at.slice(0, 16))).toEqual([
      '2015-10-21T14:51',
      '2015-10-21T14:53',
      '2015-10-21T14:54',
      '2015-10-21T14:55',
      '2015-10-21T14:57',
      '2015-10-21T15:01',
      '2015-10-21T15:36',
      '2015-10-21T16:00',
      '2015-10-21T23:50',
      '2015-10-22T00:10',
    ]);
    expect(document.timeline[6]).toMatchObject({
      marker: 'REPAIR',
      text: 'Traffic manager rolled back the load balancer\n- directed all traffic to the sacrificial cluster',
      original:
        '- 15:36 Traffic manager rolled back the load balancer\n    - directed all traffic to the sacrificial cluster',
    });
  });

  it('takes the onset and the end from the events that name them', () => {
    expect(incidentOf(file)).toMatchObject({
      status: 'CLOSED',
      startedAt: '2015-10-21T14:54:00.000Z',
      resolvedAt: '2015-10-21T16:00:00.000Z',
    });
  });

  it('makes factors, findings and actions', () => {
    expect(document.factors.map(({ kind }) => kind)).toEqual(['ROOT_CAUSE', 'TRIGGER']);
    expect(document.findings.map(({ kind, text }) => `${kind} ${text.slice(0, 20)}`)).toEqual([
      'WENT_WELL Monitoring quickly a',
      'WENT_WELL Rapidly distributed ',
      'WENT_WRONG We were out of pract',
      'WENT_WRONG We exceeded our avai',
      'LUCKY A mailing list had a',
    ]);
    expect(document.actions).toEqual([
      {
        title: 'Update playbook with instructions for responding to cascading failure',
        detail: 'Bug: n/a **DONE**',
        type: 'MITIGATE_FUTURE',
        status: 'DONE',
        ownerText: 'jennifer',
      },
      {
        title: 'Use flux capacitor to balance load between clusters',
        detail: 'Bug: [Bug 5554823](https://bugs.example.com/5554823)',
        type: 'PREVENT_FUTURE',
        status: 'COMMITTED',
        ownerText: 'martym',
        trackerUrl: 'https://bugs.example.com/5554823',
      },
      {
        title: 'Schedule a cascading failure test during the next drill',
        detail: 'Type: process',
        status: 'COMMITTED',
        ownerText: 'docbrown',
        trackerUrl: 'https://bugs.example.com/5554824',
      },
    ]);
  });

  it('keeps as prose what has no structure, and only that', () => {
    expect(headings(file)).toEqual([
      '',
      'Impact',
      'Resolution',
      'Detection',
      'Supporting information',
    ]);
  });
});

describe('a postmortem after Atlassian, with front matter', () => {
  const file = readFixture('atlassian.md');
  const { document } = file;

  it('reads the keys of the front matter and keeps the others', () => {
    expect(file.format).toBe('front-matter');
    expect(document).toMatchObject({
      title: 'Checkout slow after a schema migration',
      status: 'IN_REVIEW',
      tags: ['database', 'migration'],
      authors: [{ name: 'Wei Chen' }],
      extra: { runbook: 'RB-7', reviewed: '2024-03-20' },
    });
    expect(incidentOf(file)).toMatchObject({
      severity: 'SEV2',
      status: 'RESOLVED',
      detectedAt: '2024-03-11T14:10:00.000Z',
      services: [{ name: 'checkout' }, { name: 'payment' }],
      references: [{ source: 'incident', externalId: 'HOT-1234' }],
    });
  });

  it('says so when the onset is a guess', () => {
    expect(incidentOf(file)?.startedAt).toBe('2024-03-11T13:55:00.000Z');
    expect(file.notes).toHaveLength(1);
  });

  it('makes a chain of the five whys', () => {
    const whys = (factors: typeof document.factors): string[] =>
      factors.slice(0, 1).flatMap(({ kind, children }) => [kind, ...whys(children)]);
    expect(whys(document.factors)).toEqual([
      'CONTRIBUTING',
      'CONTRIBUTING',
      'CONTRIBUTING',
      'ROOT_CAUSE',
    ]);
    expect(document.sections).toContainEqual({
      heading: 'Five whys',
      body: 'The problem: checkout was slow.',
    });
  });

  it('reads owner, day, priority and state of an action from its line', () => {
    expect(document.actions).toEqual([
      {
        title: 'Add a lock timeout to every migration',
        status: 'DONE',
        ownerText: 'Wei Chen',
        dueOn: '2024-03-18',
      },
      {
        title: 'Test migrations on a copy of production',
        priority: 'P1',
        status: 'COMMITTED',
        ownerText: 'Data team',
        dueOn: '2024-04-30',
      },
      { title: 'Alert on lock waits (Prometheus)', status: 'PROPOSED' },
      {
        title: 'Write a runbook for stuck migrations',
        detail: 'with the queries to find the blocker',
        status: 'IN_PROGRESS',
        ownerText: '@lin',
      },
    ]);
  });

  it('keeps the unmapped rest of a timeline under its headings, and code as it is', () => {
    expect(document.sections).toContainEqual({
      heading: 'Timeline',
      body: '### March 11, 2024\n\nThe on-call log has more detail.',
    });
    expect(document.sections.find(({ heading }) => heading === 'Leadup')?.body).toContain(
      '## this is no heading',
    );
  });
});

describe('a Chinese postmortem', () => {
  it('in traditional script with numbered headings is read', () => {
    const file = readFixture('zh-hant.md');
    const { document } = file;
    expect(document.language).toBe('zh-Hant');
    expect(document.authors).toEqual([{ name: '林怡君' }, { name: '陳大文' }]);
    expect(document.summary).toBe(
      '支付閘道的 TLS 憑證於 3 月 11 日過期，所有付款請求失敗 75 分鐘。',
    );
    expect(incidentOf(file)).toMatchObject({
      severity: 'SEV1',
      startedAt: '2024-03-11T06:05:00.000Z',
      detectedAt: '2024-03-11T06:09:00.000Z',
      resolvedAt: '2024-03-11T07:20:00.000Z',
      services: [{ name: '支付服務' }, { name: '訂單服務' }],
      references: [{ source: 'incident', externalId: 'F20240311' }],
    });
    expect(document.timeline.map(({ marker, zone }) => `${marker} ${zone}`)).toEqual([
      'OTHER +08:00',
      'DETECTION +08:00',
      'DIAGNOSIS +08:00',
      'COMMUNICATION +08:00',
      'REPAIR +08:00',
      'RECOVERY +08:00',
    ]);
    expect(document.factors).toMatchObject([
      { kind: 'TRIGGER', children: [] },
      { kind: 'ROOT_CAUSE', children: [{ text: '清單沒有負責的團隊' }, { text: '沒有到期告警' }] },
    ]);
    expect(document.actions).toMatchObject([
      { status: 'DONE', dueOn: '2024-03-18', ownerText: '林怡君', detail: '備註: 已接入監控' },
      { status: 'IN_PROGRESS', dueOn: '2024-04-30', ownerText: '平台組' },
      { status: 'COMMITTED', owner: { email: 'chen@example.com' }, detail: '完成時間: 下季' },
    ]);
    expect(document.findings.map(({ kind }) => kind)).toEqual(['WENT_WELL', 'WENT_WRONG']);
    expect(headings(file)).toEqual(['', '二、影響範圍', '六、經驗教訓', '七、附件說明']);
  });

  it('in simplified script with Chinese keys and a table is read', () => {
    const file = readFixture('zh-hans.md');
    const { document } = file;
    expect(document).toMatchObject({
      title: '秒杀活动导致库存服务雪崩',
      language: 'zh-Hans',
      status: 'DRAFT',
      summary: '本次故障持续四十分钟。',
      extra: { 日期: '2024-01-19', 负责部门: '交易平台' },
    });
    expect(incidentOf(file)).toMatchObject({ severity: 'SEV1', status: 'RESOLVED' });
    expect(document.timeline.map(({ at }) => at)).toEqual([
      '2024-01-19T11:58:00.000Z',
      '2024-01-19T12:03:00.000Z',
      '2024-01-19T12:15:00.000Z',
      '2024-01-19T15:40:00.000Z',
      '2024-01-19T16:20:00.000Z',
    ]);
    expect(document.timeline[0]?.original).toBe(
      '| 19:58 | 监控 | 告警：库存服务响应时间超过 3 秒 |',
    );
    expect(document.actions).toMatchObject([
      { title: '过期时间加随机值', ownerText: '张伟', dueOn: '2024-02-01', status: 'DONE' },
      { title: '热点 key 预热', status: 'PROPOSED' },
    ]);
  });
});

describe('front matter in the shape of a public collection', () => {
  const file = readFixture('front-matter.md');

  it('is known by its id and derives a title where there is none', () => {
    expect(file.identity).toEqual({
      kind: 'externalId',
      value: '7b1f5f0e-1111-4222-8333-944455556666',
    });
    expect(file.document.title).toBe('Example: DNS: A typo in a zone file removed all records');
  });

  it('reads the three layouts of dates, and an empty one as unknown', () => {
    expect(incidentOf(file)?.startedAt).toBe('2021-07-04T06:00:00.123Z');
    expect(incidentOf(file)?.resolvedAt).toBeUndefined();
    expect(file.document.source).toMatchObject({
      publishedAt: '2021-07-05T00:00:00.000Z',
      fetchedAt: '2021-07-06T10:00:00.000Z',
    });
  });

  it('makes tags of categories and keywords, each as it stands', () => {
    expect(file.document.tags).toEqual(['config-change', 'dns, and more', 'outage']);
    expect(file.document.source?.categories).toEqual(['config-change']);
  });

  it('keeps the body to the letter, rule and all, and unknown keys', () => {
    expect(file.document.sections).toEqual([
      { heading: '', body: 'The zone file had a typo.\n\n---\n\nIt was fixed.' },
    ]);
    expect(file.document.extra).toEqual({ score: 1.1, reviewers_seen: ['a', 2, true, null] });
  });

  it('keeps a key under another name where fupan gives the name another meaning', () => {
    const { document, notes } = readText('---\ntitle: A\nstatus: Wontfix\nlinks: [a]\n---\n');
    expect(document.extra).toEqual({ source_status: 'Wontfix', source_links: ['a'] });
    expect(notes).toHaveLength(2);
  });

  it('takes keys in any casing and joining', () => {
    for (const key of [
      'start_time',
      'startTime',
      'Start-Time',
      'START TIME',
      '開始時間',
      '开始时间',
    ]) {
      const { document } = readText(`---\ntitle: A\n${key}: 2024-03-11\n---\n`);
      expect(document.incidents[0]?.startedAt).toBe('2024-03-11T00:00:00.000Z');
    }
  });

  it('does not hold a word against a key that need not be a date', () => {
    const { document } = readText('---\ntitle: A\nresolved: yes, at last\n---\n');
    expect(document.extra).toEqual({ resolved: 'yes, at last' });
  });

  it('is known by its address without an id, by its path without both', () => {
    expect(readText('---\nurl: https://example.com/a\n---\nBody').identity).toEqual({
      kind: 'url',
      value: 'https://example.com/a',
    });
    expect(readText('Body').identity).toEqual({ kind: 'path', value: 'notes/some-outage.md' });
  });
});

describe('a plain text file', () => {
  it('with underlined headings and a zone over the timeline is read', () => {
    const file = readFixture('plain-text.txt');
    expect(file.document.title).toBe('Outage of the image service');
    expect(file.document.summary).toBe('Images were not shown.');
    expect(incidentOf(file)).toMatchObject({
      severity: 'SEV3',
      startedAt: '2023-05-07T06:40:00.000Z',
    });
    expect(file.document.timeline.map(({ at }) => at)).toEqual([
      '2023-05-07T06:40:00.000Z',
      '2023-05-07T06:55:00.000Z',
      '2023-05-07T07:20:00.000Z',
      '2023-05-07T08:10:00.000Z',
    ]);
    expect(headings(file)).toEqual(['', 'Contributing factors']);
  });

  it('takes a lone first line for its title and the zone of one line for all', () => {
    const { document } = readText(
      '訂單系統異常復盤\n\n【基本資訊】\n故障等級: P2\n\n【時間線】\n2024-05-06 10:00 CST 發布 v3.2\n10:12 收到投訴\n\n【改進措施】\n1、增加壓測 負責人：李四 截止：5月20日\n2、完善索引檢查',
    );
    expect(document.title).toBe('訂單系統異常復盤');
    expect(document.sections).toEqual([]);
    expect(document.timeline.map(({ at }) => at)).toEqual([
      '2024-05-06T02:00:00.000Z',
      '2024-05-06T02:12:00.000Z',
    ]);
    expect(document.actions).toEqual([
      { title: '增加壓測', status: 'COMMITTED', ownerText: '李四', dueOn: '2024-05-20' },
      { title: '完善索引檢查', status: 'PROPOSED' },
    ]);
  });

  it('without any heading is one section', () => {
    const { document } = readText('The disk was full.\nWe deleted logs.');
    expect(document.title).toBe('The disk was full');
    expect(document.sections).toEqual([
      { heading: '', body: 'The disk was full.\nWe deleted logs.' },
    ]);
  });
});
