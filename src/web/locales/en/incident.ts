/** Incidents: their list, their pages, and how they are reported. */
export const incident = {
  spans: 'Measured spans',
  noMilestones: 'No time of it is known yet.',
  notToScale: 'Not to scale between {{from}} and {{to}}: {{span}}.',
  notKnown: 'Not known: {{names}}.',
  zone: 'Time zone',
  zoneMine: 'Mine',
  zoneUtc: 'UTC',
  zoneAuthor: 'Author’s',
} as const;
