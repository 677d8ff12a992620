import { fold } from '../../core/text/fold.js';
import { zoneOfHeading } from './prose-zone.js';

/** What a section of a postmortem is about. `prose` is known by name and has no structure of its own. */
export type Topic =
  | 'summary'
  | 'facts'
  | 'timeline'
  | 'trigger'
  | 'rootCause'
  | 'contributing'
  | 'fiveWhys'
  | 'actions'
  | 'wentWell'
  | 'wentWrong'
  | 'lucky'
  | 'surprised'
  | 'prose';

/**
 * Headings by name: the SRE book, Atlassian's handbook, and Chinese reports. Compared folded, without
 * marks and what stands in brackets; a leading "incident", 故障, 事故 or 事件 makes no difference.
 */
const NAMES: Readonly<Record<Topic, string>> = {
  summary: `
    summary, issue summary, executive summary, tl dr, tldr, overview, abstract,
    brief description, short summary, 概述, 摘要, 概要, 描述, 簡述, 簡介, 概況, 總結概述
  `,
  facts: `
    details, key facts, facts, metadata, at a glance, timing, basic information,
    general information, information, 基本信息, 基本資訊, 基本資料, 信息, 資訊, 基本情況
  `,
  timeline: `
    timeline, time line, timeline of events, timeline of the incident, chronology,
    chain of events, sequence of events, event log, events, 時間線, 時間軸, 時間表, 時間順序,
    處理過程, 處理經過, 處置過程, 處置經過, 經過, 過程, 過程回顧, 排查過程, 處理流程, 處理時間線,
    過程時間線, 發生經過, 時間線回顧, 應急處理過程, 恢復過程
  `,
  trigger: `
    trigger, triggers, trigger event, triggering event, direct cause, immediate cause, 觸發, 觸發原因, 觸發條件, 觸發因素, 誘因,
    直接原因, 直接誘因
  `,
  rootCause: `
    root cause, root causes, cause, causes, root cause analysis, cause analysis, rca,
    what caused the incident, 原因, 原因分析, 根因, 根因分析, 根本原因, 根本原因分析, 深層原因,
    產生原因, 發生原因, underlying cause, underlying causes, what were the root causes,
    what was the root cause
  `,
  contributing: `
    contributing factors, contributing causes, contributing factor, factors, 間接原因, 促成因素,
    次要原因, 影響因素, 其他原因, contributing conditions, contributing conditions analysis,
    contributing factors analysis, contributing
  `,
  fiveWhys: `
    five whys, 5 whys, the five whys, the 5 whys, five why, 5 why, 5whys, 5why, five whys analysis,
    5 whys analysis, 5 why 分析, 5why分析, 五個為什麼, 5個為什麼, 5 個為什麼, 五問, 五問法,
    五個為什麼分析, 五次為什麼, 5why 分析法, 五why分析法,
    root cause identification, root cause identification the five whys
  `,
  actions: `
    action items, action item, actions, action items followups, action items and followups,
    action items and follow ups, action plan, follow ups, followups, follow up,
    follow up actions, follow up items, follow up tasks, corrective actions, corrective action,
    corrective and preventative measures, corrective and preventive measures,
    corrective and preventive actions, preventive measures, preventative measures, next steps,
    remediation, remediation items, remediations, todo, to do, improvements, improvement actions,
    tasks, 改進措施, 改進項, 改進項目, 改進計劃, 改善措施, 改善計劃, 改進, 後續改進,
    後續改進措施, 後續改進計劃, 後續行動, 後續措施, 後續計劃, 後續工作, 後續跟進, 跟進事項, 待辦,
    待辦事項, 行動項, 行動項目, 行動計劃, 整改措施, 整改計劃, 預防措施, 優化措施, 改進行動,
    解決措施, recommendations, recommendation, 建議, 改進建議
  `,
  wentWell: `
    what went well, things that went well, what worked, what worked well, went well, good,
    做得好的, 做得好的地方, 做得好, 做的好的, 做的好的地方, 好的方面, 亮點, 值得肯定,
    值得肯定的地方, 做對了什麼
  `,
  wentWrong: `
    what went wrong, what went badly, what went poorly, things that went poorly,
    things that went wrong, what didn t go well, what did not go well, what didnt go well,
    what didn t go so well, what didnt go so well, what did not go so well,
    what could have gone better, what went not so well, went wrong, went badly, 做得不好的,
    做得不好的地方, 做得不好, 做的不好的, 做的不好的地方, 不足, 不足之處, 待改進, 待改進之處,
    需要改進的地方, 暴露的問題, 存在的問題, 哪裡出了問題
  `,
  lucky: `
    where we got lucky, where did we get lucky, how we got lucky, what was lucky, luck, lucky,
    幸運, 幸運之處, 幸運的地方, 幸運的是, 運氣, 運氣好的地方, 僥倖之處
  `,
  surprised: `
    what surprised us, surprises, what was surprising, why were we surprised, 意外, 意外之處,
    出乎意料, 令人意外的地方, 意外發現
  `,
  prose: `
    impact, customer impact, user impact, end user impact, business impact,
    infrastructure impact, productivity impact, summary of impact, impact analysis, leadup,
    lead up, fault, background, detection, response, recovery, resolution,
    resolution and recovery, mitigation, mitigation resolution, backlog check, recurrence,
    lessons learned, lessons learnt, lessons, what we learned, learnings, supporting information,
    supporting documents, supporting materials, appendix, glossary, references,
    related incidents, related links, what happened, process breakdown,
    root cause and mitigation, open questions, names of people involved, people involved,
    participants, attendees, postmortem attendees, 參與人員, 參與人, 影響, 影響範圍, 影響時長, 影響時間, 影響評估,
    影響面, 影響分析, 業務影響, 用戶影響, 發現方式, 發現途徑, 發現, 背景, 背景介紹, 解決方案,
    解決辦法, 處理方案, 臨時方案, 恢復, 恢復方式, 恢復情況, 經驗教訓, 經驗總結, 經驗與教訓, 教訓,
    總結, 反思, 復盤總結, 現象, 問題現象, 附錄, 參考資料, 參考, 相關鏈接, 相關連結, 相關文檔,
    exposure, containment, eradication, notification, notifications, affected data, data repair,
    data checks, data consistency, scenario, expectations, observations, 暴露情況, 圍堵措施, 遏制措施,
    通報, 通知與通報, 受影響資料, 受影響數據, 資料修復, 數據修復, 資料核對, 數據核對, 演練情境, 演練場景,
    預期反應, 觀察記錄, 觀察紀錄, 待解問題, 未解問題,
    回歸驗證, 補充說明, 備註, 定責, 止損措施, 應急措施, 應急處理
  `,
};

