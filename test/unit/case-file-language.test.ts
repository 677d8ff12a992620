import { describe, expect, it } from '@jest/globals';

import type { Language } from '../../src/core/vocabulary.js';
import { detectLanguage, languageNamed } from '../../src/features/case-file/language.js';
import { markerOf } from '../../src/features/case-file/prose-marker.js';
import { topicNamed } from '../../src/features/case-file/prose-topics.js';

describe('the language of a case', () => {
  it.each<[Language, string]>([
    ['en', 'The connection pool ran dry.'],
    ['en', 'The team in 台北 restarted the connection pool of the checkout service at night.'],
    ['zh-Hant', '結帳服務連線池耗盡'],
    ['zh-Hans', '结账服务连接池耗尽'],
    [
      'zh-Hans',
      '日志出现 HikariPool-1 - Connection is not available, request timed out after 30000ms',
    ],
    ['zh-Hant', '資料庫 CPU 飆高，應用程式回傳 503 Service Unavailable'],
  ])('is %s for %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it('is read from its names', () => {
    expect(['zh-TW', 'zh_CN', 'en-US', '繁體中文', 'Chinese', 'fr'].map(languageNamed)).toEqual([
      'zh-Hant',
      'zh-Hans',
      'en',
      'zh-Hant',
      'zh-Hans',
      undefined,
    ]);
  });
});

describe('a heading', () => {
  it.each([
    [
      'timeline',
      [
        'Timeline',
        'Incident Timeline',
        '2. Timeline (UTC)',
        '時間線',
        '三、故障时间线',
        'Timeline / 時間線',
        '处理过程',
      ],
    ],
    [
      'actions',
      [
        'Action Items & Followups',
        'Corrective and Preventative Measures',
        '改進措施',
        '五、后续改进措施',
        'Next steps',
      ],
    ],
    ['rootCause', ['Root Cause(s)', 'Root causes', '原因分析', '根本原因', '2.1 故障原因']],
    ['wentWrong', ['What went badly', "What didn't go well?", '做得不好的地方']],
    ['lucky', ['Where did we get lucky', '幸運之處']],
    ['fiveWhys', ['Five whys', 'The 5 Whys', '5-Why 分析', '五个为什么']],
    ['trigger', ['Trigger(s)', '直接原因']],
    [undefined, ['Thanks', 'The root of it all', 'Timeline of the best team in the company']],
  ])('is known by name: %s', (topic, headings) => {
    expect(headings.map(topicNamed)).toEqual(headings.map(() => topic));
  });
});

describe('the marker of an event', () => {
  it.each([
    [
      'DETECTION',
      ['Latency alert fired', 'On-call was paged', '監控告警：錯誤率上升', '收到用户投诉'],
    ],
    [
      'DIAGNOSIS',
      ['Investigating the slow queries', 'Found the bad config', '排查日誌', '定位到慢查询'],
    ],
    ['REPAIR', ['Rolled back to v41', 'Restarted all pods', '回滾上一版本', '扩容缓存']],
    ['COMMUNICATION', ['Posted to the status page', '發布公告', '通知用户']],
    ['RECOVERY', ['Error rate back to normal', 'Service restored', '告警恢復', '服务恢复正常']],
    ['OTHER', ['Deployment of v42', '大促開始']],
  ])('%s', (marker, texts) => {
    expect(texts.map(markerOf)).toEqual(texts.map(() => marker));
  });
});
