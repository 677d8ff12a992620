import { describe, expect, it } from '@jest/globals';

import { titleHint } from '../../src/web/writing/actions/title-hint.js';

describe('what a title of an action item leaves open', () => {
  it.each([
    ['Improve monitoring', 'vague'],
    ['加強監控與告警的覆蓋', 'vague'],
    ['注意变更的风险和影响', 'vague'],
    ['Improve p99 of checkout to 300 ms', null],
    ['Continuously watch the pool', 'endless'],
    ['持續關注連線池', 'endless'],
    ['Alerts', 'short'],
    ['加告警', 'short'],
    ['Limit the time one connection may be held to 2 s', null],
    ['把簽發中繼憑證寫成操作手冊並演練一次，目標 30 分鐘內完成', null],
    ['為連線池等待時間建立告警', null],
    ['', null],
  ])('%s: %s', (title, hint) => {
    expect(titleHint(title)).toBe(hint);
  });
});
