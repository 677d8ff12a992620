export const incident = {
  spans: '测得的时长',
  noMilestones: '各时间点都还不清楚。',
  notToScale: '“{{from}}”与“{{to}}”之间未按比例绘制：相隔 {{span}}。',
  notKnown: '不详：{{names}}。',
  zone: '时区',
  zoneMine: '我的',
  zoneUtc: 'UTC',
  zoneAuthor: '作者的',
};
