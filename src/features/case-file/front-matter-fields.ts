import { fold } from '../../core/text/fold.js';
import { MILESTONES, type Milestone } from '../../core/vocabulary.js';

/** What a key of a foreign file can mean, in front matter, in a line `Key: value` or as a heading. */
export type Field =
  | Milestone
  | 'externalId'
  | 'url'
  | 'archiveUrl'
  | 'title'
  | 'date'
  | 'categories'
  | 'tags'
  | 'company'
  | 'product'
  | 'publishedAt'
  | 'fetchedAt'
  | 'summary'
  | 'language'
  | 'severity'
  | 'services'
  | 'authors'
  | 'reviewers'
  | 'status'
  | 'visibility'
  | 'kind'
  | 'incidentId'
  | 'zone';

/** Names are compared in lower case and simplified script, without spaces, dots, dashes or underscores. */
const NAMES: Readonly<Record<Field, string>> = {
  externalId: 'uuid, id, guid, postmortem id',
  url: 'url, link, permalink, source, source url, original url, 網址, 連結, 鏈接, 原文鏈接, 原文連結',
  archiveUrl: 'archive url, archived url, archive',
  title: 'title, headline, subject, 標題, 題目, 故障標題, 事件標題, 故障名稱, 事件名稱, 事故名稱',
  date: 'date, incident date, date of incident, 日期, 故障日期, 事件日期, 事故日期, 發生日期',
  startedAt: `
    start time, start, started, started at, start date, began at, begin time, occurred at,
    impact start, impact started, impact start time, incident start, incident start time, onset,
    outage start, incident started, incident began, start date time, started on, 開始時間, 發生時間, 故障發生時間, 故障開始時間, 事故發生時間, 事件發生時間,
    影響開始時間, 故障時間
  `,
  detectedAt: `
    detected, detected at, incident detected, detection time, time detected, discovered at, discovery time,
    發現時間, 故障發現時間, 檢測時間, 告警時間
  `,
  acknowledgedAt:
    'acknowledged, acknowledged at, incident acknowledged, acknowledge time, 響應時間, 回應時間, 介入時間, 故障響應時間',
  identifiedAt: `
    identified at, cause identified, cause identified at, identification time, 定位時間,
    故障定位時間, 原因定位時間
  `,
  mitigatedAt: `
    mitigated, mitigated at, incident mitigated, mitigation time, time mitigated, 止損時間, 止血時間, 緩解時間,
    故障止損時間
  `,
  resolvedAt: `
    end time, end, ended, ended at, end date, resolved, resolved at, resolution time,
    time resolved, incident resolved, incident ended, end date time, recovered at, recovery time, restored at, impact end, impact ended,
    impact end time, incident end, incident end time, outage end, 結束時間, 恢復時間,
    故障恢復時間, 故障結束時間, 解決時間, 故障解決時間, 影響結束時間, 修復時間
  `,
  verifiedAt: 'verified at, verification time, 驗證時間, 核實時間',
  categories: 'categories, category, 分類, 類別, 故障分類, 故障類型',
  tags: 'tags, tag, keywords, keyword, labels, label, topics, 標籤, 關鍵詞, 關鍵字, 關鍵字詞',
  company: 'company, organization, organisation, vendor, 公司, 廠商',
  product: 'product, 產品',
  publishedAt: `
    source published at, published at, published, publish date, date published, pub date,
    發布時間, 發佈時間, 發布日期
  `,
  fetchedAt: 'source fetched at, fetched at',
  summary:
    'summary, tldr, abstract, description, excerpt, 摘要, 概述, 概要, 故障概述, 事件摘要, 簡介',
  language: 'language, lang, locale, 語言, 語種',
  severity: `
    severity, sev, incident severity, severity level, sev level, priority, 嚴重程度, 級別, 等級,
    故障等級, 故障級別, 事件等級, 事件級別, 事故等級, 事故級別, 嚴重等級, 嚴重級別, 定級
  `,
  services: `
    service, services, service name, impacted service, impacted services, affected service,
    affected services, services affected, services impacted, affected systems,
    affected components, component, components, 服務, 受影響服務, 影響服務, 受影響的服務,
    涉及服務, 影響系統, 受影響系統, 涉及系統, 所屬服務
  `,
  authors: `
    author, authors, by, names, name(s), written by, writer, 作者, 撰寫人, 編寫人, 撰寫者,
    報告人, 復盤人, 整理人
  `,
  reviewers: 'reviewer, reviewers, reviewed by, 審核人, 評審人, 審閱人',
  status: `
    status, state, document status, report status, postmortem status, doc status, 狀態, 文檔狀態, 文件狀態,
    復盤狀態, 故障狀態
  `,
  visibility: 'visibility, confidential, confidentiality, 可見範圍, 密級, 保密級別',
  kind: 'kind, incident kind, incident type, near miss, 事件類型',
  incidentId: `
    incident id, incident number, incident #, incident, incident key, 故障編號, 事件編號,
    事故編號, 故障單號, 工單號, 事件單號
  `,
  zone: 'time zone, timezone, tz, 時區',
};

const BY_NAME = new Map<string, Field>(
  Object.entries(NAMES).flatMap(([field, names]) =>
    names.split(',').map((name): [string, Field] => [plainKey(name), field as Field]),
  ),
);

/** What a key means, however it is cased, joined or scripted; undefined for one without a meaning here. */
export function fieldNamed(key: string): Field | undefined {
  return key.length > 60 ? undefined : BY_NAME.get(plainKey(key));
}

const MILESTONE_FIELDS: ReadonlySet<string> = new Set(MILESTONES);

export function isMilestone(field: Field): field is Milestone {
  return MILESTONE_FIELDS.has(field);
}

function plainKey(key: string): string {
  // Folding is for the few keys that are not plain English.
  const folded = /^[ -~]*$/u.test(key) ? key.toLowerCase() : fold(key);
  return folded.replace(/[\s._\-;/]/gu, '');
}
