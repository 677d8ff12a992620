import type { SearchDocument } from '../../src/infra/search/search-index.js';

/** A document with everything that a test does not care about filled in. */
export function searchDocument(
  given: Partial<SearchDocument> & Pick<SearchDocument, 'id'>,
): SearchDocument {
  return {
    stamp: 1,
    space: 'organization',
    title: '',
    tags: [],
    summary: '',
    body: '',
    services: [],
    teams: [],
    severities: [],
    categories: [],
    status: 'PUBLISHED',
    language: 'en',
    occurredAt: null,
    updatedAt: 0,
    votes: 0,
    ...given,
  };
}

/** A small library in three scripts, written for the search contract. */
export const SEARCH_CASES: readonly SearchDocument[] = [
  searchDocument({
    id: 'pool',
    title: 'Checkout stopped when its connection pool ran dry',
    tags: ['database', 'peak traffic'],
    summary: 'Every request waited for a free database connection until it timed out.',
    body:
      'HikariPool-1 reported `Connection is not available` on db1042.eqiad.wmnet. A new coupon ' +
      'call held **transactions** open while the risk service was slow. Tracked as INC-004242.',
    services: ['checkout'],
    teams: ['payments'],
    severities: ['SEV1'],
    categories: ['INTERNAL_RESOURCE_CONTENTION'],
    occurredAt: Date.UTC(2024, 2, 11),
  }),
  searchDocument({
    id: 'certificate',
    title: 'Wildcard certificate expired at midnight',
    tags: ['tls'],
    summary: 'The renewal job had failed for thirty days and nobody read its mail.',
    body: 'Browsers refused every page. The certificate was renewed by hand after 47 minutes. A replica of the store held the old one.',
    services: ['gateway'],
    teams: ['platform'],
    severities: ['SEV1'],
    categories: ['INTERNAL_MISCONFIGURATION'],
    occurredAt: Date.UTC(2023, 4, 27),
  }),
  searchDocument({
    id: 'replication',
    title: 'Readers saw old orders during a replication delay',
    tags: ['database'],
    body:
      'One statement changed eight million rows. Replication fell 25 minutes behind, autovacuum ' +
      'stood still, and users ordered twice. The rollout had no connection limit.',
    services: ['orders'],
    teams: ['storage'],
    severities: ['SEV2'],
    status: 'DRAFT',
    occurredAt: Date.UTC(2024, 0, 5),
  }),
  searchDocument({
    id: 'oom',
    title: 'Member service pods OOMKilled again and again',
    tags: ['kubernetes'],
    body: 'An image library leaked native memory. Each pod of the Kubernetes cluster went into CrashLoopBackOff. See INC-7.',
    services: ['member'],
    teams: ['platform'],
    severities: ['SEV3'],
    company: 'Acme',
    product: 'Accounts',
  }),
  searchDocument({
    id: 'hans-certificate',
    title: '网关证书过期导致全站无法访问',
    summary: '自动续期任务连续失败。',
    body: '凌晨证书到期，浏览器拒绝访问。更换证书后恢复。监控没有覆盖有效期。',
    services: ['gateway'],
    teams: ['platform'],
    severities: ['SEV1'],
    language: 'zh-Hans',
    occurredAt: Date.UTC(2022, 7, 1),
  }),
  searchDocument({
    id: 'hant-threads',
    title: '登入服務執行緒集區耗盡',
    body: '簡訊供應商回應緩慢，執行緒全部等待，登入失敗。伺服器重新啟動後恢復。',
    services: ['login'],
    teams: ['identity'],
    severities: ['SEV2'],
    language: 'zh-Hant',
    occurredAt: Date.UTC(2024, 5, 30),
  }),
  searchDocument({
    id: 'hant-cache',
    title: '快取叢集重新啟動後資料庫過載',
    body: '快取失效，請求直接打到資料庫，登入與結帳都變慢。',
    services: ['cache'],
    teams: ['storage'],
    severities: ['SEV2'],
    language: 'zh-Hant',
    occurredAt: Date.UTC(2023, 11, 24),
  }),
  searchDocument({
    id: 'secret',
    space: 'case:secret',
    title: 'Zebrafish merger data exposed',
    tags: ['confidential tag'],
    body: 'A storage bucket with the zebrafish contracts was public. The database was not touched.',
    services: ['vault'],
    teams: ['legal'],
    severities: ['SEV1'],
    occurredAt: Date.UTC(2024, 3, 1),
  }),
];