const BY_NAME = new Map<string, Topic>(
  Object.entries(NAMES).flatMap(([topic, names]) =>
    names.split(',').map((name): [string, Topic] => [plainHeading(name), topic as Topic]),
  ),
);

/** A heading of a report is short; a longer line is a sentence. */
const LONGEST = 80;

/** What a heading announces; undefined for one that is not known by name. */
export function topicNamed(heading: string): Topic | undefined {
  if (heading.length > LONGEST) return undefined;
  // `根因分析（5 Why）` is a chain.
  const method = /[(（]([^()（）]+)[)）]\s*$/u.exec(heading)?.[1] ?? '';
  if (byName(plainHeading(method)) === 'fiveWhys') return 'fiveWhys';
  const plain = plainHeading(withoutNumber(heading));
  return (
    // `5 Whys` is no fifth section.
    byName(plainHeading(heading)) ??
    byName(plain) ??
    // `Impact / 影響範圍` and `影響範圍 Impact`: either half will do.
    byName(plain.replace(/\p{Script=Han}/gu, ' ')) ??
    byName(plain.replace(/[^\p{Script=Han}]/gu, ' '))
  );
}

/** Whether a heading is the name of a topic and nothing more: `Timeline (all times UTC)` is, `Timeline of Ann` is not. */
export function isBareName(heading: string): boolean {
  const bare = byName(plainHeading(heading)) ? heading.trim() : withoutNumber(heading);
  // The mark of a footnote says nothing; the note itself stays where it stands.
  const words = bare.replace(/\(s\)|\[\^[^\]]*\]/giu, '');
  const rest = words.replace(/[(（[][^)）\]]*[)）\]]/gu, ' ');
  const brackets = words.match(/[(（[][^)）\]]*[)）\]]/gu) ?? [];
  if (
    !brackets.every(
      (text) => isBareName(text.slice(1, -1)) || zoneOfHeading(text, 'en') !== undefined,
    )
  ) {
    return false;
  }
  const plain = plainHeading(rest);
  const halves = [/\p{Script=Han}/gu, /[^\p{Script=Han}]/gu].map((part) =>
    plain.replace(part, ' '),
  );
  return byName(plain) !== undefined || halves.every((half) => byName(half) !== undefined);
}

/** The numbers that sections carry: `一、`, `(二)`, `1.`, `2.1`, `第三章`. */
const NUMBER =
  /^(?:第[一二三四五六七八九十\d]+[章節节部分]+[、.:：]?|[一二三四五六七八九十]+[、.．:：]|[(（][一二三四五六七八九十\d]+[)）]|\d+(?:\.\d+)*[.、)．]?(?=[\s\p{Script=Han}]))[ \t\u3000]*/u;

/** A heading without the number before it. */
export function withoutNumber(heading: string): string {
  return heading.trim().replace(NUMBER, '');
}

function byName(text: string): Topic | undefined {
  const plain = text.trim().replace(/ +/gu, ' ');
  if (plain === '') return undefined;
  return (
    BY_NAME.get(plain) ??
    BY_NAME.get(
      plain.replace(
        /^(?:(?:the |this )?(?:incident|outage|postmortem|event) |本次|此次|故障|事故|事件|问题)+ ?/u,
        '',
      ),
    )
  );
}

function plainHeading(heading: string): string {
  return fold(heading)
    .replace(/\([^)]*\)|\[[^\]]*\]/gu, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
