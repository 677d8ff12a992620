import { sample, t, utc, type PastedSample } from './pasted-sample.js';

/** Lines of logs, in the forms that programs write them. */
export const PASTED_LOGS: readonly PastedSample[] = [
  sample(
    'syslog',
    `Mar 11 19:06:02 web-1 nginx[812]: worker process 99 exited on signal 9
Mar 11 19:06:03 web-1 kernel: Out of memory: Killed process 99
<34>Mar 11 19:06:04 web-1 sshd[44]: session opened`,
    [
      [t('19:06:02'), 'worker process 99 exited on signal 9', 'LOG', 'nginx'],
      [t('19:06:03'), 'Out of memory: Killed process 99', 'LOG', 'kernel'],
      [t('19:06:04'), 'session opened', 'LOG', 'sshd'],
    ],
  ),
  sample(
    'syslog of the newer kind, and the journal',
    `<165>1 2026-03-11T14:05:33.003Z web-1 checkout 8710 ID47 - pool exhausted
2026-03-11T14:05:34+0800 web-1 systemd[1]: checkout.service: Main process exited`,
    [
      [utc('14:05:33.003'), 'pool exhausted', 'LOG', 'checkout'],
      [t('14:05:34'), 'checkout.service: Main process exited', 'LOG', 'systemd'],
    ],
    false,
  ),
  sample(
    'the log of nginx and Apache about requests',
    `10.0.0.1 - - [11/Mar/2026:14:05:33 +0800] "GET /checkout HTTP/1.1" 502 157 "-" "curl/8"
203.0.113.9 - ann [11/Mar/2026:06:05:34 +0000] "POST /pay HTTP/1.1" 500 0`,
    [
      [t('14:05:33'), '10.0.0.1 "GET /checkout HTTP/1.1" 502 157 "-" "curl/8"', 'LOG', null],
      [t('14:05:34'), '203.0.113.9 "POST /pay HTTP/1.1" 500 0', 'LOG', null],
    ],
    false,
  ),
  sample(
    'their logs about faults',
    `2026/03/11 14:05:33 [error] 1234#0: *1 connect() failed (111: Connection refused)
[Wed Mar 11 14:05:34.123456 2026] [proxy:error] [pid 7] AH00957: HTTP: attempt to connect failed`,
    [
      [t('14:05:33'), '[error] 1234#0: *1 connect() failed (111: Connection refused)', 'LOG', null],
      [
        t('14:05:34.123'),
        '[proxy:error] [pid 7] AH00957: HTTP: attempt to connect failed',
        'LOG',
        null,
      ],
    ],
    false,
  ),
  sample(
    'lines of JSON',
    `{"time":"2026-03-11T14:05:33.120Z","level":"error","msg":"pool exhausted","service":"checkout"}
{"ts":1773209134.5,"msg":"retry"}
{"timestamp":"2026-03-11 14:05:35","message":"gave up","logger":"pay.Client"}
{"@timestamp":"2026-03-11T14:05:36Z","message":"fallback"}
{"level":30,"time":1773209137000,"name":"api","msg":"listening"}`,
    [
      [utc('14:05:33.120'), 'pool exhausted', 'LOG', 'checkout'],
      [utc('06:05:34.500'), 'retry', 'LOG', null],
      [t('14:05:35'), 'gave up', 'LOG', 'pay.Client'],
      [utc('14:05:36'), 'fallback', 'LOG', null],
      [utc('06:05:37'), 'listening', 'LOG', 'api'],
    ],
    false,
  ),
  sample(
    'a log with the stack of an exception',
    `2026-03-11 14:05:33,123 ERROR [main] com.shop.Checkout - charge failed
java.sql.SQLTransientConnectionException: timeout after 30000ms
    at com.zaxxer.hikari.pool.HikariPool.getConnection(HikariPool.java:213)
Caused by: java.net.SocketTimeoutException
2026-03-11 14:05:34,001 WARN  [main] com.shop.Checkout - retrying`,
    [
      [
        t('14:05:33.123'),
        `ERROR [main] com.shop.Checkout - charge failed
java.sql.SQLTransientConnectionException: timeout after 30000ms
at com.zaxxer.hikari.pool.HikariPool.getConnection(HikariPool.java:213)
Caused by: java.net.SocketTimeoutException`,
        'LOG',
        'com.shop.Checkout',
      ],
      [t('14:05:34.001'), 'WARN  [main] com.shop.Checkout - retrying', 'LOG', 'com.shop.Checkout'],
    ],
    false,
  ),
  sample(
    'logs of containers',
    `checkout-1  | 2026-03-11T14:05:33.1Z starting
[pod/checkout-7f9/app] 2026-03-11T14:05:34Z ready
1:M 11 Mar 2026 14:05:35.321 * Background saving started
E0311 14:05:36.123456       1 controller.go:114] sync failed`,
    [
      [utc('14:05:33.100'), 'starting', 'LOG', 'checkout-1'],
      [utc('14:05:34'), 'ready', 'LOG', 'checkout-7f9/app'],
      [t('14:05:35.321'), '* Background saving started', 'LOG', null],
      [t('14:05:36.123'), '1 controller.go:114] sync failed', 'LOG', null],
    ],
  ),
  sample(
    'key=value, and numbers of seconds',
    `time="2026-03-11T14:05:33Z" level=error msg="dial tcp: i/o timeout" service=pay
ts=2026-03-11T14:05:34.5Z caller=main.go:1 level=info msg=started
1773209135 pool size 0
[1773209136.25] still 0`,
    [
      [utc('14:05:33'), 'dial tcp: i/o timeout', 'LOG', 'pay'],
      [utc('14:05:34.500'), 'started', 'LOG', null],
      [utc('06:05:35'), 'pool size 0', 'LOG', null],
      [utc('06:05:36.250'), 'still 0', 'LOG', null],
    ],
    false,
  ),
  sample(
    '带时区的日志（简体）',
    `2026-03-11 14:05:33.120 [http-nio-8080] ERROR 下单失败：连接池耗尽
2026-03-11 14:05:34 北京时间 运维重启服务
UTC+8 14:06 恢复`,
    [
      [t('14:05:33.120'), '[http-nio-8080] ERROR 下单失败：连接池耗尽'],
      [t('14:05:34'), '运维重启服务'],
      [t('14:06'), '恢复'],
    ],
    false,
  ),
];
