const words = (text: string): readonly string[] => text.trim().split(/\s+/u);

/** Things of the field, common ones first; the generator draws the early ones more often. */
export const NOUNS = words(`
  request deploy release cluster region customer node alert metric dashboard backlog rollback retry
  queue worker job table index query lock transaction replica failover backup snapshot disk process
  container pod image registry pipeline canary config secret certificate gateway proxy balancer router
  switch firewall packet socket port handshake session cookie login payment order cart coupon inventory
  catalog price invoice shipment notification message topic partition offset consumer producer batch
  stream schema migration column constraint trigger cursor vacuum checkpoint journal quorum election
  leader follower heartbeat lease epoch clock calendar schedule cron runbook playbook rotation
  escalation ticket review owner deadline budget threshold percentile histogram sample span exporter
  scraper agent sidecar mesh ingress egress resolver nameserver record domain tunnel bridge fabric rack
  cooling generator battery breaker sensor firmware driver kernel module syscall descriptor inode mount
  volume bucket object archive retention lifecycle quota limit throttle burst spike surge drain warmup
  prefetch eviction compaction shard namespace controller operator webhook admission policy role
  permission audit severity mitigation recovery verification allocator arena heap buffer ring slab page
  fragment segment watermark tombstone bloom filter digest checksum parity stripe replica mirror standby
  witness arbiter coordinator scheduler dispatcher planner optimizer parser compiler linker loader
  interpreter runtime sandbox enclave hypervisor guest balloon swap pager thermals throttling turbo
  frequency voltage rail inverter chiller damper valve pump manifold duct aisle cage cabinet crossconnect
  transceiver optic waveguide splice amplifier attenuator carrier peering transit prefix announcement
  withdrawal blackhole flap damping convergence adjacency neighbour beacon probe canopy lattice ledger
  voucher refund chargeback settlement reconciliation statement tariff surcharge discount bundle quote
  subscription renewal entitlement seat tenant workspace mailbox attachment thumbnail transcript caption
  playlist bitrate codec manifest playlisting rendition watermarking fingerprint token nonce salt pepper
  keyring envelope rotationplan escrow custodian notary ledgering attestation provenance lineage dataset
  feature embedding model checkpointing gradient inference accelerator tokenizer corpus labeller annotator
  survey cohort experiment variant holdout baseline regression forecast seasonality outlier anomaly`);

/** What happened to them, in the past tense. */
export const VERBS = words(`
  failed stalled restarted retried dropped blocked exceeded delayed rejected recovered drained grew
  doubled crashed froze leaked rotated expired reconnected rebalanced diverged lagged truncated
  overflowed saturated throttled evicted rescheduled redeployed reverted disabled enabled ignored
  skipped duplicated reordered corrupted invalidated refreshed replayed compacted vacuumed reindexed
  resharded migrated promoted demoted fenced isolated partitioned flapped withdrew announced misrouted
  blackholed fragmented coalesced amplified dampened suppressed escalated acknowledged silenced paged
  triaged bisected profiled traced instrumented sampled aggregated interpolated extrapolated misread
  overwrote clobbered orphaned abandoned starved deadlocked livelocked preempted oversubscribed
  underprovisioned autoscaled overheated tripped discharged rebooted bricked reflashed downgraded
  upgraded pinned vendored patched hotfixed cherrypicked backported quarantined redacted anonymised
  reconciled refunded reissued rebilled recalculated republished retracted`);

export const ADJECTIVES = words(`
  slow stale missing wrong old new large small hidden empty broken partial silent noisy unhealthy
  degraded unbounded unexpected intermittent permanent regional global internal external upstream
  downstream primary secondary nightly weekly monthly manual automatic idle busy hot cold warm read-only
  write-heavy append-only idempotent ephemeral persistent distributed replicated sharded cached buffered
  compressed encrypted signed unsigned expired revoked rotated pinned floating experimental deprecated
  undocumented untested overloaded underutilised saturated fragmented bursty steady seasonal diurnal
  redundant single-homed multi-tenant stateless stateful eventual serializable speculative cooperative
  preemptive lock-free wait-free quadratic exponential logarithmic asymmetric byzantine transient
  spurious phantom latent dormant cascading correlated independent opaque brittle lenient strict
  permissive canonical heterogeneous`);

export const ADVERBS = words(`
  slowly suddenly silently repeatedly twice briefly completely partially quietly immediately eventually
  intermittently gradually constantly unexpectedly needlessly correctly incorrectly manually
  automatically asynchronously concurrently sequentially globally locally transparently deliberately
  inadvertently prematurely belatedly cautiously exponentially monotonically nondeterministically`);

/** Words of metrics and identifiers. */
export const METRIC_PARTS = words(`
  http grpc tcp dns tls redis kafka postgres mysql nginx envoy jvm go node disk cpu memory network queue
  cache pool thread connection request response error retry latency duration bytes packets depth lag age
  total active idle pending failed open closed used free max`);

export const FUNCTION_PARTS = words(`
  resolve fetch load store merge commit abort acquire release renew expire rotate verify decode encode
  parse render route balance drain throttle retry backoff flush compact snapshot restore replay publish
  subscribe dispatch schedule`);
