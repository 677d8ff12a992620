import { fold } from '../../core/text/fold.js';
import {
  FACTOR_CATEGORIES,
  POSTMORTEM_STATUSES,
  SEVERITIES,
  type Language,
} from '../../core/vocabulary.js';
import type { FilterField } from '../../infra/search/search-index.js';

/** What `field:value` can name: what a case is filtered by, and the two ends of a period. */
export type QueryField = FilterField | 'after' | 'before';

/** The names of the fields in the languages of the program. Folded: traditional script needs no entry. */
const FIELD_NAMES: Readonly<Record<QueryField, readonly string[]>> = {
  service: ['service', '服务'],
  severity: ['severity', 'sev', '严重程度', '严重度', '级别', '等级'],
  team: ['team', '团队'],
  tag: ['tag', 'label', '标签', '标记'],
  category: ['category', '类别', '分类'],
  status: ['status', '状态'],
  language: ['lang', 'language', '语言'],
  company: ['company', '公司'],
  product: ['product', '产品'],
  after: ['after', 'since', '晚于'],
  before: ['before', 'until', '早于'],
};

const FIELDS = new Map(
  Object.entries(FIELD_NAMES).flatMap(([field, names]) =>
    // The keys of the record above.
    names.map((name) => [fold(name), field as QueryField] as const),
  ),
);

const LANGUAGE_NAMES: Readonly<Record<string, readonly Language[]>> = {
  en: ['en'],
  english: ['en'],
  英文: ['en'],
  英语: ['en'],
  zh: ['zh-Hant', 'zh-Hans'],
  chinese: ['zh-Hant', 'zh-Hans'],
  中文: ['zh-Hant', 'zh-Hans'],
  'zh-hant': ['zh-Hant'],
  'zh-tw': ['zh-Hant'],
  'zh-hk': ['zh-Hant'],
  繁体: ['zh-Hant'],
  繁体中文: ['zh-Hant'],
  'zh-hans': ['zh-Hans'],
  'zh-cn': ['zh-Hans'],
  'zh-sg': ['zh-Hans'],
  简体: ['zh-Hans'],
  简体中文: ['zh-Hans'],
};

const STATUS_NAMES: Readonly<Record<string, string>> = {
  草稿: 'DRAFT',
  审查中: 'IN_REVIEW',
  审核中: 'IN_REVIEW',
  评审中: 'IN_REVIEW',
  已批准: 'APPROVED',
  已核准: 'APPROVED',
  已发布: 'PUBLISHED',
  已发表: 'PUBLISHED',
  已归档: 'ARCHIVED',
  已封存: 'ARCHIVED',
};

/** The field of this name in any language, or undefined. */
export function queryField(name: string): QueryField | undefined {
  return FIELDS.get(fold(name));
}

/**
 * What a value of a field stands for: `sev1`, `SEV-1` and `1` are all SEV1, `zh` is both scripts.
 * Undefined if it is nothing this field can hold.
 */
export function fieldValues(field: FilterField, value: string): readonly string[] | undefined {
  const name = fold(value).trim();
  switch (field) {
    case 'severity': {
      const level = /^(?:sev|s)?[-_ ]?(\d)$/u.exec(name)?.[1];
      return oneOf(SEVERITIES, (severity) => severity === `SEV${level}`);
    }
    case 'status': {
      const status = STATUS_NAMES[name] ?? constantName(name);
      return oneOf(POSTMORTEM_STATUSES, (one) => one === status);
    }
    case 'category': {
      const category = constantName(name);
      return oneOf(FACTOR_CATEGORIES, (one) => one === category || layers(one).includes(category));
    }
    case 'language':
      return Object.hasOwn(LANGUAGE_NAMES, name) ? LANGUAGE_NAMES[name] : undefined;
    default:
      return name === '' ? undefined : [value.trim()];
  }
}

function oneOf(list: readonly string[], test: (one: string) => boolean) {
  const found = list.filter(test);
  return found.length > 0 ? found : undefined;
}

function constantName(name: string): string {
  return name.toUpperCase().replaceAll(/[-_ ]+/gu, '_');
}

/** `INTERNAL_CODE_CHANGE` is also found as `internal` and as `code-change`. */
function layers(category: string): string[] {
  const [layer, ...rest] = category.split('_');
  return [layer ?? '', rest.join('_')];
}

/**
 * The first instant of a year, month or day in UTC, in milliseconds since 1970: `2024`, `2024-01`,
 * `2024/1/5`. Undefined if there is no such day.
 */
export function periodStart(value: string): number | undefined {
  const parts = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/u.exec(fold(value).trim());
  if (parts === null) return undefined;
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.getTime() : undefined;
}
