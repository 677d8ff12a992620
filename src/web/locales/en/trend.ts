/** How actions come on over the weeks. */
export const trend = {
  title: 'How actions come on',
  digest: 'Weekly digest',
  everybody: 'All teams',
  ofTeam: 'One team',
  ofAll: 'All teams',
  span: 'How far back',
  weeks_one: '{{count}} week',
  weeks_other: '{{count}} weeks',
  asTable: 'As a table',
  ageing: 'Age of what is open',
  ageingMeans:
    'Age: the days since an action was proposed, pauses included. Open: proposed, committed, in progress or paused, now. Overdue: due before today. The median and the ninetieth percentile are ages that there are (nearest rank).',
  ages_one: '{{count}} open, {{median}} days old.',
  ages_other:
    '{{count}} open: half of them no older than {{median}} days, nine in ten no older than {{p90}}.',
  nothingOpen: 'Nothing is open.',
  age: 'Age in days',
  inTime: 'In time',
  overdue: 'Overdue',
  withoutDate: 'No date',
  paused: 'Paused',
  burnUp: 'What has come of them',
  burnUpMeans:
    'Proposed: every action until the end of that week that was not given up. Done, verified and effective: how many of those had come so far, each counted in those before it. Weeks end on Sunday at midnight ({{zone}}); the last one is not over.',
  burnUpNow:
    'Of {{proposed}} actions, {{done}} are done and {{effective}} have been shown to work; {{rejected}} were given up.',
  week: 'Week',
  until: 'Until',
  proposed: 'Proposed',
  done: 'Done',
  verified: 'Verified',
  effective: 'Effective',
  rejected: 'Given up',
} as const;
