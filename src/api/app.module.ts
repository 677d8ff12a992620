import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';

import { CLOCK } from '../core/clock.js';
import { CONFIG } from '../core/config.js';
import { LOGGER } from '../core/logger.js';
import { PublicUrl } from '../core/public-url.js';
import { ActionItemModule } from '../features/action-item/action-item.module.js';
import { AnnouncementModule } from '../features/announcement/announcement.module.js';
import { AnswerModule } from '../features/answer/answer.module.js';
import { ActionLinkModule } from '../features/action-link/action-link.module.js';
import { AttachmentModule } from '../features/attachment/attachment.module.js';
import { AttendanceModule } from '../features/attendance/attendance.module.js';
import { AUDIT_KEY } from '../features/audit/audit-log.service.js';
import { AuditModule } from '../features/audit/audit.module.js';
import { CaseLinkModule } from '../features/case-link/case-link.module.js';
import { ChannelModule } from '../features/channel/channel.module.js';
import { DeliveryModule } from '../features/delivery/delivery.module.js';
import { DraftModule } from '../features/draft/draft.module.js';
import { CommentModule } from '../features/comment/comment.module.js';
import { DeadLetterModule } from '../features/dead-letter/dead-letter.module.js';
import { DigestModule } from '../features/digest/digest.module.js';
import { FactorModule } from '../features/factor/factor.module.js';
import { FeedModule } from '../features/feed/feed.module.js';
import { FindingModule } from '../features/finding/finding.module.js';
import { RevisionModule } from '../features/history/revision.module.js';
import { GuidanceModule } from '../features/guidance/guidance.module.js';
import { HelpfulVoteModule } from '../features/helpful-vote/helpful-vote.module.js';
import { IdentityModule } from '../features/identity/identity.module.js';
import { ImprovementPolicyModule } from '../features/improvement-policy/improvement-policy.module.js';
import { IncidentModule } from '../features/incident/incident.module.js';
import { InitiativeModule } from '../features/initiative/initiative.module.js';
import { LibraryModule } from '../features/library/library.module.js';
import { LinkTargetModule } from '../features/link-target/link-target.module.js';
import { MailPreferenceModule } from '../features/mail-preference/mail-preference.module.js';
import { OrganizationModule } from '../features/organization/organization.module.js';
import { PeopleModule } from '../features/people/people.module.js';
import { PostmortemModule } from '../features/postmortem/postmortem.module.js';
import { PracticeModule } from '../features/practice/practice.module.js';
import { PublicEditionModule } from '../features/public-edition/public-edition.module.js';
import { RecurrenceModule } from '../features/recurrence/recurrence.module.js';
import { RecurringTaskModule } from '../features/recurring-task/recurring-task.module.js';
import { ReminderModule } from '../features/reminder/reminder.module.js';
import { RenderingModule } from '../features/rendering/rendering.module.js';
import { ReviewMeetingModule } from '../features/review-meeting/review-meeting.module.js';
import { SavedSearchModule } from '../features/saved-search/saved-search.module.js';
import { SearchModule } from '../features/search/search.module.js';
import { ServiceCatalogModule } from '../features/service-catalog/service-catalog.module.js';
import { SignOffModule } from '../features/sign-off/sign-off.module.js';
import { TargetModule } from '../features/target/target.module.js';
import { SlackExportModule } from '../features/slack-export/slack-export.module.js';
import { TemplateModule } from '../features/template/template.module.js';
import { TimelineModule } from '../features/timeline/timeline.module.js';
import { TrackerModule } from '../features/tracker/tracker.module.js';
import { TrendModule } from '../features/trend/trend.module.js';
import { WorkCalendarModule } from '../features/work-calendar/work-calendar.module.js';
import { Counters } from '../infra/counters.js';
import { Database } from '../infra/database/database.js';
import { OutboxWorker } from '../infra/database/outbox-worker.js';
import { MAILER } from '../infra/mail/mailer.js';
import { OutboundHttp } from '../infra/outbound/outbound-http.js';
import { MarkdownRenderer } from '../infra/markdown/markdown-renderer.js';
import { SecretBox } from '../infra/secret-box.js';
import { KEPT_INDEXES, SEARCH_INDEX } from '../infra/search/search-index.token.js';
import { Signer } from '../infra/signer.js';
import { AccessGuard } from './access.guard.js';
import { AuditAnchor } from './audit-anchor.js';
import { AuditPlugin } from './audit.plugin.js';
import { graphqlOptions } from './graphql.options.js';
import { MutationInterceptor } from './mutation.interceptor.js';
import { NodeResolver } from './node.resolver.js';
import type { Platform } from './platform.js';

