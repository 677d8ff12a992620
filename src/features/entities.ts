import { KeyCounterEntity } from '../infra/database/key-counter.entity.js';
import { OutboxEntity } from '../infra/database/outbox.entity.js';
import { ActionItemEventEntity } from './action-item/action-item-event.entity.js';
import { ActionItemEntity } from './action-item/action-item.entity.js';
import { ActionLinkEntity } from './action-link/action-link.entity.js';
import { AttachmentContentEntity, AttachmentEntity } from './attachment/attachment.entity.js';
import { AuditEntryEntity, AuditHeadEntity } from './audit/audit-entry.entity.js';
import { CaseLinkEntity } from './case-link/case-link.entity.js';
import { ChannelEntity } from './channel/channel.entity.js';
import {
  CommentEntity,
  CommentNoticeEntity,
  CommentThreadEntity,
} from './comment/comment.entity.js';
import { DeliveryEntity } from './delivery/delivery.entity.js';
import { DraftEntity } from './draft/draft.entity.js';
import { FactorEntity } from './factor/factor.entity.js';
import { FindingEntity } from './finding/finding.entity.js';
import { AdviceDismissalEntity } from './guidance/advice-dismissal.entity.js';
import { RevisionEntity } from './history/revision.entity.js';
import { ApiTokenEntity } from './identity/api-token.entity.js';
import {
  CredentialEntity,
  InvitationEntity,
  ProviderAccountEntity,
} from './identity/credential.entity.js';
import { SessionEntity } from './identity/session.entity.js';
import {
  IncidentEntity,
  IncidentReferenceEntity,
  IncidentResponderEntity,
  IncidentServiceEntity,
} from './incident/incident.entity.js';
import { HelpfulVoteEntity } from './helpful-vote/helpful-vote.entity.js';
import { ImprovementPolicyEntity } from './improvement-policy/improvement-policy.entity.js';
import { InitiativeActionEntity } from './initiative/initiative-action.entity.js';
import { InitiativeEntity, InitiativeEventEntity } from './initiative/initiative.entity.js';
import { MailPreferenceEntity } from './mail-preference/mail-preference.entity.js';
import { OrganizationEntity } from './organization/organization.entity.js';
import { PersonEntity } from './people/person.entity.js';
import { TeamEntity, TeamMemberEntity } from './people/team.entity.js';
import {
  PostmortemEntity,
  PostmortemIncidentEntity,
  PostmortemPersonEntity,
  PostmortemTagEntity,
  SectionEntity,
} from './postmortem/postmortem.entity.js';
import { PostmortemMoveEntity } from './postmortem/postmortem-move.entity.js';
import { PostmortemReaderEntity } from './postmortem/reader.entity.js';
import { PracticeAssessmentEntity } from './practice/practice-assessment.entity.js';
import {
  InternalWordsEntity,
  PublicEditionEntity,
  PublicEditionVersionEntity,
} from './public-edition/public-edition.entity.js';
import { RecurringTaskEntity, TaskRunEntity } from './recurring-task/recurring-task.entity.js';
import { RecurrenceAnswerEntity } from './recurrence/recurrence-answer.entity.js';
import {
  ReviewAgendaCaseEntity,
  ReviewDecisionEntity,
} from './review-meeting/review-agenda.entity.js';
import { ReviewFeedbackEntity } from './review-meeting/review-feedback.entity.js';
import {
  ReviewAttendanceEntity,
  ReviewInvitationEntity,
  ReviewInviteeEntity,
  ReviewMeetingEntity,
} from './review-meeting/review-meeting.entity.js';
import { ReviewSeriesEntity } from './review-meeting/review-series.entity.js';
import { SavedSearchEntity } from './saved-search/saved-search.entity.js';
import { ServiceDependencyEntity, ServiceEntity } from './service-catalog/service.entity.js';
import { SignOffEntity } from './sign-off/sign-off.entity.js';
import { TimelineEventEntity } from './timeline/timeline-event.entity.js';
import {
  TrackerConnectionEntity,
  TrackerDeliveryEntity,
} from './tracker/tracker-connection.entity.js';
import { TrackerLinkEntity } from './tracker/tracker-link.entity.js';
import { OwnTemplateEntity, TemplateRulesEntity } from './template/own-template.entity.js';
import { WorkCalendarEntity } from './work-calendar/work-calendar.entity.js';

/** Every table of the database. */
export const ENTITIES = [
  ActionItemEntity,
  ActionItemEventEntity,
  ActionLinkEntity,
  ApiTokenEntity,
  AttachmentContentEntity,
  AttachmentEntity,
  AuditEntryEntity,
  AuditHeadEntity,
  CaseLinkEntity,
  ChannelEntity,
  CredentialEntity,
  DeliveryEntity,
  DraftEntity,
  FactorEntity,
  FindingEntity,
  AdviceDismissalEntity,
  CommentEntity,
  CommentNoticeEntity,
  CommentThreadEntity,
  HelpfulVoteEntity,
  ImprovementPolicyEntity,
  IncidentEntity,
  IncidentReferenceEntity,
  IncidentResponderEntity,
  IncidentServiceEntity,
  InitiativeActionEntity,
  InitiativeEntity,
  InitiativeEventEntity,
  InvitationEntity,
  KeyCounterEntity,
  MailPreferenceEntity,
  OrganizationEntity,
  OutboxEntity,
  PersonEntity,
  PostmortemEntity,
  PostmortemIncidentEntity,
  PostmortemMoveEntity,
  PostmortemPersonEntity,
  PostmortemReaderEntity,
  PostmortemTagEntity,
  PracticeAssessmentEntity,
  ProviderAccountEntity,
  InternalWordsEntity,
  PublicEditionEntity,
  PublicEditionVersionEntity,
  RecurrenceAnswerEntity,
  RecurringTaskEntity,
  ReviewAgendaCaseEntity,
  ReviewAttendanceEntity,
  ReviewDecisionEntity,
  ReviewFeedbackEntity,
  ReviewInvitationEntity,
  ReviewInviteeEntity,
  ReviewMeetingEntity,
  ReviewSeriesEntity,
  RevisionEntity,
  SavedSearchEntity,
  SectionEntity,
  ServiceDependencyEntity,
  ServiceEntity,
  SessionEntity,
  SignOffEntity,
  TaskRunEntity,
  TeamEntity,
  TeamMemberEntity,
  TimelineEventEntity,
  TrackerConnectionEntity,
  TrackerDeliveryEntity,
  TrackerLinkEntity,
  OwnTemplateEntity,
  TemplateRulesEntity,
  WorkCalendarEntity,
];
