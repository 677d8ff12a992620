import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { CaseFileError } from '../../src/features/case-file/case-file.error.js';
import { readCaseFile } from '../../src/features/case-file/case-file.read.js';
import { writeCaseFile } from '../../src/features/case-file/case-file.write.js';

const folder = new URL('../fixtures/case-files/', import.meta.url);
const fixture = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const readText = (text: string, path = 'notes/some-outage.md') =>
  readCaseFile(new TextEncoder().encode(text), { path });
const readFixture = (name: string) => readText(fixture(name), name);

describe('the rule that nothing in a file is dropped', () => {
  const names = [
    'sre-book.md',
    'atlassian.md',
    'zh-hant.md',
    'zh-hans.md',
    'front-matter.md',
    'plain-text.txt',
  ];

  it.each(names)('holds for the words of %s', (name) => {
    const { document } = readFixture(name);
    const said = JSON.stringify(document);
    const body = fixture(name).replace(/^---\n[^]*?\n---\n/u, '');
    const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(body)]
      .filter(({ isWordLike }) => isWordLike)
      .map(({ segment }) => segment);
    const lost = [...new Set(words)].filter((word) => !said.includes(word) && !MARKUP.has(word));
    expect(lost).toEqual([]);
  });

  it('writes and reads every fixture to the same bytes', () => {
    for (const name of names) {
      const first = writeCaseFile(readFixture(name).document);
      expect(writeCaseFile(readText(first).document)).toBe(first);
    }
  });

  it('holds for any mixture of what is recognised, with nonsense between', () => {
    let serial = 0;
    const word = () => `zq${(serial += 1)}x`;
    const line = fc.constantFrom<() => string>(
      () => `${word()} ${word()}`,
      () => '',
      () => `## Timeline of ${word()}`,
      () => `### Impact ${word()}`,
      () => `- **Detected:** 2024-03-11 14:00 ${word()}`,
      () => `| Item | Value |\n|--|--|\n| Severity | P1 |\n| Owner | ${word()} |`,
      () => '## 基本信息',
      () => `二、${word()}`,
      () => `* [ ] P1: ${word()} (${word()})`,
      () => '- 2024-03-11',
      () => `    - 10:00 ${word()}`,
      () => '**15:00**',
      () => `根因：${word()}`,
      () => '## Date',
      () => `**Authors:** ${word()} <a..b@c.d>, ${word()}_${word()}@example.com`,
      () => `# ${word()}`,
      () => `## ${word()}`,
      () => '## Timeline (all times UTC)',
      () => '## Action Items',
      () => '### Root cause',
      () => '## What went well',
      () => '**Trigger:**',
      () => `Summary: ${word()}`,
      () => `【影響範圍】${word()}`,
      () => '三、改進措施',
      () => '## Five whys',
      () => `- 14:05 ${word()}`,
      () => `13:0${serial % 10} UTC — ${word()}`,
      () => `2024-03-11 09:00 ${word()}`,
      () => '2024-03-12',
      () => `- ${word()}`,
      () => `  - [x] ${word()} (${word()}, 2024-04-01)`,
      () => `1. ${word()}`,
      () => `  ${word()}`,
      () =>
        `| Action | Owner | ${word()} |\n|---|---|---|\n| ${word()} | ${word()} | ${word()} |\n| | ${word()} | |`,
      () => `| Time | What |\n|---|---|\n| 10:00 | ${word()} |\n| later | ${word()} |`,
      () => `| ${word()} | ${word()} |`,
      () => '```',
      () => '~~~~',
      () => `Severity: ${word()}`,
      () => `**Authors:** ${word()}, ${word()}`,
      () => `故障等級：P1 ${word()}`,
      () => `Date: ${word()}`,
      () => `${word()}\n-----`,
      () => `> ${word()}`,
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const text = lines.map((make) => make()).join('\n');
        fc.pre(text.trim() !== '');
        const { document } = readText(text);
        const said = JSON.stringify(document);
        const lost = (text.match(/zq\d+x/gu) ?? []).filter((token) => !said.includes(token));
        expect({ lost, text: lost.length > 0 ? text : '' }).toEqual({ lost: [], text: '' });
        const once = writeCaseFile(document);
        expect(writeCaseFile(readText(once).document)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  it('fails with a fault of its own or not at all, whatever the bytes', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 200 }),
          fc.string().map((text) => new TextEncoder().encode(`---\n${text}\n---\n`)),
        ),
        (bytes) => {
          try {
            readCaseFile(bytes, { path: 'x.md' });
          } catch (error) {
            expect(error).toBeInstanceOf(CaseFileError);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

/** Names of headings, keys and columns that structure says, and values that it says in other words. */
const MARKUP = new Set(
  `Date Authors Summary Root Causes Trigger Action Items Item Owner mitigate prevent Lessons Learned What went well
  wrong Where got lucky Timeline Incident All times Corrective progress Start PST End Severity Pacific Time Next steps
  故障 編號 等級 一級 發生 年 下午 受 區 UTC 撰寫 概述 線 四 分析 五 措施 負責人 狀態 進行 中 未 開始 做得 好的 地方 根因 个 改进 已`.split(
    /\s+/u,
  ),
);
