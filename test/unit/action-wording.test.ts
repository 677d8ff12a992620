import { describe, expect, it } from '@jest/globals';

import { isBounded } from '../../src/features/action-item/action-item.wording.js';

const bounded = (title: string, doneWhen: string | null = null): boolean =>
  isBounded({ title, doneWhen });

describe('the wording of an action', () => {
  it.each([
    'Alert on pool use above 80 %',
    'Add a second replica to checkout-db',
    'Improve the alert so that it fires within 5 minutes',
    'Review the runbook before the sale',
    'Investigate why the replica lagged by 40 s',
    '為 checkout-db 增加第二個副本',
    '加強監控，直到連線池用量超過八成時告警',
    '调查副本延迟，结论写入案例，以便下次改配置',
    'Reviewer rota: name two people for each release',
  ])('sets an end: %s', (title) => {
    expect(bounded(title)).toBe(true);
  });

  it.each([
    'Improve monitoring',
    'Please look into the connection pool',
    'Be more careful with configuration changes',
    'ENHANCE logging',
    '加強監控',
    '加强监控',
    '持續優化部署流程',
    '請提高警覺',
    '注意設定變更',
  ])('sets none: %s', (title) => {
    expect(bounded(title)).toBe(false);
    expect(bounded(title, 'A page goes out in under a minute.')).toBe(true);
  });
});
