/** What the generated cases are about: an error string and how engineers of three scripts would put it. */
export const TOPICS: readonly {
  readonly tag: string;
  readonly error: string;
  readonly en: string;
  readonly 'zh-Hant': string;
  readonly 'zh-Hans': string;
}[] = [
  {
    tag: 'pool',
    error: 'HikariPool-1 - Connection is not available, request timed out after 30000ms',
    en: 'the connection pool was exhausted',
    'zh-Hant': '連線池耗盡',
    'zh-Hans': '连接池耗尽',
  },
  {
    tag: 'certificate',
    error: 'x509: certificate has expired or is not yet valid',
    en: 'an expired certificate broke every handshake',
    'zh-Hant': '憑證過期使交握失敗',
    'zh-Hans': '证书过期导致握手失败',
  },
  {
    tag: 'kubernetes',
    error: 'The node was low on resource: ephemeral-storage (DiskPressure)',
    en: 'kubernetes evicted the pods of the node',
    'zh-Hant': '節點磁碟壓力驅逐容器',
    'zh-Hans': '节点磁盘压力驱逐容器',
  },
  {
    tag: 'replication',
    error: 'Seconds_Behind_Master: 1840',
    en: 'replication lag let readers see stale orders',
    'zh-Hant': '主從延遲讀到舊資料',
    'zh-Hans': '主从延迟读到旧数据',
  },
  {
    tag: 'queue',
    error: 'consumer rebalance: poison message redelivered 4096 times',
    en: 'one poison message was retried without a limit',
    'zh-Hant': '訊息佇列積壓且不斷重試',
    'zh-Hans': '消息队列积压并不断重试',
  },
  {
    tag: 'config',
    error: 'no healthy upstream',
    en: 'a configuration push removed the upstream',
    'zh-Hant': '設定推送移除上游',
    'zh-Hans': '配置推送移除上游',
  },
  {
    tag: 'alerting',
    error: 'notification skipped: empty on-call schedule',
    en: 'the alert fired into an empty schedule',
    'zh-Hant': '告警送往空的值班表',
    'zh-Hans': '告警发往空的值班表',
  },
  {
    tag: 'cache',
    error: 'MISCONF Redis is configured to save RDB snapshots',
    en: 'a cold cache sent the whole load to the database',
    'zh-Hant': '快取全空壓垮資料庫',
    'zh-Hans': '缓存全空压垮数据库',
  },
  {
    tag: 'deadlock',
    error: 'ORA-00060: deadlock detected while waiting for resource',
    en: 'two jobs took the same locks in opposite order',
    'zh-Hant': '兩個排程互相等待造成死結',
    'zh-Hans': '两个任务互相等待造成死锁',
  },
  {
    tag: 'memory',
    error: 'Last State: Terminated, Reason: OOMKilled, Exit Code: 137',
    en: 'a memory leak grew until the kernel stepped in',
    'zh-Hant': '記憶體洩漏直到被終止',
    'zh-Hans': '内存泄漏直到被终止',
  },
  {
    tag: 'dns',
    error: 'getaddrinfo EAI_AGAIN internal-resolver',
    en: 'the resolver answered slowly and then not at all',
    'zh-Hant': '網域解析逾時',
    'zh-Hans': '域名解析超时',
  },
  {
    tag: 'disk',
    error: 'ENOSPC: no space left on device, write',
    en: 'logs filled the disk overnight',
    'zh-Hant': '日誌寫滿磁碟',
    'zh-Hans': '日志写满磁盘',
  },
  {
    tag: 'index',
    error: 'canceling statement due to statement timeout',
    en: 'a slow query without an index locked the table',
    'zh-Hant': '缺少索引的慢查詢鎖住資料表',
    'zh-Hans': '缺少索引的慢查询锁住表',
  },
  {
    tag: 'flag',
    error: 'TypeError: flags.rollout is undefined',
    en: 'a feature flag was switched on for everybody',
    'zh-Hant': '功能開關對所有人開啟',
    'zh-Hans': '功能开关对所有人打开',
  },
  {
    tag: 'backup',
    error: 'pg_restore: error: could not read from input file: end of file',
    en: 'the backup could not be restored',
    'zh-Hant': '備份無法還原',
    'zh-Hans': '备份无法恢复',
  },
  {
    tag: 'network',
    error: 'read ECONNRESET at TLSWrap.onStreamRead',
    en: 'a link flapped between two zones',
    'zh-Hant': '機房之間線路中斷',
    'zh-Hans': '机房之间线路抖动',
  },
];

/** Words of the field, common ones first; the generator draws the early ones more often. */
export const WORDS =
  `service request error latency deploy release traffic database node cluster region customer team
  alert metric dashboard log rollback timeout retry queue worker job cache key table row index query
  lock transaction replica primary failover backup restore snapshot disk memory processor thread
  process container pod image registry pipeline build test canary flag config secret token certificate
  gateway proxy balancer router switch firewall packet socket port protocol handshake session cookie
  login payment order cart coupon inventory search catalog price checkout refund invoice shipment
  notification mail message topic partition offset consumer producer batch stream schema migration
  column constraint trigger procedure cursor vacuum checkpoint journal quorum election leader follower
  heartbeat lease epoch clock zone calendar leap schedule cron runbook playbook rotation escalation
  ticket review owner deadline budget threshold percentile histogram sample trace span exporter scraper
  agent sidecar mesh ingress egress resolver nameserver record domain tunnel bridge fabric rack power
  cooling generator battery breaker sensor firmware driver kernel module syscall descriptor inode mount
  volume bucket object archive retention lifecycle quota limit throttle burst spike surge drain warmup
  prefetch eviction compaction shard replicaset statefulset namespace controller operator webhook admission
  policy role permission audit incident severity impact mitigation recovery verification postmortem`
    .split(/\s+/)
    .filter((word) => word !== '');

export const HANT_WORDS =
  '服務 請求 錯誤 延遲 部署 發布 流量 資料庫 節點 叢集 區域 客戶 團隊 告警 指標 日誌 回滾 逾時 重試 佇列 快取 索引 查詢 鎖定 交易 副本 容錯 備份 還原 磁碟 記憶體 執行緒 容器 映像 管線 測試 灰度 設定 密鑰 憑證 閘道 代理 路由 防火牆 連線 登入 支付 訂單 購物車 優惠券 庫存 搜尋 通知 訊息 分區 消費者 綱要 遷移 選舉 心跳 時區 排程 值班 升級 負責人 門檻 追蹤 電力 冷卻 韌體 核心 掛載 配額 限流 尖峰 預熱 驅逐 分片 權限 稽核 影響 緩解 復原 驗證'.split(
    ' ',
  );

export const HANS_WORDS =
  '服务 请求 错误 延迟 部署 发布 流量 数据库 节点 集群 区域 客户 团队 告警 指标 日志 回滚 超时 重试 队列 缓存 索引 查询 加锁 事务 副本 容灾 备份 恢复 磁盘 内存 线程 容器 镜像 流水线 测试 灰度 配置 密钥 证书 网关 代理 路由 防火墙 连接 登录 支付 订单 购物车 优惠券 库存 搜索 通知 消息 分区 消费者 模式 迁移 选举 心跳 时区 调度 值班 升级 负责人 阈值 追踪 供电 制冷 固件 内核 挂载 配额 限流 峰值 预热 驱逐 分片 权限 审计 影响 缓解 复原 校验'.split(
    ' ',
  );
