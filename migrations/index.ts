import { PeopleAndServices1763886000000 } from './1763886000000-people-and-services.js';
import { Incidents1763886000001 } from './1763886000001-incidents.js';
import { Cases1763886000002 } from './1763886000002-cases.js';
import { ActionsAndOutbox1763886000003 } from './1763886000003-actions-and-outbox.js';
import { Identity1763972400000 } from './1763972400000-identity.js';
import { Confidentiality1763972400001 } from './1763972400001-confidentiality.js';
import { Audit1763972400002 } from './1763972400002-audit.js';
import { Drafts1764316800010 } from './1764316800010-drafts.js';
import { PersonZone1764363600000 } from './1764363600000-person-zone.js';
import { SavedSearches1764363600001 } from './1764363600001-saved-searches.js';
import { Attachments1764363600010 } from './1764363600010-attachments.js';
import { ActionHistory1764450000000 } from './1764450000000-action-history.js';
import { Deliveries1764450000010 } from './1764450000010-deliveries.js';
import { WorkCalendars1764450000020 } from './1764450000020-work-calendars.js';
import { RecurringTasks1764450000021 } from './1764450000021-recurring-tasks.js';
import { Trackers1764450000030 } from './1764450000030-trackers.js';
import { ActionLinks1764450000040 } from './1764450000040-action-links.js';
import { Initiatives1764450000041 } from './1764450000041-initiatives.js';
import { DigestSchedules1764450000050 } from './1764450000050-digest-schedules.js';
import { MailPreferences1764450000051 } from './1764450000051-mail-preferences.js';
import { CaseMoves1764450000060 } from './1764450000060-case-moves.js';
import { RecurrenceAnswers1764450000070 } from './1764450000070-recurrence-answers.js';
import { AdviceDismissals1764460000000 } from './1764460000000-advice-dismissals.js';
import { SignOffs1764462000000 } from './1764462000000-sign-offs.js';
import { ReviewMeetings1764470000000 } from './1764470000000-review-meetings.js';
import { ReviewMinutes1764471000000 } from './1764471000000-review-minutes.js';
import { Comments1764480000000 } from './1764480000000-comments.js';
import { OwnTemplates1764490000000 } from './1764490000000-own-templates.js';
import { PublicEditions1764495000000 } from './1764495000000-public-editions.js';
import { ChannelTopics1764496000000 } from './1764496000000-channel-topics.js';
import { SharedMoments1764498000000 } from './1764498000000-shared-moments.js';
import { CasesByFacilitator1764500000000 } from './1764500000000-cases-by-facilitator.js';
import { AccessMark1764510000000 } from './1764510000000-access-mark.js';
import { HelpfulVotes1764520000000 } from './1764520000000-helpful-votes.js';

/** Every migration, oldest first. One that has been released is never edited. */
export const MIGRATIONS = [
  PeopleAndServices1763886000000,
  Incidents1763886000001,
  Cases1763886000002,
  ActionsAndOutbox1763886000003,
  Identity1763972400000,
  Confidentiality1763972400001,
  Audit1763972400002,
  Drafts1764316800010,
  PersonZone1764363600000,
  SavedSearches1764363600001,
  Attachments1764363600010,
  ActionHistory1764450000000,
  Deliveries1764450000010,
  WorkCalendars1764450000020,
  RecurringTasks1764450000021,
  Trackers1764450000030,
  ActionLinks1764450000040,
  Initiatives1764450000041,
  DigestSchedules1764450000050,
  MailPreferences1764450000051,
  CaseMoves1764450000060,
  RecurrenceAnswers1764450000070,
  AdviceDismissals1764460000000,
  SignOffs1764462000000,
  ReviewMeetings1764470000000,
  ReviewMinutes1764471000000,
  Comments1764480000000,
  OwnTemplates1764490000000,
  PublicEditions1764495000000,
  ChannelTopics1764496000000,
  SharedMoments1764498000000,
  CasesByFacilitator1764500000000,
  AccessMark1764510000000,
  HelpfulVotes1764520000000,
];
