import { describe, expect, it } from '@jest/globals';

import { readCaseFile } from '../../src/features/case-file/case-file.read.js';

const read = (...lines: string[]) =>
  readCaseFile(new TextEncoder().encode(lines.join('\n')), { path: 'wild.md' });
const actionsOf = (...lines: string[]) =>
  read('# A case', '', 'Date: 2024-11-11', '', '## Action items', '', ...lines).document.actions;
const timelineOf = (...lines: string[]) =>
  read('# A case', '', 'Date: 2024-03-10', '', '## Timeline', '', ...lines);
const instantsOf = (...lines: string[]) =>
  timelineOf(...lines).document.timeline.map(({ at }) => at.slice(0, 16));
const milestonesOf = (...lines: string[]) => read(...lines).document.incidents[0];

describe('an action on a line', () => {
  it('keeps every owner that its brackets name', () => {
    expect(actionsOf('- 壓測加入監控（@李四、@王五，截止 12月1日）')[0]).toMatchObject({
      title: '壓測加入監控',
      ownerText: '@李四, @王五',
      dueOn: '2024-12-01',
    });
  });

  it('keeps a link to a document whole', () => {
    expect(actionsOf('- Write down the [limits](https://wiki.example.com/base)')[0]?.title).toBe(
      'Write down the [limits](https://wiki.example.com/base)',
    );
  });

  it('takes a link named after its ticket for the ticket', () => {
    expect(
      actionsOf(
        '- [OPS-3](https://jira.example.com/OPS-3) — Show the diff (@priya, due Nov 30)',
      )[0],
    ).toMatchObject({
      title: 'Show the diff',
      trackerUrl: 'https://jira.example.com/OPS-3',
      ownerText: '@priya',
      dueOn: '2024-11-30',
    });
  });

  it('takes a handle before or behind it for its owner, but not one that is spoken of', () => {
    expect(
      actionsOf('- @kim: check the zones', '- fence it @ann', '- talk to @bob').map(
        ({ title, ownerText }) => [title, ownerText],
      ),
    ).toEqual([
      ['check the zones', '@kim'],
      ['fence it', '@ann'],
      ['talk to @bob', undefined],
    ]);
  });

  it('takes labels that end sentences, and names between hyphens', () => {
    expect(
      actionsOf(
        '- Lower the TTL. Owner: @sam. Due: 2024-12-10.',
        '- Page on spikes - Kim Lee - in progress',
      ),
    ).toMatchObject([
      { title: 'Lower the TTL.', ownerText: '@sam', dueOn: '2024-12-10' },
      { title: 'Page on spikes', ownerText: 'Kim Lee', status: 'IN_PROGRESS' },
    ]);
  });

  it('takes owner and day from the bullets under it', () => {
    expect(
      actionsOf('- 寫文檔', '  - 負責人：李四', '  - 截止日期：2024-12-15', '  - 先問網路組')[0],
    ).toMatchObject({
      title: '寫文檔',
      ownerText: '李四',
      dueOn: '2024-12-15',
      detail: '- 先問網路組',
    });
  });

  it('keeps a label with a value that says nothing to it', () => {
    expect(actionsOf('- Buy disks (@ann, status: dunno)')[0]?.title).toBe(
      'Buy disks (@ann, status: dunno)',
    );
  });

  it('has the type of the heading it stands under', () => {
    const { actions, sections } = read(
      ...['# A', '## Action items', '### Prevention', '- Set quotas', '### Detection', '- Alert'],
    ).document;
    expect(actions.map(({ type }) => type)).toEqual(['PREVENT_FUTURE', 'DETECT_FUTURE']);
    expect(sections).toEqual([]);
  });

  it('is due in the year after where the month is long past', () => {
    expect(actionsOf('- Set quotas (due Jan 10)')[0]?.dueOn).toBe('2025-01-10');
  });

  it('reads states behind pictures, and no owner where none is decided', () => {
    expect(
      actionsOf('|Task|Owner|Status|', '|-|-|-|', '|a|Ann|🚧 In progress|', '|b|待定|✅ Done|'),
    ).toEqual([
      expect.objectContaining({ ownerText: 'Ann', status: 'IN_PROGRESS' }),
      expect.not.objectContaining({ ownerText: '待定' }),
    ]);
  });
});

