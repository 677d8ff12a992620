export const incident = {
  spans: '量測的時距',
  noMilestones: '各時間點都還不清楚。',
  notToScale: '「{{from}}」與「{{to}}」之間未按比例繪製：相隔 {{span}}。',
  notKnown: '不詳：{{names}}。',
  zone: '時區',
  zoneMine: '我的',
  zoneUtc: 'UTC',
  zoneAuthor: '作者的',
};
