import { Module } from '@nestjs/common';

import { ActionItemModule } from '../action-item/action-item.module.js';
import { DeliveryModule } from '../delivery/delivery.module.js';
import { MailPreferenceModule } from '../mail-preference/mail-preference.module.js';
import { PostmortemModule } from '../postmortem/postmortem.module.js';
import {
  CaseReviewsResolver,
  ReviewAgendaResolver,
  ReviewQueueResolver,
} from './review-agenda.resolver.js';
import { ReviewAgenda } from './review-agenda.service.js';
import { ReviewAttendance } from './review-attendance.service.js';
import { ReviewCalendar } from './review-calendar.service.js';
import { ReviewDecisionResolver } from './review-decision.resolver.js';
import { ReviewDecisions } from './review-decision.service.js';
import { ReviewInvitationComposer } from './review-invitation-composer.service.js';
import { ReviewInvitations } from './review-invitations.service.js';
import { ReviewFeedback } from './review-feedback.service.js';
import { ReviewLive } from './review-live.service.js';
import { ReviewMeetingLifecycle } from './review-meeting-lifecycle.service.js';
import { ReviewMeetingMutations } from './review-meeting-mutations.resolver.js';
import { ReviewMeetingList } from './review-meeting.read.js';
import { ReviewAttendeeResolver, ReviewMeetingResolver } from './review-meeting.resolver.js';
import { ReviewMeetings } from './review-meeting.service.js';
import { ReviewMinutesMail } from './review-minutes-mail.service.js';
import { ReviewFeedbackResolver, ReviewMinutesResolver } from './review-minutes.resolver.js';
import { ReviewMinutes } from './review-minutes.service.js';
import { ReviewQueue } from './review-queue.read.js';
import { ReviewScheduler } from './review-scheduler.service.js';
import { ReviewSeriesResolver } from './review-series.resolver.js';
import { ReviewSeriesService } from './review-series.service.js';

@Module({
  imports: [ActionItemModule, DeliveryModule, MailPreferenceModule, PostmortemModule],
  providers: [
    CaseReviewsResolver,
    ReviewAgenda,
    ReviewAgendaResolver,
    ReviewAttendance,
    ReviewAttendeeResolver,
    ReviewCalendar,
    ReviewDecisionResolver,
    ReviewDecisions,
    ReviewFeedback,
    ReviewFeedbackResolver,
    ReviewInvitationComposer,
    ReviewInvitations,
    ReviewLive,
    ReviewMeetingLifecycle,
    ReviewMeetingList,
    ReviewMeetingMutations,
    ReviewMeetingResolver,
    ReviewMeetings,
    ReviewMinutes,
    ReviewMinutesMail,
    ReviewMinutesResolver,
    ReviewQueue,
    ReviewQueueResolver,
    ReviewScheduler,
    ReviewSeriesService,
    ReviewSeriesResolver,
  ],
})
export class ReviewMeetingModule {}