describe('a timeline in the wild', () => {
  it('counts 次日 from the day that was named', () => {
    expect(instantsOf('23:50 UTC 告警', '次日 00:20 UTC 切換', '次日 00:55 UTC 恢復')).toEqual([
      '2024-03-10T23:50',
      '2024-03-11T00:20',
      '2024-03-11T00:55',
    ]);
  });

  it('sees that a zone ahead may be on the next day while the others are not', () => {
    expect(instantsOf('- 22:00 UTC: down', '- 07:30 JST: up', '- 23:00 UTC: sure')).toEqual([
      '2024-03-10T22:00',
      '2024-03-10T22:30',
      '2024-03-10T23:00',
    ]);
  });

  it('reads numbered headings that are days, 1.30 AM, and a dash between day and time', () => {
    expect(
      instantsOf(
        '### 2.1 7 October 2022',
        '* 1.30 AM: twice',
        '### 2.2 9 October 2022',
        '* 10:00 ok',
      ),
    ).toEqual(['2022-10-07T01:30', '2022-10-09T10:00']);
    expect(instantsOf('Aug 14, 2023 - 16:42 PDT fixed')).toEqual(['2023-08-14T23:42']);
  });

  it('is read from a block of code, unless the block is a log under an event', () => {
    const pasted = timelineOf('```', '09:14 changed', '', '09:31 alert', '```').document;
    expect(pasted.timeline.map(({ text }) => text)).toEqual(['changed', 'alert']);
    expect(pasted.sections).toEqual([]);
    const log = timelineOf('09:14 changed', '', '```', '09:31 alert', '```').document;
    expect(log.timeline).toHaveLength(1);
    expect(log.sections[0]?.body).toBe('```\n09:31 alert\n```');
  });

  it('without a zone is on the clock of the country in Chinese, and says so', () => {
    const { document, notes } = timelineOf('14:05 連接池耗盡，下單失敗', '14:20 擴容之後恢復');
    expect(document.timeline[0]).toMatchObject({ at: '2024-03-10T06:05:00.000Z', zone: '+08:00' });
    expect(notes).toContain('The file names no time zone; its times were read as UTC+08:00.');
  });

  it('does not say who acted in the words of a column', () => {
    expect(
      timelineOf('|時間|操作人|操作|', '|-|-|-|', '|14:05|陳大文|重啟|').document.timeline[0]?.text,
    ).toBe('陳大文 — 重啟');
  });
});

describe('the milestones of a file in the wild', () => {
  it('are both ends of a range, past midnight where it goes back', () => {
    expect(
      milestonesOf('故障時間：2023年11月2日 23:40 - 01:15', '', '訂單庫切換失敗。'),
    ).toMatchObject({
      startedAt: '2023-11-02T15:40:00.000Z',
      resolvedAt: '2023-11-02T17:15:00.000Z',
    });
  });

  it('share day and zone with the one before', () => {
    expect(
      milestonesOf('# A', 'Incident started: 13:02 PST on 5 Dec 2023', 'Incident resolved: 13:55'),
    ).toMatchObject({
      startedAt: '2023-12-05T21:02:00.000Z',
      resolvedAt: '2023-12-05T21:55:00.000Z',
    });
  });

  it('are read from bold keys of a table', () => {
    expect(
      milestonesOf('# A', '', '| | |', '|:--|:--|', '| **Start** | 2024-09-03T07:12:00.000+0000 |'),
    ).toMatchObject({ startedAt: '2024-09-03T07:12:00.000Z' });
  });

  it('are not taken from an event that only speaks of one', () => {
    const { incidents } = timelineOf(
      ...['- 14:05 UTC alert', '- 14:10 we expect the outage over by noon', '- 14:20 影響開始擴大'],
    ).document;
    expect(incidents[0]?.resolvedAt).toBeUndefined();
    expect(incidents[0]?.startedAt).toBe('2024-03-10T14:05:00.000Z');
  });

  it('do not begin with the history before the incident', () => {
    expect(
      timelineOf('- 2024-02-01 10:00 flag merged', '- 2024-03-10 14:05 flag on', '- 14:07 alert')
        .document.incidents[0]?.startedAt,
    ).toBe('2024-03-10T14:05:00.000Z');
  });

  it('do not take the day of a report for that of what it tells', () => {
    const report = ['---', 'title: March', 'date: 2024-04-10', '---', 'On March 1, 2024 it broke.'];
    expect(milestonesOf(...report)).toBeUndefined();
  });
});

