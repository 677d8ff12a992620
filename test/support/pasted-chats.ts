import { sample, t, type PastedSample } from './pasted-sample.js';

/** What comes out of a chat when it is copied. */
export const PASTED_CHATS: readonly PastedSample[] = [
  sample(
    'Slack',
    `Ann Lee  2:05 PM
checkout is down for everybody
I see 502s from the gateway

looks like the pool
PagerDuty APP  2:06 PM
[Triggered] checkout latency
Bo van Dam  2:09 PM
rolling back :rocket:`,
    [
      [
        t('14:05'),
        'checkout is down for everybody\nI see 502s from the gateway\nlooks like the pool',
        'CHAT',
        'Ann Lee',
      ],
      [t('14:06'), '[Triggered] checkout latency', 'CHAT', 'PagerDuty'],
      [t('14:09'), 'rolling back :rocket:', 'CHAT', 'Bo van Dam'],
    ],
  ),
  sample(
    'Slack, one line each',
    `[2:05 PM] Ann Lee: checkout is down
[2:06 PM] Bo: on it: looking at the gateway
[14:07] @deploybot: released v812`,
    [
      [t('14:05'), 'checkout is down', 'CHAT', 'Ann Lee'],
      [t('14:06'), 'on it: looking at the gateway', 'CHAT', 'Bo'],
      [t('14:07'), 'released v812', 'CHAT', '@deploybot'],
    ],
  ),
  sample(
    'Slack with names over times, the second message without one',
    `Ann Lee
  2:05 PM
checkout is down
2:07
still down
Bo Dam
  2:09 PM
rolled back`,
    [
      [t('14:05'), 'checkout is down', 'CHAT', 'Ann Lee'],
      [t('14:07'), 'still down', 'CHAT', 'Ann Lee'],
      [t('14:09'), 'rolled back', 'CHAT', 'Bo Dam'],
    ],
  ),
  sample(
    'Teams',
    `[11/03/2026 14:05] Ann Lee
checkout is down
[11/03/2026 14:09] Bo Dam (External)
rolled back`,
    [
      [t('14:05'), 'checkout is down', 'CHAT', 'Ann Lee'],
      [t('14:09'), 'rolled back', 'CHAT', 'Bo Dam (External)'],
    ],
    false,
  ),
  sample(
    'Teams in America',
    `[3/11/2026 2:05 PM] Ann Lee
checkout is down
[3/11/2026 2:09 PM] Bo Dam
rolled back`,
    [
      [t('14:05'), 'checkout is down', 'CHAT', 'Ann Lee'],
      [t('14:09'), 'rolled back', 'CHAT', 'Bo Dam'],
    ],
  ),
  sample(
    'WhatsApp and Telegram',
    `[11/03/2026, 14:05:33] Ann Lee: checkout is down
11/03/2026, 14:06 - Bo Dam: looking
Cy Wu, [11.03.2026 14:07]
rolled back`,
    [
      [t('14:05:33'), 'checkout is down', 'CHAT', 'Ann Lee'],
      [t('14:06'), 'looking', 'CHAT', 'Bo Dam'],
      [t('14:07'), 'rolled back', 'CHAT', 'Cy Wu'],
    ],
  ),
  sample(
    'Discord and IRC',
    `Ann Lee — Yesterday at 11:50 PM
checkout is down
Bo Dam — Today at 12:10 AM
rolled back
00:12 <cy> thanks`,
    [
      [t('23:50', 10), 'checkout is down', 'CHAT', 'Ann Lee'],
      [t('00:10'), 'rolled back', 'CHAT', 'Bo Dam'],
      [t('00:12'), 'thanks', 'CHAT', 'cy'],
    ],
  ),
  sample(
    '飞书',
    `王小明 2026/3/11 14:05:33
支付超时了，大家看一下
网关 502
李雷(运维) 2026/3/11 14:06:10
我来看`,
    [
      [t('14:05:33'), '支付超时了，大家看一下\n网关 502', 'CHAT', '王小明'],
      [t('14:06:10'), '我来看', 'CHAT', '李雷(运维)'],
    ],
    false,
  ),
  sample(
    '企业微信与钉钉',
    `王小明 3/11 14:05:33
支付超时了
李雷 03-11 14:06:10
回滚中`,
    [
      [t('14:05:33'), '支付超时了', 'CHAT', '王小明'],
      [t('14:06:10'), '回滚中', 'CHAT', '李雷'],
    ],
  ),
  sample(
    '微信',
    `王小明 14:05
支付超时了

李雷 14:06
回滚中
韩梅梅 下午 2:10
好了`,
    [
      [t('14:05'), '支付超时了', 'CHAT', '王小明'],
      [t('14:06'), '回滚中', 'CHAT', '李雷'],
      [t('14:10'), '好了', 'CHAT', '韩梅梅'],
    ],
  ),
  sample(
    '微信，星期與昨天（繁體）',
    `王小明 昨天 23:50
支付逾時了
李雷 星期三 00:10
回滾完成`,
    [
      [t('23:50', 10), '支付逾時了', 'CHAT', '王小明'],
      [t('00:10'), '回滾完成', 'CHAT', '李雷'],
    ],
  ),
  sample(
    'QQ',
    `2026-03-11 14:05:33 王小明(12345678)
支付超时了
2026-03-11 14:06:10 李雷(87654321)
回滚中`,
    [
      [t('14:05:33'), '支付超时了', 'CHAT', '王小明(12345678)'],
      [t('14:06:10'), '回滚中', 'CHAT', '李雷(87654321)'],
    ],
    false,
  ),
  sample(
    '方括號裡的時間與人名（繁體）',
    `[14:05] 王小明: 結帳失敗
[14:06] 林怡君：我來看
[14:20] 支付閘道重啟完成`,
    [
      [t('14:05'), '結帳失敗', 'CHAT', '王小明'],
      [t('14:06'), '我來看', 'CHAT', '林怡君'],
      [t('14:20'), '支付閘道重啟完成'],
    ],
  ),
];
