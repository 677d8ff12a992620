/** What the log can be asked for: mutations by their names in the API, and what else it remembers. */
const OF: Readonly<Record<string, string>> = {
  postmortem: 'Create Update Submit Approve Publish Archive Reopen Delete',
  postmortemRevision: 'Restore',
  case: 'Link Unlink',
  timelineEvent: 'Create Update Delete',
  timelineEvents: 'Create',
  factor: 'Create Update Delete',
  finding: 'Create Update Delete',
  practice: 'Assess Clear',
  publicEdition: 'Make Update Approve Publish Withdraw',
  internalWords: 'Update',
  attachment: 'Create Delete',
  actionItem: 'Create Update Commit Start Complete Verify Reject Pause Resume Reopen Delete',
  incident: 'Create Update Delete',
  nearMiss: 'Report',
  service: 'Create Update Archive Restore Delete',
  team: 'Create Update Archive Restore Delete',
  initiative: 'Create Update Start Complete Drop Reopen Delete',
  recurringTask: 'Create Update Archive Restore Delete Run',
  workCalendar: 'Create Update Delete',
  person: 'Create Update Archive Restore Delete',
  invitation: 'Create',
  password: 'Change Set',
  session: 'Create End Revoke',
  apiToken: 'Create Revoke',
  providerAccount: 'Link',
  savedSearch: 'Create Update Delete',
  organization: 'Update',
  mailPreferences: 'Update',
  trackerConnection: 'Create Update RotateSecret Archive',
  trackerLink: 'Create Delete',
  trackerProposal: 'Accept Decline',
  channel: 'Create Update Archive Restore Delete',
  deadLetter: 'Retry Discard',
  library: 'Import',
};

/** Acts that are no mutation, or that say what they were done to by themselves. */
const BARE = [
  'read',
  'signIn',
  'export',
  'reindex',
  'migrateDown',
  'actionItemConfirmEffect',
  'channelTest',
  'mailTest',
  'incidentServiceSet',
  'incidentServiceRemove',
  'initiativeAddActions',
  'initiativeRemoveAction',
  'invitationUse',
  'sessionRevokeOthers',
  'teamMemberSet',
  'teamMemberRemove',
  'timelinePaste',
] as const;

/** What an act was done to and what it was, as far as there are words for it. */
export interface ActWords {
  readonly noun: string;
  readonly verb: string;
}

const known = new Map<string, ActWords>([
  ...BARE.map((act) => [act, { noun: '', verb: act }] as const),
  ...Object.entries(OF).flatMap(([noun, verbs]) =>
    verbs.split(' ').map((verb) => [noun + verb, { noun, verb }] as const),
  ),
]);

/** All acts, by their names in the log. */
export const ACTS: readonly string[] = [...known.keys()];

/** The parts of an act; undefined for one that is newer than this list. */
export const wordsOfAct = (act: string): ActWords | undefined => known.get(act);