describe('the head of a file in the wild', () => {
  it('goes on after a heading with its value on the same line', () => {
    const { document } = read('影響時長：95 分鐘', '報告人：趙六', '', '訂單庫切換失敗。');
    expect(document.authors).toEqual([{ name: '趙六' }]);
    expect(document.sections).toContainEqual({ heading: '影響時長', body: '95 分鐘' });
  });

  it('has its title in a first line that says it is a report, or in the only heading of its kind', () => {
    expect(read('故障復盤報告：訂單庫切換失敗', '', '影響很大。').document.title).toBe(
      '故障復盤報告：訂單庫切換失敗',
    );
    expect(read('## Login broke', '', '## Impact', '', 'Much.').document).toMatchObject({
      title: 'Login broke',
      sections: [{ heading: 'Impact', body: 'Much.' }],
    });
  });

  it('is no summary where it is a sheet of keys and values', () => {
    const { document } = read('# A', '## Overview', '- Severity: High', '- Duration: 5h');
    expect(document.summary).toBe('');
    expect(document.incidents[0]?.severity).toBe('SEV2');
    expect(document.sections).toEqual([{ heading: 'Overview', body: '- Duration: 5h' }]);
  });
});

describe('whys in the wild', () => {
  it.each(['### 5 Why', '## Root cause identification: The Five Whys', '## 根因分析（5 Why）'])(
    'are a chain under %s',
    (heading) => {
      const { factors } = read('# A', heading, '1. no disk', '2. no alert').document;
      expect(factors).toEqual([
        {
          kind: 'CONTRIBUTING',
          text: 'no disk',
          children: [{ kind: 'ROOT_CAUSE', text: 'no alert', children: [] }],
        },
      ]);
    },
  );

  it('that go on without end stay prose', () => {
    const list = Array.from({ length: 30_000 }, () => '1. why').join('\n');
    expect(read('# A', '## Five whys', list).document.factors).toEqual([]);
  });
});

describe('services on a line of facts', () => {
  it('are not read from a sentence that goes on to something else', () => {
    const { document } = read(
      '# A case',
      '',
      '**Affected services**: Storage, Backup. **Affected regions**: Central, East.',
    );
    expect(document.incidents[0]?.services ?? []).toEqual([]);
    expect(JSON.stringify(document.sections)).toContain('Affected regions');
  });
});

// Each takes minutes where a pattern looks at the same text again from every place in it.
describe('a text that is made to be slow', () => {
  const size = 300_000;
  it.each([
    ['one word for an owner', `## Actions\n\n|Task|Owner|\n|-|-|\n|x|${'a'.repeat(size)}|`],
    ['spaces in a cell', `## Actions\n\n|Task|\n|-|\n|a${' '.repeat(size)}b|`],
    ['spaces in headings', `# a${' '.repeat(1_900)}x\n`.repeat(size / 1_900)],
    ['spaces in actions', `## Actions\n\n${`- x${' '.repeat(1_900)}y\n`.repeat(size / 1_900)}`],
  ])('is read all the same: %s', (_name, text) => {
    expect(read(text).document.title).not.toBe('');
  });
});
