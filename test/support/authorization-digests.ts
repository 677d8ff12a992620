import type { TypeRule } from './authorization-fields.js';

/** The types of the digest of a week. */
export const DIGEST_TYPES: Readonly<Record<string, TypeRule>> = {
  Digest: {
    root: 'digest',
    fields: {
      same: 'from isFinal team until week',
      clean: 'mailText numbers recurrences sections teams waitingReviews worthReading',
    },
  },
  DigestOfTeam: {
    root: 'organizationDigest',
    path: 'teams',
    fields: { clean: 'numbers team' },
  },
  DigestRecurrence: {
    root: 'pastDigest',
    path: 'recurrences',
    fields: { clean: 'earlier postmortem' },
  },
  DigestWaitingReview: {
    root: 'pastDigest',
    path: 'waitingReviews',
    fields: { clean: 'days postmortem since' },
  },
  DigestWorthReading: {
    root: 'pastDigest',
    path: 'worthReading',
    fields: { clean: 'postmortem reason' },
  },
  DigestNumbers: {
    root: 'digest',
    path: 'numbers',
    fields: { clean: 'done effective extended open overdue proposed verified' },
  },
  DigestNumber: { root: 'digest', path: 'numbers open', fields: { clean: 'before now' } },
  DigestSection: { root: 'digest', path: 'sections', fields: { clean: 'count entries kind' } },
  DigestEntry: {
    root: 'digest',
    path: 'sections entries',
    fields: { clean: 'actionItem day daysLate owner reason status title' },
  },
  DigestMailText: { root: 'digest', path: 'mailText', fields: { clean: 'html subject text' } },
  WeeklySchedule: {
    root: 'organization',
    path: 'digestSchedule',
    fields: { same: 'hour isOn weekday' },
  },
  LeadersDigest: {
    root: 'organization',
    path: 'leadersDigest',
    fields: { same: 'hour isOn recipients weekday' },
  },
};