/** All business, on what has been opened. */
const FEATURES = [
  ActionItemModule,
  AnnouncementModule,
  AnswerModule,
  ActionLinkModule,
  AttachmentModule,
  AttendanceModule,
  AuditModule,
  CaseLinkModule,
  ChannelModule,
  CommentModule,
  DeliveryModule,
  DraftModule,
  DeadLetterModule,
  DigestModule,
  FactorModule,
  FeedModule,
  FindingModule,
  GuidanceModule,
  HelpfulVoteModule,
  IdentityModule,
  ImprovementPolicyModule,
  IncidentModule,
  InitiativeModule,
  LibraryModule,
  LinkTargetModule,
  MailPreferenceModule,
  OrganizationModule,
  PeopleModule,
  PostmortemModule,
  PracticeModule,
  PublicEditionModule,
  RecurrenceModule,
  RecurringTaskModule,
  ReminderModule,
  RenderingModule,
  ReviewMeetingModule,
  RevisionModule,
  SavedSearchModule,
  SearchModule,
  ServiceCatalogModule,
  SignOffModule,
  TargetModule,
  SlackExportModule,
  TemplateModule,
  TimelineModule,
  TrackerModule,
  TrendModule,
  WorkCalendarModule,
];

/** What every feature may have injected. */
@Module({})
export class PlatformModule {
  static on(platform: Platform): DynamicModule {
    const providers = [
      { provide: AUDIT_KEY, useValue: platform.auditKey },
      { provide: CLOCK, useValue: platform.clock },
      { provide: CONFIG, useValue: platform.config },
      { provide: LOGGER, useValue: platform.log },
      { provide: PublicUrl, useValue: platform.publicUrl },
      { provide: Database, useValue: platform.database },
      { provide: Counters, useValue: platform.counters },
      { provide: OutboxWorker, useValue: platform.outbox },
      { provide: MAILER, useValue: platform.mailer },
      { provide: OutboundHttp, useValue: platform.outbound },
      { provide: MarkdownRenderer, useValue: platform.renderer },
      { provide: SecretBox, useValue: platform.secretBox },
      { provide: Signer, useValue: platform.signer },
      { provide: SEARCH_INDEX, useValue: platform.search },
      { provide: KEPT_INDEXES, useValue: platform.keptIndexes },
    ];
    return { module: PlatformModule, global: true, providers, exports: providers };
  }
}

/** The features without a door to the outside, for the command line. */
@Module({})
export class FeaturesModule {
  static on(platform: Platform): DynamicModule {
    return {
      module: FeaturesModule,
      imports: [PlatformModule.on(platform), ...FEATURES],
      exports: FEATURES,
    };
  }
}

/** The features behind GraphQL, for the server. */
@Module({})
export class AppModule {
  static on(platform: Platform): DynamicModule {
    return {
      module: AppModule,
      imports: [FeaturesModule.on(platform), GraphQLModule.forRoot(graphqlOptions(platform))],
      providers: [
        AuditAnchor,
        AuditPlugin,
        NodeResolver,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: MutationInterceptor },
      ],
    };
  }
}
