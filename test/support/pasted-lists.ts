import { sample, t, utc, type PastedSample } from './pasted-sample.js';

/** Lists and tables that people write. */
export const PASTED_LISTS: readonly PastedSample[] = [
  sample(
    'a list of times',
    `14:05 alert fired on checkout
14:12 - on-call acknowledged
14:20 – rollback started
  second attempt, the first one hung
15:01 all clear`,
    [
      [t('14:05'), 'alert fired on checkout'],
      [t('14:12'), 'on-call acknowledged'],
      [t('14:20'), 'rollback started\nsecond attempt, the first one hung'],
      [t('15:01'), 'all clear'],
    ],
  ),
  sample(
    'times in brackets, with seconds',
    `[14:05] alert fired
[14:05:12] Ann looks at it
14:05:30 - restarted gateway
(14:06) quiet`,
    [
      [t('14:05'), 'alert fired'],
      [t('14:05:12'), 'Ann looks at it'],
      [t('14:05:30'), 'restarted gateway'],
      [t('14:06'), 'quiet'],
    ],
  ),
  sample(
    'twelve hours',
    `2:05 PM alert fired
2:05pm: second alert
11:59 p.m. rolled back
12:10 AM all clear`,
    [
      [t('14:05'), 'alert fired'],
      [t('14:05'), 'second alert'],
      [t('23:59'), 'rolled back'],
      [t('00:10', 12), 'all clear'],
    ],
  ),
  sample(
    'past midnight and on',
    `22:40 alert
23:58 rollback
00:14 back to normal
00:30 closed`,
    [
      [t('22:40'), 'alert'],
      [t('23:58'), 'rollback'],
      [t('00:14', 12), 'back to normal'],
      [t('00:30', 12), 'closed'],
    ],
  ),
  sample(
    'a log after a chat, which goes back on the same day',
    `14:05 alert
18:20 fixed
13:58 first error in the log
14:02 pool exhausted`,
    [
      [t('14:05'), 'alert'],
      [t('18:20'), 'fixed'],
      [t('13:58'), 'first error in the log'],
      [t('14:02'), 'pool exhausted'],
    ],
  ),
  sample(
    'newest first, over midnight',
    `00:20 closed
00:05 back to normal
23:50 rollback
23:10 alert`,
    [
      [t('00:20'), 'closed'],
      [t('00:05'), 'back to normal'],
      [t('23:50', 10), 'rollback'],
      [t('23:10', 10), 'alert'],
    ],
  ),
  sample(
    'days over times',
    `Timeline
2026-03-10
22:00 deploy
March 11, 2026
09:15 first report
— 12 March 2026 —
10:00 review`,
    [
      [null, 'Timeline'],
      [t('22:00', 10), 'deploy'],
      [t('09:15', 11), 'first report'],
      [t('10:00', 12), 'review'],
    ],
  ),
  sample(
    'ISO 8601',
    `2026-03-11T14:05:33Z deploy finished
2026-03-11T14:05:33.250+08:00 first error
2026-03-11 14:06:00 +0000 alert
2026-03-11T14:07:00-07:00 paged
2026-03-11 14:08 no zone`,
    [
      [utc('14:05:33'), 'deploy finished'],
      [t('14:05:33.250'), 'first error'],
      [utc('14:06'), 'alert'],
      [utc('21:07'), 'paged'],
      [t('14:08'), 'no zone'],
    ],
    false,
  ),
  sample(
    'zones by name',
    `2026-03-11 14:05 UTC alert
2026-03-11 6:05 AM PDT acknowledged
2026-03-11 14:20 JST restarted`,
    [
      [utc('14:05'), 'alert'],
      [utc('13:05'), 'acknowledged'],
      [utc('05:20'), 'restarted'],
    ],
    false,
  ),
  sample(
    'a table of Markdown',
    `| Time | Event |
|------|-------|
| 14:05 | alert fired |
| 14:20 | rolled back |`,
    [
      [null, 'Time | Event'],
      [t('14:05'), 'alert fired'],
      [t('14:20'), 'rolled back'],
    ],
  ),
  sample(
    'cells of a sheet',
    `2026-03-11\t14:05\talert fired
2026-03-11\t14:20\trolled back`,
    [
      [t('14:05'), 'alert fired'],
      [t('14:20'), 'rolled back'],
    ],
    false,
  ),
  sample(
    'a list with bold times, and a line without one',
    `* **14:05** alert fired
* **14:20 rolled back**
* we do not know when it ended
  - nobody looked
> 15:00 closed`,
    [
      [t('14:05'), 'alert fired'],
      [t('14:20'), 'rolled back'],
      [null, 'we do not know when it ended\n- nobody looked'],
      [t('15:00'), 'closed'],
    ],
  ),
  sample(
    '清單（繁體）',
    `3月11日 14:05 監控告警，結帳錯誤率升高
3月11日 14:20 開始回滾
3月12日 00:10 恢復正常`,
    [
      [t('14:05'), '監控告警，結帳錯誤率升高'],
      [t('14:20'), '開始回滾'],
      [t('00:10', 12), '恢復正常'],
    ],
  ),
  sample(
    '上午下午（繁體）',
    `2026年3月11日 下午2點05分 客服收到投訴
下午 2:20 值班人員登入
下午3點半 重啟支付閘道
晚上11:50 仍有零星錯誤
次日 00:20 全部恢復`,
    [
      [t('14:05'), '客服收到投訴'],
      [t('14:20'), '值班人員登入'],
      [t('15:30'), '重啟支付閘道'],
      [t('23:50'), '仍有零星錯誤'],
      [t('00:20', 12), '全部恢復'],
    ],
    false,
  ),
  sample(
    '列表（简体）',
    `14:05 监控告警
14:12：值班同学响应
14:20，开始回滚
3点建议：先扩容再排查
15:01 恢复`,
    [
      [t('14:05'), '监控告警'],
      [t('14:12'), '值班同学响应'],
      [t('14:20'), '开始回滚\n3点建议：先扩容再排查'],
      [t('15:01'), '恢复'],
    ],
  ),
  sample(
    '日期標題（繁體）',
    `2026年3月10日（週二）
22:00 發布新版本
2026年3月11日
09:15 客服回報`,
    [
      [t('22:00', 10), '發布新版本'],
      [t('09:15', 11), '客服回報'],
    ],
    false,
  ),
  sample(
    'nothing with a time',
    `we looked at the graphs
and then we called the vendor`,
    [
      [null, 'we looked at the graphs'],
      [null, 'and then we called the vendor'],
    ],
  ),
  sample(
    'times of which nobody says the day',
    `14:05 alert
14:20 fixed`,
    [
      [null, 'alert'],
      [null, 'fixed'],
    ],
    false,
  ),
];
