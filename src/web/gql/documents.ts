/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What happened to an action item. */
export type ActionAct =
  /** It was promised. */
  | 'COMMIT'
  /** It was done. */
  | 'COMPLETE'
  /** It was shown to work. */
  | 'CONFIRM_EFFECT'
  /** It was proposed. */
  | 'CREATE'
  /** Somebody said that it is not done, although that issue was closed. */
  | 'DECLINE_DONE'
  /** What it says, or who is to do it by when, was changed. */
  | 'EDIT'
  /** Its due date was put off. */
  | 'EXTEND'
  /** It came, or was changed, with a file. */
  | 'IMPORT'
  /** It was set aside until a day. */
  | 'PAUSE'
  /** An issue of it was closed in its tracker, so that it may be done. */
  | 'PROPOSE_DONE'
  /** It was decided not to do it. */
  | 'REJECT'
  /** It was taken up after it had been done or rejected. */
  | 'REOPEN'
  /** It was taken up where it was. */
  | 'RESUME'
  /** Somebody is at it. */
  | 'START'
  /** Somebody other than the owner checked it. */
  | 'VERIFY'
  /** That issue was opened again, or is gone, before anybody had said. */
  | 'WITHDRAW_DONE';

/** Who promises it and until when; what the item has already may be left out. */
export type ActionItemCommitInput = {
  /** What will be true once it is done; needed where the title does not say where it ends. */
  doneWhen?: string | null | undefined;
  /** When it is due. */
  dueOn?: string | null | undefined;
  /** The person who sees to it. */
  ownerId?: string | number | null | undefined;
  /** The team that answers for it. */
  teamId?: string | number | null | undefined;
};

/** What shows that it is done. */
export type ActionItemCompleteInput = {
  /** A link, a few words or a file of the case; 20,000 characters. May be left out only where the organization does not ask for it. */
  evidence?: string | null | undefined;
};

/** What the effect check found. */
export type ActionItemConfirmEffectInput = {
  /** At most 20,000 characters. */
  note?: string | null | undefined;
};

/** A new action item; it begins as a proposal. */
export type ActionItemCreateInput = {
  /** At most 20,000 characters. */
  detail?: string | null | undefined;
  /** What will be true once it is done; at most 20,000 characters. */
  doneWhen?: string | null | undefined;
  /** When it is due. */
  dueOn?: string | null | undefined;
  /** The person who sees to it. */
  ownerId?: string | number | null | undefined;
  /** Place among the action items of the case, from 0. A new one: the end. */
  place?: number | null | undefined;
  /** The case it comes from. */
  postmortemId: string | number;
  /** How soon. */
  priority?: ActionPriority | null | undefined;
  /** The team that answers for it. */
  teamId?: string | number | null | undefined;
  /** Verb first, outcome stated, end defined; at most 500 characters. */
  title: string;
  /** Where another tracker follows it. */
  trackerUrl?: string | null | undefined;
  /** What it is for. */
  type?: ActionType | null | undefined;
};

/** A later due date for what is promised, and why. */
export type ActionItemExtendInput = {
  /** Later than the one it has. */
  dueOn: string;
  /** At most 20,000 characters; kept in the history. */
  reason: string;
};

/** What a list of action items keeps; all that is given must hold. */
export type ActionItemFilter = {
  /** Closed in its tracker, and nobody has said whether it is done; false keeps all others. */
  closedInTracker?: boolean | null | undefined;
  /** Due on this day or later. */
  dueAfter?: string | null | undefined;
  /** Due earlier than this day. */
  dueBefore?: string | null | undefined;
  /** Gathered by this initiative: its key, INI-2, or its id. */
  initiative?: string | null | undefined;
  /** Proposed, committed or in progress; false keeps all others. */
  open?: boolean | null | undefined;
  /** Not finished, and `clock.breached`; false keeps all others. Compares at most 5,000 clocks. */
  overTarget?: boolean | null | undefined;
  /** Open after its due day, in UTC; false keeps all others. */
  overdue?: boolean | null | undefined;
  /** Owned by this person. */
  ownerId?: string | number | null | undefined;
  /** Of this case. */
  postmortemId?: string | number | null | undefined;
  /** Of one of these. */
  priority?: Array<ActionPriority> | null | undefined;
  /** Part of the title or the key. */
  query?: string | null | undefined;
  /** In one of these states. */
  status?: Array<ActionStatus> | null | undefined;
  /** Of one of these teams, by key. */
  team?: Array<string> | null | undefined;
  /** Of this team. */
  teamId?: string | number | null | undefined;
  /** Of one of these. */
  type?: Array<ActionType> | null | undefined;
};

/** A new link. */
export type ActionItemLinkInput = {
  /** How they belong together. */
  kind: ActionLinkKind;
  /** The other action item. */
  otherId: string | number;
};

/** The order of a list of action items. */
export type ActionItemOrder = {
  /** Which end comes first. */
  direction?: OrderDirection;
  /** What to compare. */
  field: ActionItemOrderField;
};

/** What a list of action items can be ordered by; what is not known comes last. */
export type ActionItemOrderField =
  /** Working days left until its target, what is most over it first when ascending; what has no target or is finished comes last. For lists of at most 5,000. */
  | 'CLOCK'
  /** Proposed or imported. */
  | 'CREATED_AT'
  /** Due day. */
  | 'DUE_ON'
  /** Number of the key. */
  | 'KEY'
  /** Place in its case, as `Postmortem.actionItems` has it. */
  | 'POSITION'
  /** Priority, P0 first when ascending. */
  | 'PRIORITY'
  /** Last change. */
  | 'UPDATED_AT'
  /** What is open first, then what is paused, then what is finished; each by its due day, so that what is overdue leads. */
  | 'URGENCY'
  /** `ActionItem.weight`; what keeps coming up leads when descending. Costs more than the others. */
  | 'WEIGHT';

/** Why an action item is set aside, until when, and who agreed. */
export type ActionItemPauseInput = {
  /** The person who agreed, not the owner. */
  approverId: string | number;
  /** At most 20,000 characters. */
  reason: string;
  /** A day to come. */
  until: string;
};

/** Why an action item is rejected. */
export type ActionItemRejectInput = {
  /** At most 20,000 characters. */
  reason: string;
};

/** Why an action item is taken up again. */
export type ActionItemReopenInput = {
  /** At most 20,000 characters; kept in the history of the case. */
  reason: string;
};

/** Changes to an action item. What is left out stays; null takes a value away. */
export type ActionItemUpdateInput = {
  /** At most 20,000 characters. */
  detail?: string | null | undefined;
  /** What will be true once it is done; at most 20,000 characters. */
  doneWhen?: string | null | undefined;
  /** When it is due. */
  dueOn?: string | null | undefined;
  /** The version the change was made from; left out, it overwrites what is there. */
  expectedVersion?: number | null | undefined;
  /** The person who sees to it. */
  ownerId?: string | number | null | undefined;
  /** Place among the action items of the case, from 0. A new one: the end. */
  place?: number | null | undefined;
  /** How soon. */
  priority?: ActionPriority | null | undefined;
  /** The team that answers for it. */
  teamId?: string | number | null | undefined;
  /** At most 500 characters. */
  title?: string | null | undefined;
  /** Where another tracker follows it. */
  trackerUrl?: string | null | undefined;
  /** What it is for. */
  type?: ActionType | null | undefined;
};

/** Who has checked it. */
export type ActionItemVerifyInput = {
  /** When to ask whether it came back. Default: as many weeks on as the organization says. */
  effectCheckOn?: string | null | undefined;
  /** Anybody but the owner. Default: whoever asks. */
  verifierId?: string | number | null | undefined;
};

/** How two action items belong together. */
export type ActionLinkKind =
  /** One or the other: whoever does this one does not do that one. */
  | 'ALTERNATIVE'
  /** The same idea came up again in another case. */
  | 'SAME_IDEA';

/** What can be done with an action item. */
export type ActionMove =
  /** Promise it. */
  | 'COMMIT'
  /** Say that it is done. */
  | 'COMPLETE'
  /** Say that it has been shown to work. */
  | 'CONFIRM_EFFECT'
  /** Remove it for good. */
  | 'DELETE'
  /** Change what it says. */
  | 'EDIT'
  /** Put off its due date. */
  | 'EXTEND'
  /** Set it aside until a day. */
  | 'PAUSE'
  /** Say that it will not be done. */
  | 'REJECT'
  /** Take up what was done or rejected. */
  | 'REOPEN'
  /** Take up what was paused. */
  | 'RESUME'
  /** Be at it. */
  | 'START'
  /** Say that somebody other than the owner has checked it. */
  | 'VERIFY';

/** How soon; P0 is the most urgent. */
export type ActionPriority =
  /** At once. */
  | 'P0'
  /** Before other planned work. */
  | 'P1'
  /** Planned. */
  | 'P2'
  /** When there is time. */
  | 'P3';

/** The life of an action item, until it has been shown to work or was rejected with a reason. */
export type ActionStatus =
  /** Promised, with an owner, a team and a date. */
  | 'COMMITTED'
  /** Done, with evidence. */
  | 'DONE'
  /** It has been shown to work. */
  | 'EFFECTIVE'
  /** Being done. */
  | 'IN_PROGRESS'
  /** Set aside until a day, with a reason and an approver. */
  | 'PAUSED'
  /** An idea; nobody has promised it. */
  | 'PROPOSED'
  /** Will not be done, with a reason. */
  | 'REJECTED'
  /** Somebody other than the owner has checked it. */
  | 'VERIFIED';

/** What an action item is for, after Google's six categories. */
export type ActionType =
  /** Notice the next one sooner. */
  | 'DETECT_FUTURE'
  /** Find out more about this incident. */
  | 'INVESTIGATE'
  /** Lessen the impact of the next one. */
  | 'MITIGATE_FUTURE'
  /** Lessen the impact of this incident. */
  | 'MITIGATE_NOW'
  /** Make the next one less likely. */
  | 'PREVENT_FUTURE'
  /** Repair the damage of this incident. */
  | 'REPAIR';

/** Advice to put aside. */
export type AdviceDismissInput = {
  /** `mark` of the advice, or of what the language check found. */
  mark: string;
  /** Why it does not hold here; at most 20000 characters. */
  reason: string;
};

/** What a case lacks. It is advice; nothing is refused for it. */
export type AdviceKind =
  /** These sections, of which its template does not speak, are empty or hold a placeholder. */
  | 'EMPTY_SECTION'
  /** Users felt it, and neither the impact nor the summary holds a number. */
  | 'IMPACT_WITHOUT_NUMBER'
  /** Of these incidents a milestone lies before one that it follows. */
  | 'MILESTONES_OUT_OF_ORDER'
  /** None of its actions prevents, detects or softens the next one. */
  | 'NOTHING_LASTING'
  /** Neither a section nor an entry of the timeline tells how it was noticed. */
  | 'NO_DETECTION_STORY'
  /** No factor says what lay behind the trigger. */
  | 'NO_FACTOR_BEYOND_TRIGGER'
  /** The summary is empty or a placeholder. */
  | 'NO_SUMMARY'
  /** The timeline has fewer than two entries. */
  | 'NO_TIMELINE'
  /** An incident that users felt has no action of P0 or P1. */
  | 'NO_URGENT_ACTION'
  /** All of its actions only find something out. */
  | 'ONLY_INVESTIGATIONS'
  /** It is said of none of the sixteen practices whether it held. */
  | 'PRACTICES_NOT_ASSESSED'
  /** The template of the case requires these sections, and they are missing, empty or as they began. */
  | 'REQUIRED_SECTION'
  /** After these entries nothing is told for longer than `ImprovementPolicy.timelineGapMinutes`, while the incident went on. */
  | 'TIMELINE_GAP'
  /** These actions do not say where they end. */
  | 'WITHOUT_END'
  /** The case is approved or published, and these lack an owner, a team or a day. */
  | 'WITHOUT_PROMISE';

/** How an incident struck one service. */
export type AffectedServiceInput = {
  /** What the users of this service felt; at most 20,000 characters. */
  impact?: string | null | undefined;
  /** When it worked again. */
  recoveredAt?: string | null | undefined;
  /** The service. */
  serviceId: string | number;
};

/** A token for whoever asks. */
export type ApiTokenCreateInput = {
  /** Days until it ends, 1 to 366. Asked for with a token, it ends with that one at the latest. */
  days?: number;
  /** What it is good for. */
  kind?: TokenKind;
  /** What it is for; at most 200 characters. */
  name: string;
  /** READ, and what else it is to allow: no more than the role of its person does, nor than the token that asks. A token for feeds has READ only. */
  scopes: Array<TokenScope>;
};

/** Who has to agree before a case is approved. */
export type ApprovalRule =
  /** Every team that owns an affected service or an action of the case. Where there is no such team: as ONE_REVIEWER. */
  | 'EVERY_AFFECTED_TEAM'
  /** A reviewer or the facilitator of the case; where none is named, anybody but its authors. Administrators may as well. */
  | 'ONE_REVIEWER';

/** What kind of caller did it. */
export type AuditActor =
  /** Nobody who was known, or somebody who chose to give no name. */
  | 'ANONYMOUS'
  /** Whoever runs the program, on its machine. */
  | 'OPERATOR'
  /** Somebody who had signed in, or a program with their token. */
  | 'PERSON';

/** What a list of entries keeps; all that is given must hold. */
export type AuditEntryFilter = {
  /** One of these acts. */
  act?: Array<string> | null | undefined;
  /** From then on. */
  after?: string | null | undefined;
  /** Up to then, and not then itself. */
  before?: string | null | undefined;
  /** With this outcome. */
  outcome?: AuditOutcome | null | undefined;
  /** Done by this person. */
  personId?: string | number | null | undefined;
  /** About this; of a case also what was done to its parts. */
  subjectId?: string | number | null | undefined;
};

/** What came of it. */
export type AuditOutcome =
  /** It was done. */
  | 'DONE'
  /** It was refused and changed nothing. */
  | 'REFUSED';

/** From which of its two cases a link was made. */
export type CaseLinkDirection =
  /** From the other one. */
  | 'INCOMING'
  /** From this one. */
  | 'OUTGOING';

/** A new link. */
export type CaseLinkInput = {
  /** How they belong together. */
  kind: CaseLinkKind;
  /** In what way; 20,000 characters. */
  note?: string | null | undefined;
  /** The other case. */
  toId: string | number;
};

/** How two cases belong together. */
export type CaseLinkKind =
  /** Two write-ups of the same thing. */
  | 'DUPLICATE'
  /** Worth reading together. */
  | 'RELATED'
  /** The same contributing factor was at work. */
  | 'SAME_FACTOR';

/** A part of a case that people agree with. */
export type CasePart =
  /** What is to be done; not how far it is. */
  | 'ACTIONS'
  /** Its contributing factors. */
  | 'FACTORS'
  /** What went well, wrong or luckily, or surprised. */
  | 'FINDINGS'
  /** Its incidents, their times and what they struck. */
  | 'INCIDENTS'
  /** Which practices held. */
  | 'PRACTICES'
  /** Its sections. */
  | 'SECTIONS'
  /** Its title and summary. */
  | 'SUMMARY'
  /** Its timeline. */
  | 'TIMELINE';

/** A place in a chat to write to. */
export type ChannelCreateInput = {
  /** Which chat it is in. */
  kind: ChannelKind;
  /** The language to write in. */
  locale: Language;
  /** What people call it; at most 200 characters. */
  name: string;
  /** What Feishu and DingTalk have messages signed with, where that is switched on. */
  secret?: string | null | undefined;
  /** Whose it is; left out: of the whole organization. */
  teamId?: string | number | null | undefined;
  /** What it is told; left out: everything. */
  topics?: Array<ChannelTopic> | null | undefined;
  /** The address that the chat gave out for it; at most 2,048 characters, kept sealed. */
  webhook: string;
};

/** A chat that fupan can write to. */
export type ChannelKind =
  /** DingTalk: a custom robot of a group. */
  | 'DINGTALK'
  /** Feishu or Lark: a custom bot of a group. */
  | 'FEISHU'
  /** Slack: an incoming webhook. */
  | 'SLACK'
  /** Microsoft Teams: a webhook of Workflows. */
  | 'TEAMS'
  /** WeCom: a message push of a group. */
  | 'WECOM';

/** What a channel of a chat is told. */
export type ChannelTopic =
  /** The digest of the week. */
  | 'DIGEST'
  /** That a case was published: one that concerns the team; in a channel of the organization every one. */
  | 'PUBLICATIONS';

/** Changes to a channel. What is left out stays. */
export type ChannelUpdateInput = {
  /** The version the change was made from; at another by now, the answer is a CONFLICT. Left out: overwrites whatever is there. */
  expectedVersion?: number | null | undefined;
  /** The language to write in. */
  locale?: Language | null | undefined;
  /** At most 200 characters. */
  name?: string | null | undefined;
  /** What messages are signed with; null: nothing any more. */
  secret?: string | null | undefined;
  /** What it is told. */
  topics?: Array<ChannelTopic> | null | undefined;
  /** The address that the chat gave out. */
  webhook?: string | null | undefined;
};

/** Whether time is being used. */
export type ClockState =
  /** What was to be done is done. */
  | 'ENDED'
  /** It stands still until the end of the pause. */
  | 'PAUSED'
  /** It is. */
  | 'RUNNING'
  /** Given up. */
  | 'STOPPED';

/** What can be done with a comment. */
export type CommentAct =
  /** Change its words. */
  | 'CHANGE'
  /** Delete it. */
  | 'REMOVE';

/** A new thread. */
export type CommentThreadCreateInput = {
  /** The review meeting is to talk about it; for questions only. Default: no. */
  forMeeting?: boolean | null | undefined;
  /** Which section, by its heading. */
  heading?: string | null | undefined;
  /** What it is. */
  kind?: ThreadKind;
  /** What it is about. */
  part?: ThreadPart;
  /** Which entry: needed for one of the timeline, a factor, a finding, an action item. */
  partId?: string | number | null | undefined;
  /** The words it is about, kept as they are now; at most 20,000 characters. */
  quote?: string | null | undefined;
  /** What is said, at most 20,000 characters. `@Name` tells a person of it. */
  text: string;
};

/** Another state of a thread. */
export type CommentThreadMoveInput = {
  /** The version that was seen; left out, it overwrites what is there. */
  expectedVersion?: number | null | undefined;
};

/** A reply. */
export type CommentThreadReplyInput = {
  /** What is said, at most 20,000 characters. `@Name` tells a person of it. */
  text: string;
};

/** That a thread is settled. */
export type CommentThreadResolveInput = {
  /** The answer, at most 20,000 characters; left out: it needs no words. */
  answer?: string | null | undefined;
  /** The version that was seen; left out, it overwrites what is there. */
  expectedVersion?: number | null | undefined;
};

/** Other words of a comment. */
export type CommentUpdateInput = {
  /** The version the change was made from; left out, it overwrites what is there. */
  expectedVersion?: number | null | undefined;
  /** At most 20,000 characters. */
  text: string;
};

/** What a list of a digest is about. */
export type DigestSectionKind =
  /** Verified or effective until it came back within the week. */
  | 'CAME_BACK'
  /** Done within the week. */
  | 'DONE'
  /** Open, and due within seven days of the cut-off. */
  | 'DUE'
  /** Shown to work within the week. */
  | 'EFFECTIVE'
  /** Verified; within seven days it is asked whether it came back. */
  | 'EFFECT_CHECK'
  /** Put off within the week. */
  | 'EXTENDED'
  /** Open, and put off twice or more; only in the digest of the organization. */
  | 'EXTENDED_AGAIN'
  /** Proposed within the week. */
  | 'NEW'
  /** Open after the due day. */
  | 'OVERDUE'
  /** Paused until a day within seven days of the cut-off, or earlier. */
  | 'PAUSE_ENDING'
  /** Given up within the week. */
  | 'REJECTED'
  /** Done, and not checked by somebody else yet; of a person, what others in their teams have done. */
  | 'TO_VERIFY'
  /** Checked within the week. */
  | 'VERIFIED';

/** Whose digest it is. */
export type DigestSubject =
  /** Of the whole organization. */
  | 'ORGANIZATION'
  /** Of the caller. */
  | 'PERSON'
  /** Of a team. */
  | 'TEAM';

/** The digest that is meant. */
export type DigestTestInput = {
  /** Whose it is. */
  of: DigestSubject;
  /** The key of the team, of a team. */
  teamKey?: string | null | undefined;
  /** As ISO 8601 numbers it: 2026-W47. */
  week: string;
};

/** What was typed so far. */
export type DraftSaveInput = {
  /** The text that the writing began from; left out, it stays what it was. At most 1,000,000 characters. */
  base?: string | null | undefined;
  /** The version of what is changed, as it was read. */
  baseVersion: number;
  /** Which part of the case, in the words of the editor; at most 300 characters. */
  part: string;
  /** At most 1,000,000 characters. */
  text: string;
};

/** Two layers, inside and outside of the service, after the ISSRE 2022 study "Going through the Life Cycle of Faults in Clouds", table IV. */
export type FactorCategory =
  /** Something needed was taken away. */
  | 'EXTERNAL_COMPONENT_REMOVAL'
  /** More traffic than expected from outside. */
  | 'EXTERNAL_EXCESSIVE_FLOW'
  /** Hardware, power or a network device failed. */
  | 'EXTERNAL_HARDWARE'
  /** The platform gave less than was needed. */
  | 'EXTERNAL_INSUFFICIENT_RESOURCE'
  /** Something else outside. */
  | 'EXTERNAL_OTHER'
  /** A provider or another service failed. */
  | 'EXTERNAL_THIRD_PARTY'
  /** A change of code. */
  | 'INTERNAL_CODE_CHANGE'
  /** A fault was not handled as it should be. */
  | 'INTERNAL_EXCEPTION_HANDLING'
  /** Versions or formats did not fit together. */
  | 'INTERNAL_INCOMPATIBILITY'
  /** A wrong setting. */
  | 'INTERNAL_MISCONFIGURATION'
  /** Something else inside. */
  | 'INTERNAL_OTHER'
  /** More work than expected from inside. */
  | 'INTERNAL_PAYLOAD_FLOOD'
  /** Parts of the service competed for a resource. */
  | 'INTERNAL_RESOURCE_CONTENTION'
  /** Not known. */
  | 'UNKNOWN';

/** A new factor. */
export type FactorCreateInput = {
  /** What kind of fault. */
  category?: FactorCategory | null | undefined;
  /** The part it played. */
  kind: FactorKind;
  /** The factor of which this answers "why?"; left out, it stands at the root. */
  parentId?: string | number | null | undefined;
  /** Place among its siblings, from 0. Default: the end. */
  place?: number | null | undefined;
  /** The practice it touches. */
  practice?: Practice | null | undefined;
  /** At most 20,000 characters. */
  text: string;
};

/** The part that a factor played. */
export type FactorKind =
  /** Made it likelier, longer or worse. */
  | 'CONTRIBUTING'
  /** Without it, it would not have happened. */
  | 'ROOT_CAUSE'
  /** Set it off. */
  | 'TRIGGER';

/** Changes to a factor. What is left out stays. */
export type FactorUpdateInput = {
  /** Null takes it away. */
  category?: FactorCategory | null | undefined;
  /** The version the change was made from; left out, it overwrites what is there. */
  expectedVersion?: number | null | undefined;
  /** The part it played. */
  kind?: FactorKind | null | undefined;
  /** Moves it, with all that is under it, beneath this factor; null to the root. */
  parentId?: string | number | null | undefined;
  /** Place among its siblings, from 0. */
  place?: number | null | undefined;
  /** Null takes it away. */
  practice?: Practice | null | undefined;
  /** At most 20,000 characters. */
  text?: string | null | undefined;
};

/** A new finding. */
export type FindingCreateInput = {
  /** Went well, went wrong, luck or surprise. */
  kind: FindingKind;
  /** Place among the findings, from 0. Default: the end. */
  place?: number | null | undefined;
  /** At most 20,000 characters. */
  text: string;
};

/** What was learnt. */
export type FindingKind =
  /** It could have been worse. */
  | 'LUCKY'
  /** Nobody expected it. */
  | 'SURPRISED'
  /** It helped. */
  | 'WENT_WELL'
  /** It hurt. */
  | 'WENT_WRONG';

/** Changes to a finding. What is left out stays. */
export type FindingUpdateInput = {
  /** The version the change was made from; left out, it overwrites what is there. */
  expectedVersion?: number | null | undefined;
  /** Which of the four. */
  kind?: FindingKind | null | undefined;
  /** Place among the findings, from 0. */
  place?: number | null | undefined;
  /** At most 20,000 characters. */
  text?: string | null | undefined;
};

/** A file to import. */
export type ImportFileInput = {
  /** All of its text; at most 8 MiB. */
  content: string;
  /** Its path within the folder that is imported, with forward slashes; `catalog.yaml` is the catalogue, `improvement.yaml` what was learnt across cases. A case without an id of its own is known again by it. */
  name: string;
};

/** What a key that files of an import name stands for. */
export type ImportKeyInput = {
  /** As the files write it: PM-12. */
  inFiles: string;
  /** The case of the library that it became in an earlier request; null: a later request brings it, and links to it wait. */
  inLibrary?: string | null | undefined;
};

/** Changes to the rules of improvements. What is left out stays. */
export type ImprovementPolicyUpdateInput = {
  /** See `ImprovementPolicy`. */
  approval?: ApprovalRule | null | undefined;
  /** See `ImprovementPolicy`. */
  boundedWording?: boolean | null | undefined;
  /** 1 to 52. */
  effectCheckWeeks?: number | null | undefined;
  /** See `ImprovementPolicy`. */
  evidence?: boolean | null | undefined;
  /** The version the change was made from; left out, it overwrites what is there. */
  expectedVersion?: number | null | undefined;
  /** See `ImprovementPolicy`. */
  otherApprover?: boolean | null | undefined;
  /** See `ImprovementPolicy`. */
  otherVerifier?: boolean | null | undefined;
  /** When people are reminded; replaces all of it. */
  reminders?: ReminderRulesInput | null | undefined;
  /** All of them, each subject and severity once; replaces the whole list. */
  targets?: Array<TargetInput> | null | undefined;
  /** 5 to 1,440. */
  timelineGapMinutes?: number | null | undefined;
};

/** What can be done with an incident. */
export type IncidentAct =
  /** Remove it for good, as long as no case is about it. */
  | 'DELETE'
  /** Change it. */
  | 'EDIT'
  /** Begin a case about it. */
  | 'WRITE_UP';

/** A new incident. Milestones may come in any order, except that the impact cannot be over and the fault cannot be gone before the impact began, and nobody can take it on before it was noticed. */
export type IncidentCreateInput = {
  /** Taken on; null: not known. */
  acknowledgedAt?: string | null | undefined;
  /** Noticed; null: not known. */
  detectedAt?: string | null | undefined;
  /** Cause known; null: not known. */
  identifiedAt?: string | null | undefined;
  /** A new one: INCIDENT. */
  kind?: IncidentKind | null | undefined;
  /** Impact over for most users; null: not known. */
  mitigatedAt?: string | null | undefined;
  /** Where it is known elsewhere, in order; at most 200. */
  references?: Array<IncidentReferenceInput> | null | undefined;
  /** Fault gone; null: not known. */
  resolvedAt?: string | null | undefined;
  /** Who took part, in order; each once per role, at most 200. */
  responders?: Array<ResponderInput> | null | undefined;
  /** The services it struck, in order; each once, at most 200. */
  services?: Array<AffectedServiceInput> | null | undefined;
  /** Null: not known. */
  severity?: Severity | null | undefined;
  /** Onset of impact; null: not known. */
  startedAt?: string | null | undefined;
  /** A new one: INVESTIGATING. */
  status?: IncidentStatus | null | undefined;
  /** At most 1,000,000 characters. */
  summary?: string | null | undefined;
  /** At most 500 characters. */
  title: string;
  /** Data checked; null: not known. */
  verifiedAt?: string | null | undefined;
};

/** What a list of incidents keeps; all that is given must hold. An empty list keeps all. */
export type IncidentFilter = {
  /** True: those with a case that the caller may see. False: those without one, as far as the caller knows. */
  hasPostmortem?: boolean | null | undefined;
  /** Of one of these kinds. */
  kind?: Array<IncidentKind> | null | undefined;
  /** Part of the title or the key. */
  query?: string | null | undefined;
  /** Struck one of these services, by name. */
  service?: Array<string> | null | undefined;
  /** As bad as one of these. */
  severity?: Array<Severity> | null | undefined;
  /** Began at this instant or later. */
  startedAfter?: string | null | undefined;
  /** Began before this instant. */
  startedBefore?: string | null | undefined;
  /** In one of these states. */
  status?: Array<IncidentStatus> | null | undefined;
};

/** What happened. */
export type IncidentKind =
  /** An exercise. */
  | 'DRILL'
  /** Something broke. */
  | 'INCIDENT'
  /** It almost became an incident. */
  | 'NEAR_MISS';

/** Where an incident is known in another system: an id, a page, or both. */
export type IncidentReferenceInput = {
  /** Its id there. */
  externalId?: string | null | undefined;
  /** The system: pagerduty, jira. At most 200 characters. */
  source: string;
  /** Its page there, http or https. */
  url?: string | null | undefined;
};

/** How far the response has come. */
export type IncidentStatus =
  /** It turned out to be none. */
  | 'CANCELED'
  /** Nothing more is to be done in the response. */
  | 'CLOSED'
  /** The cause is known. */
  | 'IDENTIFIED'
  /** The cause is not known yet. */
  | 'INVESTIGATING'
  /** The impact has ended for most users. */
  | 'MITIGATED'
  /** The fault is gone. */
  | 'RESOLVED';

/** Changes to an incident. What is left out stays; a list that is given replaces the whole list. Milestones may come in any order, except that the impact cannot be over and the fault cannot be gone before the impact began, and nobody can take it on before it was noticed. */
export type IncidentUpdateInput = {
  /** Taken on; null: not known. */
  acknowledgedAt?: string | null | undefined;
  /** Noticed; null: not known. */
  detectedAt?: string | null | undefined;
  /** The version the change was made from. If the incident is at another by now, the answer is a CONFLICT with the incident as it is. Left out: overwrites whatever is there. */
  expectedVersion?: number | null | undefined;
  /** Cause known; null: not known. */
  identifiedAt?: string | null | undefined;
  /** A new one: INCIDENT. */
  kind?: IncidentKind | null | undefined;
  /** Impact over for most users; null: not known. */
  mitigatedAt?: string | null | undefined;
  /** Where it is known elsewhere, in order; at most 200. */
  references?: Array<IncidentReferenceInput> | null | undefined;
  /** Fault gone; null: not known. */
  resolvedAt?: string | null | undefined;
  /** Who took part, in order; each once per role, at most 200. */
  responders?: Array<ResponderInput> | null | undefined;
  /** The services it struck, in order; each once, at most 200. */
  services?: Array<AffectedServiceInput> | null | undefined;
  /** Null: not known. */
  severity?: Severity | null | undefined;
  /** Onset of impact; null: not known. */
  startedAt?: string | null | undefined;
  /** A new one: INVESTIGATING. */
  status?: IncidentStatus | null | undefined;
  /** At most 1,000,000 characters. */
  summary?: string | null | undefined;
  /** At most 500 characters. */
  title?: string | null | undefined;
  /** Data checked; null: not known. */
  verifiedAt?: string | null | undefined;
};

/** What happened to an initiative. */
export type InitiativeAct =
  /** It was done. */
  | 'COMPLETE'
  /** It was proposed. */
  | 'CREATE'
  /** It was decided not to go on with it. */
  | 'DROP'
  /** What it is called, or who is to reach it by when, was changed. */
  | 'EDIT'
  /** It came, or was changed, with a file. */
  | 'IMPORT'
  /** It was taken up after it had been done or dropped. */
  | 'REOPEN'
  /** It was begun. */
  | 'START';

/** Action items for an initiative. */
export type InitiativeAddActionsInput = {
  /** The action items, 1 to 100; those that it gathers already stay. */
  actionItemIds: Array<string | number>;
  /** Takes those of other initiatives out of there; otherwise the answer is ALREADY_EXISTS. */
  move?: boolean;
};

/** A new initiative. Everybody in the organization can read what it says. */
export type InitiativeCreateInput = {
  /** What will be better once it is done; at most 20,000 characters. */
  goal?: string | null | undefined;
  /** The person who sees to it. */
  ownerId?: string | number | null | undefined;
  /** When it is to be reached. */
  targetOn?: string | null | undefined;
  /** The team that answers for it. */
  teamId?: string | number | null | undefined;
  /** What it is called; at most 500 characters. */
  title: string;
};

/** Why an initiative is dropped. */
export type InitiativeDropInput = {
  /** Why; at most 20,000 characters. */
  reason: string;
};

/** What a list of initiatives keeps; all that is given must hold. */
export type InitiativeFilter = {
  /** Proposed or active after its target day, in UTC; false keeps all others. Left out: both. */
  late?: boolean | null | undefined;
  /** Owned by this person. */
  ownerId?: string | number | null | undefined;
  /** Part of the title or of the key. */
  query?: string | null | undefined;
  /** In one of these states; an empty list keeps all. */
  status?: Array<InitiativeStatus> | null | undefined;
  /** Of one of these teams, by key. */
  team?: Array<string> | null | undefined;
};

/** What can be done with an initiative. */
export type InitiativeMove =
  /** Say that it has been reached. */
  | 'COMPLETE'
  /** Remove it for good. */
  | 'DELETE'
  /** Say that it will not be gone on with. */
  | 'DROP'
  /** Change what it says, and what it gathers. */
  | 'EDIT'
  /** Take up what was done or dropped. */
  | 'REOPEN'
  /** Begin it. */
  | 'START';

/** Why an initiative is taken up again. */
export type InitiativeReopenInput = {
  /** Why; at most 20,000 characters. */
  reason: string;
};

/** What beginning an initiative takes. */
export type InitiativeStartInput = {
  /** Who sees to it. May be left out where it has an owner already. */
  ownerId?: string | number | null | undefined;
};

/** The life of an initiative. */
export type InitiativeStatus =
  /** Its owner sees to it. */
  | 'ACTIVE'
  /** What it was for has been reached. */
  | 'DONE'
  /** Will not be gone on with, with a reason. */
  | 'DROPPED'
  /** An idea; nobody has begun. */
  | 'PROPOSED';

/** Changes to an initiative. What is left out stays; null takes a value away. */
export type InitiativeUpdateInput = {
  /** The version the change was made from; at another by now, the answer is a CONFLICT. Left out: overwrites whatever is there. */
  expectedVersion?: number | null | undefined;
  /** What will be better once it is done; at most 20,000 characters. */
  goal?: string | null | undefined;
  /** The person who sees to it. */
  ownerId?: string | number | null | undefined;
  /** When it is to be reached. */
  targetOn?: string | null | undefined;
  /** The team that answers for it. */
  teamId?: string | number | null | undefined;
  /** At most 500 characters. */
  title?: string | null | undefined;
};

/** What of a text stays inside, by what it is. */
export type InternalMatterKind =
  /** A network address. */
  | 'ADDRESS'
  /** An e-mail address. */
  | 'EMAIL'
  /** A host of a private zone. */
  | 'HOST'
  /** A link that leads to something of the organization. */
  | 'LINK'
  /** The name of somebody. */
  | 'NAME'
  /** What may be a part of the name of somebody. */
  | 'NAME_PART'
  /** What looks like a phone number. */
  | 'PHONE'
  /** The key of a case or of an issue in a tracker. */
  | 'TICKET'
  /** A word or a phrase of the list that administrators keep. */
  | 'WORD';

/** A word or a phrase that stays inside. */
export type InternalWordInput = {
  /** What stands in its place; no word of the list. */
  instead: string;
  /** At least two letters or digits. */
  word: string;
};

/** The list as it is to be. */
export type InternalWordsUpdateInput = {
  /** The version that was seen; left out, whatever is there is overwritten. */
  expectedVersion?: number | null | undefined;
  /** At most 2,000. */
  words: Array<InternalWordInput>;
};

/** Who is to be let in. */
export type InvitationCreateInput = {
  /** Somebody with an e-mail address. */
  personId: string | number;
};

/** The language that a case is written in. */
export type Language =
  /** English (en). */
  | 'EN'
  /** Chinese in simplified script (zh-Hans). */
  | 'ZH_HANS'
  /** Chinese in traditional script (zh-Hant). */
  | 'ZH_HANT';

/** What is wrong with a way to put it. */
export type LanguageFault =
  /** It judges people. */
  | 'BLAME'
  /** It judges by what is known only now. */
  | 'HINDSIGHT'
  /** It names a person as the cause. */
  | 'NAMED_PERSON'
  /** It hides what happened. */
  | 'VAGUE_AGENCY';

/** When those who lead hear of the whole organization. */
export type LeadersDigestInput = {
  /** The full hour, 0 to 23, by the clock of the calendar. One that a change of clocks leaves out is the next; of one that comes twice the first counts. */
  hour: number;
  /** False: it is not sent. */
  isOn: boolean;
  /** To whom it is sent; at most 200. Null: to all administrators. */
  personIds?: Array<string | number> | null | undefined;
  /** The day on which it is sent. */
  weekday: Weekday;
};

/** Files to import: cases in any shape, the catalogue, and what was learnt across cases. */
export type LibraryImportInput = {
  /** Says what would happen, and writes nothing. */
  dryRun?: boolean;
  /** The files; the catalogue first, and what was learnt across cases with the last of them. */
  files: Array<ImportFileInput>;
  /** For an import that is larger than one request may be: where links to cases of its other requests lead. */
  keys?: Array<ImportKeyInput>;
};

/** What a text can point to. */
export type LinkTargetKind =
  /** An action item. */
  | 'ACTION_ITEM'
  /** An incident. */
  | 'INCIDENT'
  /** Somebody who is here. */
  | 'PERSON'
  /** A case. */
  | 'POSTMORTEM';

/** Changes to the mail that the caller gets. What is left out stays. */
export type MailPreferencesUpdateInput = {
  /** See `MailPreferences`. */
  comments?: boolean | null | undefined;
  /** See `MailPreferences`. */
  digest?: boolean | null | undefined;
  /** The version the change was made from; left out, it overwrites what is there. */
  expectedVersion?: number | null | undefined;
  /** See `MailPreferences`. */
  meetings?: boolean | null | undefined;
  /** HH:MM. */
  quietFrom?: string | null | undefined;
  /** HH:MM. */
  quietUntil?: string | null | undefined;
  /** See `MailPreferences`. */
  reminders?: boolean | null | undefined;
};

/** A span between two milestones. */
export type MeasurementName =
  /** Time to acknowledge: detected to acknowledged. */
  | 'TTA'
  /** Time to detect: started to detected. */
  | 'TTD'
  /** Time to identify: detected to identified. */
  | 'TTI'
  /** Time to mitigate: detected to mitigated. */
  | 'TTM'
  /** Time to resolve: started to resolved. */
  | 'TTR'
  /** Time to verify: resolved to verified. */
  | 'TTV';

/** An instant in the life of an incident. */
export type Milestone =
  /** Somebody took it on. */
  | 'ACKNOWLEDGED_AT'
  /** Somebody or something noticed. */
  | 'DETECTED_AT'
  /** The cause was known. */
  | 'IDENTIFIED_AT'
  /** The impact ended for most users. */
  | 'MITIGATED_AT'
  /** The fault was gone. */
  | 'RESOLVED_AT'
  /** Onset of the impact. */
  | 'STARTED_AT'
  /** The data was checked. */
  | 'VERIFIED_AT';

/** Something that almost went wrong. */
export type NearMissReportInput = {
  /** The services it would have struck, in order; each once, at most 200. */
  services?: Array<AffectedServiceInput> | null | undefined;
  /** How bad it could have been. */
  severity?: Severity | null | undefined;
  /** When; null: not known. */
  startedAt?: string | null | undefined;
  /** What happened, and what kept it from becoming an incident. */
  summary: string;
  /** At most 500 characters. */
  title: string;
  /** Nothing tells afterwards who reported it. */
  withoutName?: boolean;
};

/** Which end comes first. */
export type OrderDirection =
  /** Smallest, oldest or first letter first. */
  | 'ASC'
  /** Largest, newest or last letter first. */
  | 'DESC';

/** Changes to what is known of the organization. What is left out stays. */
export type OrganizationUpdateInput = {
  /** The working days of teams that have chosen none. Null: Monday to Friday, in UTC. */
  calendarId?: string | number | null | undefined;
  /** When the digests of teams are sent that say nothing else. Null: Monday at nine. */
  digestSchedule?: WeeklyScheduleInput | null | undefined;
  /** The version the change was made from; at another by now, the answer is a CONFLICT. Left out: overwrites whatever is there. */
  expectedVersion?: number | null | undefined;
  /** When and to whom the digest of the organization is sent. Null: Monday at nine, to all administrators. */
  leadersDigest?: LeadersDigestInput | null | undefined;
  /** At most 200 characters. Null takes it away. */
  name?: string | null | undefined;
};

/** A new template. */
export type OwnTemplateCreateInput = {
  /** The language it is written in. */
  language: Language;
  /** Markdown with front matter, as a file of `templates/postmortem` has it; at most 100000 characters. */
  text: string;
};

/** The text of a template. */
export type OwnTemplateUpdateInput = {
  /** The version the change was made from; at another by now, the answer is a CONFLICT. Left out: overwrites whatever is there. */
  expectedVersion?: number | null | undefined;
  /** Markdown with front matter, as a file of `templates/postmortem` has it; at most 100000 characters. */
  text: string;
};

/** A new password for whoever asks. */
export type PasswordChangeInput = {
  /** The present one. */
  currentPassword: string;
  /** 12 to 256 characters, and none of those that everybody uses. */
  newPassword: string;
};

/** Somebody new. */
export type PersonCreateInput = {
  /** Nobody else may have it; only administrators add people with one. Left out: known by name only. */
  email?: string | null | undefined;
  /** Left out: not said. */
  locale?: Language | null | undefined;
  /** At most 200 characters. */
  name: string;
  /** Default: MEMBER; only administrators give another one. */
  role?: Role | null | undefined;
};

/** What a list of people keeps; all that is given must hold. */
export type PersonFilter = {
  /** True: those who left. False: those who are here. Left out: both. */
  archived?: boolean | null | undefined;
  /** Part of the name or the e-mail address. */
  query?: string | null | undefined;
  /** Members of this team. */
  teamId?: string | number | null | undefined;
};

/** Changes to a person. What is left out stays. Everybody may change their own name, language and time zone. */
export type PersonUpdateInput = {
  /** Null takes it away. For administrators. */
  email?: string | null | undefined;
  /** The version the change was made from; at another by now, the answer is a CONFLICT. Left out: overwrites whatever is there. */
  expectedVersion?: number | null | undefined;
  /** Null takes it away. */
  locale?: Language | null | undefined;
  /** At most 200 characters. */
  name?: string | null | undefined;
  /** For administrators; one who can sign in must remain. */
  role?: Role | null | undefined;
  /** An IANA time zone, such as Asia/Taipei. Null takes it away. */
  zone?: string | null | undefined;
};

/** What can be done with a case. */
export type PostmortemAct =
  /** Say that it is right. */
  | 'APPROVE'
  /** Set it aside. */
  | 'ARCHIVE'
  /** Remove it for good. */
  | 'DELETE'
  /** Change it or what belongs to it. */
  | 'EDIT'
  /** Take it into the library. */
  | 'PUBLISH'
  /** Make it a draft again. */
  | 'REOPEN'
  /** Change who may see it. */
  | 'SHARE'
  /** Hand it in for review. */
  | 'SUBMIT';

/** A new case. */
export type PostmortemCreateInput = {
  /** Default: whoever creates it. */
  authorIds?: Array<string | number> | null | undefined;
  /** Who leads its review. */
  facilitatorId?: string | number | null | undefined;
  /** The incidents it is about, in order. */
  incidentIds?: Array<string | number> | null | undefined;
  /** The language it is written in. */
  language: Language;
  /** Whom it is open to while it is RESTRICTED, besides those who write and review it; at most 200. */
  readers?: Array<ReaderInput> | null | undefined;
  /** Who is asked to review it. */
  reviewerIds?: Array<string | number> | null | undefined;
  /** The prose, in order. Default: that of the template, if one is named. */
  sections?: Array<SectionInput> | null | undefined;
  /** At most 1,000,000 characters. */
  summary?: string | null | undefined;
  /** At most 200. */
  tags?: Array<string> | null | undefined;
  /** The template it begins from: one of `postmortemTemplates`, whose sections it then begins with, or any name where `sections` are given. */
  template?: string | null | undefined;
  /** At most 500 characters. */
  title: string;
  /** Default: ORGANIZATION. */
  visibility?: Visibility | null | undefined;
};

/** Which revision of a case is brought back, and why. */
export type PostmortemRevisionRestoreInput = {
  /** The newest revision that the caller has seen. If there is a newer one by now, the answer is a CONFLICT with the case as it is. Left out: restores in any case. */
  expectedRevision?: number | null | undefined;
  /** Why, for the history, which names the revision itself; 1 to 20000 characters. */
  reason: string;
  /** Its number. */
  revision: number;
};

/** Where a case stands between the first draft and the library. */
export type PostmortemStatus =
  /** The reviewers agree with it. */
  | 'APPROVED'
  /** Out of date, kept for reference. */
  | 'ARCHIVED'
  /** Being written. */
  | 'DRAFT'
  /** Handed in; reviewers read it. */
  | 'IN_REVIEW'
  /** Part of the library. */
  | 'PUBLISHED';

/** Changes to a case. What is left out stays; a list that is given replaces the whole list. Who may see it (visibility, readers, authors, reviewers, facilitator) is changed by its authors, its facilitator or an administrator who may see it, and nobody can lock themselves out. */
export type PostmortemUpdateInput = {
  /** Its authors, in order. */
  authorIds?: Array<string | number> | null | undefined;
  /** The version the change was made from. If the case is at another by now, the answer is a CONFLICT with the case as it is. Left out: overwrites whatever is there. */
  expectedVersion?: number | null | undefined;
  /** Null takes it away. */
  facilitatorId?: string | number | null | undefined;
  /** The incidents it is about, in order. */
  incidentIds?: Array<string | number> | null | undefined;
  /** The language it is written in. */
  language?: Language | null | undefined;
  /** Whom it is open to while it is RESTRICTED; at most 200. */
  readers?: Array<ReaderInput> | null | undefined;
  /** Why, for the history. */
  reason?: string | null | undefined;
  /** Its reviewers, in order. */
  reviewerIds?: Array<string | number> | null | undefined;
  /** The prose, in order. */
  sections?: Array<SectionInput> | null | undefined;
  /** At most 1,000,000 characters. */
  summary?: string | null | undefined;
  /** At most 200. */
  tags?: Array<string> | null | undefined;
  /** Null takes it away. */
  template?: string | null | undefined;
  /** At most 500 characters. */
  title?: string | null | undefined;
  /** Who may see it. */
  visibility?: Visibility | null | undefined;
};

/** The sixteen practices, by stage and place: 1 prevention, 2 detection, 3 response, 4 recovery, 5 improvement. */
export type Practice =
  /** Maintenance and upgrades 定期維護與升級. */
  | 'P1_1'
  /** Backup and redundancy 備份與冗余. */
  | 'P1_2'
  /** Monitoring and alerting 監控與預警. */
  | 'P1_3'
  /** Log analysis 日誌分析. */
  | 'P2_1'
  /** Performance testing 性能測試. */
  | 'P2_2'
  /** External experts 外部協作. */
  | 'P2_3'
  /** Transparent communication 透明溝通. */
  | 'P3_1'
  /** Temporary workarounds 臨時解決方案. */
  | 'P3_2'
  /** Critical functions first 優先保障關鍵功能. */
  | 'P3_3'
  /** Staged recovery 逐步恢復. */
  | 'P4_1'
  /** Data-consistency checks 數據一致性校驗. */
  | 'P4_2'
  /** User feedback 用戶反饋收集. */
  | 'P4_3'
  /** Review and case library 復盤總結. */
  | 'P5_1'
  /** Technical upgrades 技術升級與架構優化. */
  | 'P5_2'
  /** Drills 應急預案演練. */
  | 'P5_3'
  /** Culture 文化建設. */
  | 'P5_4';

/** What a case says of a practice; replaces what it said before. */
export type PracticeAssessInput = {
  /** How that showed; 20,000 characters. */
  note?: string | null | undefined;
  /** Which practice. */
  practice: Practice;
  /** Whether it held. */
  verdict: PracticeVerdict;
};

/** Whether a practice held in a case. */
export type PracticeVerdict =
  /** It was not in place. */
  | 'ABSENT'
  /** It was in place and did not help. */
  | 'FAILED'
  /** It was in place and helped. */
  | 'HELD'
  /** It had no part in this. */
  | 'NOT_APPLICABLE';

/** Whether an action would have prevented a case. */
export type PreventionAnswer =
  /** It would have happened all the same. */
  | 'NO'
  /** It would have been milder, shorter or rarer. */
  | 'PARTLY'
  /** It would not have happened. */
  | 'YES';

/** What became of the proposal that an action item is done. */
export type ProposalAnswer =
  /** It was done. */
  | 'ACCEPTED'
  /** It was not done yet; the note says why. */
  | 'DECLINED'
  /** The issue was opened again, or is gone. */
  | 'WITHDRAWN';

/** What can be done with the public edition of a case. */
export type PublicEditionAct =
  /** Say that it may go out. */
  | 'APPROVE'
  /** Edit its text by hand. */
  | 'EDIT'
  /** Make it from the case, or make it anew. */
  | 'MAKE'
  /** Let everybody who has the link read it. */
  | 'PUBLISH'
  /** Take it from the public. */
  | 'WITHDRAW';

/** What of a case goes into its public edition. */
export type PublicEditionMakeInput = {
  /** The version that was seen; left out, whatever is there is overwritten. */
  expectedVersion?: number | null | undefined;
  /** Entries of the timeline that stay inside. */
  omittedEventIds?: Array<string | number> | null | undefined;
  /** Sections that stay inside, by their headings. */
  omittedSections?: Array<string> | null | undefined;
  /** Actions with who does them, as a role, and until when. Default: false. */
  withActionDetails?: boolean | null | undefined;
  /** With the findings. Default: false. */
  withFindings?: boolean | null | undefined;
  /** With which practices held. Default: false. */
  withPractices?: boolean | null | undefined;
};

/** What was read. */
export type PublicEditionMoveInput = {
  /** The version that was read. */
  expectedVersion: number;
};

/** How far the text of a public edition is; a version may be out meanwhile. */
export type PublicEditionStatus =
  /** Somebody else than who edited it last says that it may go out. */
  | 'APPROVED'
  /** Made or edited, and not approved as it stands. */
  | 'DRAFT'
  /** Everybody who has the link may read it as it stands. */
  | 'PUBLISHED'
  /** It was out, and is no more. */
  | 'WITHDRAWN';

/** What to change; what is left out stays. */
export type PublicEditionUpdateInput = {
  /** The version that was seen; left out, whatever is there is overwritten. */
  expectedVersion?: number | null | undefined;
  /** Search engines may list its page. */
  isListed?: boolean | null | undefined;
  /** All below the title. */
  text?: string | null | undefined;
  /** One line. */
  title?: string | null | undefined;
};

/** How a stretch of a query was understood. */
export type QueryTokenKind =
  /** field:value. */
  | 'FILTER'
  /** Words to look for in this order. */
  | 'PHRASE'
  /** A word to look for. */
  | 'WORD';

/** A person or a team, one of the two. */
export type ReaderInput = {
  /** Null or left out for a team. */
  personId?: string | number | null | undefined;
  /** Null or left out for a person. */
  teamId?: string | number | null | undefined;
};

/** Why a case is worth reading. */
export type ReadingReason =
  /** Published within half a year. */
  | 'AGAIN'
  /** The gravest published within the week. */
  | 'NEW'
  /** Published within the week, about a service of an own team. */
  | 'NEW_OF_OWN'
  /** About a service of an own team, and published within half a year. */
  | 'OF_OWN';

/** A new recurring task. */
export type RecurringTaskCreateInput = {
  /** When it is due. */
  cadence: TaskCadenceInput;
  /** How; at most 20,000 characters. */
  detail?: string | null | undefined;
  /** The person who sees to it. */
  ownerId?: string | number | null | undefined;
  /** The practice that it serves. */
  practice?: Practice | null | undefined;
  /** The service that it is about. */
  serviceId?: string | number | null | undefined;
  /** The team that answers for it. */
  teamId?: string | number | null | undefined;
  /** What is to be done; at most 500 characters. */
  title: string;
};

/** What a list of recurring tasks keeps; all that is given must hold. */
export type RecurringTaskFilter = {
  /** True: those set aside. False: the others. Left out: both. */
  archived?: boolean | null | undefined;
  /** This person sees to it. */
  ownerId?: string | number | null | undefined;
  /** It serves one of these practices; an empty list keeps all. */
  practice?: Array<Practice> | null | undefined;
  /** Part of the title or of the key. */
  query?: string | null | undefined;
  /** It is about this service. */
  serviceId?: string | number | null | undefined;
  /** It stands like one of these; an empty list keeps all. */
  state?: Array<TaskState> | null | undefined;
  /** This team answers for it. */
  teamId?: string | number | null | undefined;
};

/** What came of an occurrence. */
export type RecurringTaskRunInput = {
  /** When. Left out: now. */
  doneAt?: string | null | undefined;
  /** Who did it. Left out: whoever asks. */
  doneById?: string | number | null | undefined;
  /** The day of the occurrence: one that has fallen due, or the next one. */
  dueOn: string;
  /** What shows it; at most 20,000 characters. */
  evidence?: string | null | undefined;
  /** How many times it was recorded as the caller has seen it; if it is another number by now, the answer is a CONFLICT. Left out: this one counts in any case. What was recorded before is kept. */
  expectedVersion?: number | null | undefined;
  /** At most 20,000 characters; must be there where it failed or was left out. */
  note?: string | null | undefined;
  /** How it went. */
  result: TaskResult;
};

/** Changes to a recurring task. What is left out stays; null takes a value away. */
export type RecurringTaskUpdateInput = {
  /** When it is due from today on; what was due before stays as it was. */
  cadence?: TaskCadenceInput | null | undefined;
  /** How; at most 20,000 characters. */
  detail?: string | null | undefined;
  /** The version the change was made from; at another by now, the answer is a CONFLICT. Left out: overwrites whatever is there. */
  expectedVersion?: number | null | undefined;
  /** The person who sees to it. */
  ownerId?: string | number | null | undefined;
  /** The practice that it serves. */
  practice?: Practice | null | undefined;
  /** The service that it is about. */
  serviceId?: string | number | null | undefined;
  /** The team that answers for it. */
  teamId?: string | number | null | undefined;
  /** At most 500 characters. */
  title?: string | null | undefined;
};

/** When people are reminded by mail. */
export type ReminderRulesInput = {
  /** Working days before a due day, or before the end of a pause, 1 to 30. */
  before: number;
  /** Working days, 1 to 60, without an answer after which the leads of the team hear of it. */
  escalateAfter: number;
  /** Days, 1 to 30, from one reminder to the next while nobody answers. */
  every: number;
  /** Working days, 1 to 60, after which leads hear of what is done and not verified, or proposed and not decided. */
  verifyAfter: number;
};

/** Somebody who took part in the response. */
export type ResponderInput = {
  /** Who. */
  personId: string | number;
  /** What they did in it. */
  role: ResponderRole;
};

/** What somebody did in the response. */
export type ResponderRole =
  /** Kept users and colleagues informed. */
  | 'COMMUNICATIONS'
  /** Led the response. */
  | 'INCIDENT_COMMANDER'
  /** Changed the systems. */
  | 'OPERATIONS'
  /** Helped in another way. */
  | 'OTHER'
  /** Wrote down what happened. */
  | 'SCRIBE'
  /** Knew the part that had failed. */
  | 'SUBJECT_EXPERT';

/** Changes to a case on the agenda. What is left out stays; null takes a value away. */
export type ReviewAgendaCaseUpdateInput = {
  /** The version the change was made from; left out, it overwrites what is there. */
  expectedVersion?: number | null | undefined;
  /** At most 20,000 characters; may be emptied. */
  notes?: string | null | undefined;
  /** What became of it. */
  outcome?: ReviewOutcome | null | undefined;
  /** Minutes that it is planned to take, 1 to 480. */
  plannedMinutes?: number | null | undefined;
};

/** When the meetings of a series are held. */
export type ReviewCadenceInput = {
  /** An RRULE of RFC 5545 that tells days and comes daily at most: FREQ=WEEKLY;INTERVAL=2;BYDAY=TU. */
  rule: string;
  /** The day that the rule counts from. */
  startsOn: string;
  /** Hours and minutes: 14:00. */
  time: string;
  /** IANA time zone such as Asia/Taipei, or an offset such as +08:00. */
  zone: string;
};

/** A decision about a case on the agenda. */
export type ReviewDecisionCreateInput = {
  /** Place among the decisions about the case, from 0. Left out: the end. */
  place?: number | null | undefined;
  /** The case. */
  postmortemId: string | number;
  /** The meeting, which has begun. */
  reviewMeetingId: string | number;
  /** What was decided; at most 20,000 characters. */
  text: string;
};

/** The action item that a decision becomes. */
export type ReviewDecisionToActionInput = {
  /** Promise it at once; it then needs an owner, a team and a due date. */
  commit?: boolean;
  /** At most 20,000 characters. */
  detail?: string | null | undefined;
  /** What will be true once it is done; at most 20,000 characters. */
  doneWhen?: string | null | undefined;
  /** When it is due. */
  dueOn?: string | null | undefined;
  /** The person who sees to it. */
  ownerId?: string | number | null | undefined;
  /** How soon. */
  priority?: ActionPriority | null | undefined;
  /** The team that answers for it. */
  teamId?: string | number | null | undefined;
  /** Verb first, outcome stated, end defined; at most 500 characters. */
  title: string;
  /** What it is for. */
  type?: ActionType | null | undefined;
};

/** Changes to a decision. What is left out stays. */
export type ReviewDecisionUpdateInput = {
  /** The version the change was made from; left out, it overwrites what is there. */
  expectedVersion?: number | null | undefined;
  /** Place among the decisions, from 0. */
  place?: number | null | undefined;
  /** At most 20,000 characters. */
  text?: string | null | undefined;
};

/** What can be done with a review meeting. */
export type ReviewMeetingAct =
  /** Call it off. */
  | 'CANCEL'
  /** Close it. */
  | 'END'
  /** Send its minutes again; never where mail is off. */
  | 'SEND_MINUTES'
  /** Write its closing words. */
  | 'SET_CLOSING'
  /** Begin it. */
  | 'START'
  /** Change its title, time, place and who is invited. */
  | 'UPDATE';

/** A case for the agenda. */
export type ReviewMeetingAddCaseInput = {
  /** Place on the agenda, from 0. Left out: the end. */
  place?: number | null | undefined;
  /** Minutes that it is planned to take, 1 to 480. */
  plannedMinutes?: number | null | undefined;
  /** The case. It waits for one meeting at a time. */
  postmortemId: string | number;
};

/** What somebody answers to an invitation. */
export type ReviewMeetingAnswer =
  /** They will come. */
  | 'ACCEPTED'
  /** They will not come. */
  | 'DECLINED'
  /** They may come. */
  | 'TENTATIVE';

/** Whether somebody was at a meeting. */
export type ReviewMeetingAttendanceSetInput = {
  /** Invited or not. */
  personId: string | number;
  /** Null: nobody knows. */
  presence?: ReviewPresence | null | undefined;
};

/** Why a review meeting is called off. */
export type ReviewMeetingCancelInput = {
  /** At most 20,000 characters. Everybody invited reads it. */
  reason: string;
};

/** The closing words of a meeting. */
export type ReviewMeetingClosingSetInput = {
  /** At most 20000 characters; null takes them away. Everybody in the organization reads them, so name no case here. */
  closing?: string | null | undefined;
  /** The version the change was made from; left out, it overwrites what is there. */
  expectedVersion?: number | null | undefined;
};

/** A new review meeting. */
export type ReviewMeetingCreateInput = {
  /** Minutes that it is planned to last, 5 to 480. */
  durationMinutes: number;
  /** Who leads it; invited like all others. */
  facilitatorId?: string | number | null | undefined;
  /** The people invited besides, at most 200. */
  personIds?: Array<string | number> | null | undefined;
  /** A room, or an address to call in; at most 500 characters. */
  place?: string | null | undefined;
  /** When it begins. */
  startsAt: string;
  /** The teams invited, at most 200: whoever belongs to them at the time. */
  teamIds?: Array<string | number> | null | undefined;
  /** At most 500 characters. Everybody in the organization sees it. */
  title: string;
  /** IANA time zone or offset in which its time is meant. */
  zone: string;
};

/** Answers to the three questions after a meeting. */
export type ReviewMeetingFeedbackInput = {
  /** What was decided will be carried out: 1 to 5. */
  decisionsCarriedOut: number;
  /** We learned something that we did not know: 1 to 5. */
  learnedSomething: number;
  /** The time was well spent: 1, not at all, to 5, very much. */
  timeWellSpent: number;
  /** A free word, at most 2000 characters. Those who were invited or there may read it, without a name. */
  word?: string | null | undefined;
};

/** What a list of review meetings keeps; all that is given must hold. */
export type ReviewMeetingFilter = {
  /** Part of the title or of the key. */
  query?: string | null | undefined;
  /** It is one of this series. */
  reviewSeriesId?: string | number | null | undefined;
  /** It begins then or later. */
  startsAfter?: string | null | undefined;
  /** It begins before. */
  startsBefore?: string | null | undefined;
  /** It stands like one of these; an empty list keeps all. */
  state?: Array<ReviewMeetingState> | null | undefined;
  /** This team is invited. */
  teamId?: string | number | null | undefined;
};

/** Where a case goes. */
export type ReviewMeetingMoveCaseInput = {
  /** Place on the agenda, from 0. Left out: the end. */
  place?: number | null | undefined;
};

/** How a review meeting stands. */
export type ReviewMeetingState =
  /** It was called off. */
  | 'CANCELED'
  /** It is over. */
  | 'ENDED'
  /** It is to come. */
  | 'PLANNED'
  /** It has begun. */
  | 'RUNNING';

/** Changes to a review meeting. What is left out stays; null takes a value away, a list replaces the other. */
export type ReviewMeetingUpdateInput = {
  /** Minutes, 5 to 480. */
  durationMinutes?: number | null | undefined;
  /** The version the change was made from; left out, it overwrites what is there. */
  expectedVersion?: number | null | undefined;
  /** Who leads it; invited like all others. */
  facilitatorId?: string | number | null | undefined;
  /** The people invited besides, at most 200. */
  personIds?: Array<string | number> | null | undefined;
  /** A room, or an address to call in; at most 500 characters. */
  place?: string | null | undefined;
  /** When it begins; another time makes the answers to the invitation void. */
  startsAt?: string | null | undefined;
  /** The teams invited, at most 200: whoever belongs to them at the time. */
  teamIds?: Array<string | number> | null | undefined;
  /** At most 500 characters. */
  title?: string | null | undefined;
  /** IANA time zone or offset. */
  zone?: string | null | undefined;
};

/** What became of a case on an agenda. */
export type ReviewOutcome =
  /** There was no time; it is back in the queue. */
  | 'CARRIED_OVER'
  /** The meeting has reviewed it. */
  | 'DISCUSSED';

/** Whether somebody was at a meeting. */
export type ReviewPresence =
  /** They were not. */
  | 'ABSENT'
  /** They were there. */
  | 'PRESENT';

/** A new slot that comes again and again. */
export type ReviewSeriesCreateInput = {
  /** When its meetings are held. */
  cadence: ReviewCadenceInput;
  /** Minutes that it is planned to last, 5 to 480. */
  durationMinutes: number;
  /** Who leads it; invited like all others. */
  facilitatorId?: string | number | null | undefined;
  /** The people invited besides, at most 200. */
  personIds?: Array<string | number> | null | undefined;
  /** A room, or an address to call in; at most 500 characters. */
  place?: string | null | undefined;
  /** The teams invited, at most 200: whoever belongs to them at the time. */
  teamIds?: Array<string | number> | null | undefined;
  /** At most 500 characters. Everybody in the organization sees it. */
  title: string;
};

/** Changes to a slot. What is left out stays; null takes a value away, a list replaces the other. */
export type ReviewSeriesUpdateInput = {
  /** When its meetings are held from now on; those to come are moved. */
  cadence?: ReviewCadenceInput | null | undefined;
  /** Minutes, 5 to 480. */
  durationMinutes?: number | null | undefined;
  /** The version the change was made from; left out, it overwrites what is there. */
  expectedVersion?: number | null | undefined;
  /** Who leads it; invited like all others. */
  facilitatorId?: string | number | null | undefined;
  /** The people invited besides, at most 200. */
  personIds?: Array<string | number> | null | undefined;
  /** A room, or an address to call in; at most 500 characters. */
  place?: string | null | undefined;
  /** The teams invited, at most 200: whoever belongs to them at the time. */
  teamIds?: Array<string | number> | null | undefined;
  /** At most 500 characters. */
  title?: string | null | undefined;
};

/** What somebody may do in the organization. */
export type Role =
  /** Also keeps people, teams and roles, and deletes; sees no more cases than others. */
  | 'ADMIN'
  /** Reads and writes. */
  | 'MEMBER'
  /** Reads, and reports near misses. */
  | 'VIEWER';

/** A search to come back to. */
export type SavedSearchCreateInput = {
  /** Begins with a question mark; at most 2,048 characters. */
  address: string;
  /** At most 200 characters; no two of the same person have the same. */
  name: string;
  /** Whether everybody sees it; not for viewers. */
  shared?: boolean;
};

/** Changes to a saved search. What is left out stays. */
export type SavedSearchUpdateInput = {
  /** Begins with a question mark. */
  address?: string | null | undefined;
  /** The version the change was made from; at another by now, the answer is a CONFLICT. Left out: overwrites whatever is there. */
  expectedVersion?: number | null | undefined;
  /** At most 200 characters. */
  name?: string | null | undefined;
  /** Whether everybody sees it. */
  shared?: boolean | null | undefined;
};

/** What a search keeps, besides what the query itself says. Values of one field are alternatives; all fields must hold. Names are compared without regard to case and Chinese script. */
export type SearchFilter = {
  /** Of one of its factors. */
  category?: Array<FactorCategory> | null | undefined;
  /** Whose case it is, of imported ones. */
  company?: Array<string> | null | undefined;
  /** The language it is written in. */
  language?: Array<Language> | null | undefined;
  /** Began at or after this; a case of unknown date is left out. */
  occurredAfter?: string | null | undefined;
  /** Began before this; a case of unknown date is left out. */
  occurredBefore?: string | null | undefined;
  /** The product it struck, likewise. */
  product?: Array<string> | null | undefined;
  /** Names of affected services. */
  service?: Array<string> | null | undefined;
  /** Of one of its incidents. */
  severity?: Array<Severity> | null | undefined;
  /** Where it stands. */
  status?: Array<PostmortemStatus> | null | undefined;
  /** Tags. */
  tag?: Array<string> | null | undefined;
  /** Keys of teams that own a service or an action. */
  team?: Array<string> | null | undefined;
};

/** A part of the prose. */
export type SectionInput = {
  /** At most 1,000,000 characters. */
  body: string;
  /** At most 200 characters; empty for text before the first heading. */
  heading: string;
};

/** A service that is new to the catalogue. */
export type ServiceCreateInput = {
  /** What the business does with it; at most 20,000 characters. */
  businessFunction?: string | null | undefined;
  /** The services it needs in order to work; never itself, at most 200. */
  dependsOnIds?: Array<string | number> | null | undefined;
  /** At most 200 characters; no other service may have it. */
  name: string;
  /** The team that owns it. Left out: nobody yet. */
  ownerTeamId?: string | number | null | undefined;
  /** How it survives the loss of a part; at most 20,000 characters. */
  redundancy?: string | null | undefined;
  /** Default: STANDARD. */
  tier?: ServiceTier | null | undefined;
};

/** What a list of services keeps; all that is given must hold. */
export type ServiceFilter = {
  /** True: those set aside. False: those that run. Left out: both. */
  archived?: boolean | null | undefined;
  /** Owned by this team. */
  ownerTeamId?: string | number | null | undefined;
  /** Part of the name or of the business function. */
  query?: string | null | undefined;
  /** Of one of these tiers; an empty list keeps all. */
  tier?: Array<ServiceTier> | null | undefined;
};

/** How much the business depends on a service. */
export type ServiceTier =
  /** Kept alive first: payment, sign-in, order lookup. */
  | 'CRITICAL'
  /** Missed within the hour. */
  | 'IMPORTANT'
  /** Can wait for office hours. */
  | 'STANDARD';

/** Changes to a service. What is left out stays; a list that is given replaces the whole list. */
export type ServiceUpdateInput = {
  /** Null takes it away. */
  businessFunction?: string | null | undefined;
  /** The services it needs in order to work; never itself, at most 200. */
  dependsOnIds?: Array<string | number> | null | undefined;
  /** The version the change was made from; at another by now, the answer is a CONFLICT. Left out: overwrites whatever is there. */
  expectedVersion?: number | null | undefined;
  /** At most 200 characters. */
  name?: string | null | undefined;
  /** Null: nobody owns it. */
  ownerTeamId?: string | number | null | undefined;
  /** Null takes it away. */
  redundancy?: string | null | undefined;
  /** How much depends on it. */
  tier?: ServiceTier | null | undefined;
};

/** What somebody types to sign in. */
export type SessionCreateInput = {
  /** E-mail address. */
  email: string;
  /** Password. */
  password: string;
};

/** How bad it was; SEV1 is the worst. */
export type Severity =
  /** Critical functions down for most users, or data lost. */
  | 'SEV1'
  /** A critical function down for some, or an important one for most. */
  | 'SEV2'
  /** A function degraded, with a way around it. */
  | 'SEV3'
  /** Hardly noticed by users. */
  | 'SEV4'
  /** Noticed by nobody but the team. */
  | 'SEV5';

/** How somebody signed in. */
export type SignInMethod =
  /** By a link that was made for them. */
  | 'LINK'
  /** Through the provider of the organization. */
  | 'OPENID_CONNECT'
  /** By their password. */
  | 'PASSWORD';

/** What a team says of a case. */
export type SignOffInput = {
  /** Who of the team spoke, as in a meeting; only the facilitator of the case and administrators write this down for others. Left out: the caller. */
  personId?: string | number | null | undefined;
  /** What it does not agree with, 1 to 20000 characters; needed unless it simply agrees. */
  reservations?: string | null | undefined;
  /** The team; one that the case concerns. */
  teamId: string | number;
  /** Whether it agrees. */
  verdict: SignOffVerdict;
};

/** What a team says of a case that concerns it. */
export type SignOffVerdict =
  /** It is right, and what is asked of the team will be done. */
  | 'AGREED'
  /** The same, but for what is said with it. */
  | 'AGREED_WITH_RESERVATIONS'
  /** Not so; what is said with it has to be settled first. */
  | 'REFUSED';

/** Days on which the week does not go its usual way. */
export type SpecialDaysInput = {
  /** The first of them. */
  from: string;
  /** True: worked. False: holidays. */
  isWorked?: boolean;
  /** At most 200 characters. */
  name: string;
  /** The last of them, at most a year later. Left out: it is a single day. */
  to?: string | null | undefined;
};

/** How much time there is for something. */
export type TargetInput = {
  /** Working days, 1 to 365. */
  days: number;
  /** Of the gravest incident of the case. Left out: of any other. */
  severity?: Severity | null | undefined;
  /** For what. */
  subject: TargetSubject;
};

/** What can have a target. */
export type TargetSubject =
  /** Actions of priority P0, from their proposal until they are done. */
  | 'P0'
  /** Actions of priority P1. */
  | 'P1'
  /** Actions of priority P2. */
  | 'P2'
  /** Actions of priority P3. */
  | 'P3'
  /** A case, from when it is submitted until it is approved. */
  | 'REVIEWING'
  /** A case, from when its incident is resolved until it is submitted for review. */
  | 'WRITING';

/** When a recurring task is due. */
export type TaskCadenceInput = {
  /** Whole days after the due day until it counts as missed, 0 to 60. */
  graceDays?: number;
  /** An RRULE of RFC 5545 that tells days and comes daily at most: FREQ=WEEKLY;BYDAY=MO,TH. COUNT and UNTIL may end it. */
  rule: string;
  /** The day that the rule counts from. Nothing is due before the task was begun. */
  startsOn: string;
  /** Hours and minutes: 09:30. */
  time?: string;
  /** IANA time zone such as Asia/Taipei, or an offset such as +08:00. */
  zone: string;
};

/** How an occurrence of a recurring task stands. */
export type TaskOccurrenceState =
  /** Done, and it went well. */
  | 'DONE'
  /** Due, and within its grace. */
  | 'DUE'
  /** Done, and it failed. */
  | 'FAILED'
  /** Nobody has recorded a run, and its grace is over. */
  | 'MISSED'
  /** Left out, with a reason. */
  | 'SKIPPED'
  /** Not due yet. */
  | 'UPCOMING';

/** How a run of a recurring task went. */
export type TaskResult =
  /** It was done, and did not do what it should. */
  | 'FAILED'
  /** It was done, and all was well. */
  | 'PASSED'
  /** It was left out this time, with a reason. */
  | 'SKIPPED';

/** How a recurring task stands. */
export type TaskState =
  /** It has fallen due, and nobody has recorded a run. */
  | 'DUE'
  /** Its last run failed. */
  | 'FAILED'
  /** The grace of an occurrence after the last run is over. */
  | 'MISSED'
  /** Nothing is to be done until it falls due. */
  | 'OK';

/** A new team. */
export type TeamCreateInput = {
  /** Lower-case letters, digits and hyphens; no other team may have it. */
  key: string;
  /** At most 200 characters. */
  name: string;
};

/** What a list of teams keeps; all that is given must hold. */
export type TeamFilter = {
  /** True: those set aside. False: the others. Left out: both. */
  archived?: boolean | null | undefined;
  /** Part of the name or the key. */
  query?: string | null | undefined;
};

/** Somebody and their part in a team. */
export type TeamMemberInput = {
  /** Who. */
  personId: string | number;
  /** Their part in it. */
  role: TeamRole;
};

/** The part somebody has in a team. */
export type TeamRole =
  /** Answers for the team. */
  | 'LEAD'
  /** Belongs to the team. */
  | 'MEMBER';

/** Changes to a team. What is left out stays. */
export type TeamUpdateInput = {
  /** Which days it works. Null: those of the organization. */
  calendarId?: string | number | null | undefined;
  /** When its digest is sent. Null: when the organization says. */
  digestSchedule?: WeeklyScheduleInput | null | undefined;
  /** The version the change was made from; at another by now, the answer is a CONFLICT. Left out: overwrites whatever is there. */
  expectedVersion?: number | null | undefined;
  /** Files and queries know it by this. */
  key?: string | null | undefined;
  /** At most 200 characters. */
  name?: string | null | undefined;
};

/** What a rule for templates can ask for. */
export type TemplateCondition =
  /** The kind of the incident. */
  | 'KIND'
  /** A service that was struck. */
  | 'SERVICE'
  /** Its severity. */
  | 'SEVERITY'
  /** The tier of a service that was struck. */
  | 'TIER';

/** Where a template comes from. */
export type TemplateOrigin =
  /** A file beside the program. */
  | 'FILE'
  /** The organization has written it. */
  | 'OWN';

/** The rules by which a template is suggested. */
export type TemplateRulesUpdateInput = {
  /** The version the change was made from; at another by now, the answer is a CONFLICT. Left out: overwrites whatever is there. */
  expectedVersion?: number | null | undefined;
  /** YAML, as in `rules.yaml`, at most 100000 characters; null: those of the file. */
  text?: string | null | undefined;
};

/** Where a text of a case is. */
export type TextPlace =
  /** The title or the details of an action. */
  | 'ACTION_ITEM'
  /** A contributing factor. */
  | 'FACTOR'
  /** What went well, wrong or luckily, or surprised. */
  | 'FINDING'
  /** The text of a section. */
  | 'SECTION'
  /** Its summary. */
  | 'SUMMARY'
  /** An entry of its timeline. */
  | 'TIMELINE_EVENT';

/** What a thread on a case is. */
export type ThreadKind =
  /** Something that was said. */
  | 'COMMENT'
  /** The account that one person gives of a moment; several stand side by side. */
  | 'PERSPECTIVE'
  /** Something that is to be answered. */
  | 'QUESTION';

/** What of a case a thread is about. */
export type ThreadPart =
  /** An action item. */
  | 'ACTION_ITEM'
  /** The case as a whole. */
  | 'CASE'
  /** A factor. */
  | 'FACTOR'
  /** A finding. */
  | 'FINDING'
  /** A section. */
  | 'SECTION'
  /** Its summary. */
  | 'SUMMARY'
  /** An entry of the timeline. */
  | 'TIMELINE_EVENT';

/** How far a thread is. */
export type ThreadState =
  /** A question that the review meeting is to talk about. */
  | 'CARRIED'
  /** Nobody has settled it. */
  | 'OPEN'
  /** Settled. */
  | 'RESOLVED';

/** A new event on the timeline. */
export type TimelineEventCreateInput = {
  /** When it happened. */
  at: string;
  /** What proves it. */
  evidence?: string | null | undefined;
  /** What kind of moment it was. */
  marker?: TimelineMarker;
  /** The line it was read from. */
  original?: string | null | undefined;
  /** Place among the events of the same instant, from 0. Default: the end. */
  place?: number | null | undefined;
  /** Where it is known from. */
  source?: TimelineSourceInput | null | undefined;
  /** At most 20,000 characters. */
  text: string;
  /** The zone to show the time in: an IANA zone or an offset such as +08:00. */
  zone?: string;
};

/** Changes to an event. What is left out stays. */
export type TimelineEventUpdateInput = {
  /** When it happened. */
  at?: string | null | undefined;
  /** Null takes it away. */
  evidence?: string | null | undefined;
  /** The version the change was made from; left out, it overwrites what is there. */
  expectedVersion?: number | null | undefined;
  /** What kind of moment it was. */
  marker?: TimelineMarker | null | undefined;
  /** Place among the events of the same instant, from 0. */
  place?: number | null | undefined;
  /** Null takes it away. */
  source?: TimelineSourceInput | null | undefined;
  /** At most 20,000 characters. */
  text?: string | null | undefined;
  /** An IANA zone or an offset. */
  zone?: string | null | undefined;
};

/** Several new events. */
export type TimelineEventsCreateInput = {
  /** At most 500. Those of the same instant keep the order that they have here, after what is there; `place` is not looked at. */
  events: Array<TimelineEventCreateInput>;
  /** Leaves out what the timeline has already: the same words at the same instant, or the same line. */
  leaveOutKnown?: boolean;
};

/** What kind of moment an event on the timeline was. */
export type TimelineMarker =
  /** Somebody was told. */
  | 'COMMUNICATION'
  /** Somebody or something noticed. */
  | 'DETECTION'
  /** Something was learnt about the cause. */
  | 'DIAGNOSIS'
  /** The course of the incident turned here. */
  | 'KEY_MOMENT'
  /** None of these. */
  | 'OTHER'
  /** Something worked again. */
  | 'RECOVERY'
  /** Something was changed to help. */
  | 'REPAIR';

/** Where an event is known from. */
export type TimelineSourceInput = {
  /** What kind of source. */
  kind: TimelineSourceKind;
  /** Which one: a person, a channel, a file. */
  name?: string | null | undefined;
};

/** Where an event on the timeline is known from. */
export type TimelineSourceKind =
  /** An alert. */
  | 'ALERT'
  /** A chat message. */
  | 'CHAT'
  /** A log line. */
  | 'LOG'
  /** A measured figure. */
  | 'METRIC'
  /** Somebody said so. */
  | 'PERSON';

/** What a token is good for. */
export type TokenKind =
  /** GraphQL, within its scopes; begins with fpn_. */
  | 'API'
  /** Feeds and calendars only, nothing restricted; begins with fpf_. */
  | 'FEED';

/** What a token allows, at most what its person may do. None implies another. */
export type TokenScope =
  /** What only administrators do. */
  | 'ADMIN'
  /** Read; every token does. */
  | 'READ'
  /** The restricted cases that the person may read. */
  | 'RESTRICTED'
  /** Write, as the role of the person allows. */
  | 'WRITE';

/** A tracker to listen to. */
export type TrackerConnectionCreateInput = {
  /** Where it is: `https://github.com`, `https://acme.atlassian.net`; at most 2,048 characters. */
  baseUrl: string;
  /** What people call it; at most 200 characters. */
  name: string;
  /** The projects to listen to, at most 200: `org/repo`, `group/project`, the key of a project in Jira. Left out or empty: all. */
  projects?: Array<string> | null | undefined;
  /** Which kind of tracker it is. */
  provider: TrackerProvider;
};

/** Changes to a connection. What is left out stays. */
export type TrackerConnectionUpdateInput = {
  /** Where the tracker is. */
  baseUrl?: string | null | undefined;
  /** The version the change was made from; at another by now, the answer is a CONFLICT. Left out: overwrites whatever is there. */
  expectedVersion?: number | null | undefined;
  /** At most 200 characters. */
  name?: string | null | undefined;
  /** The projects to listen to; null or empty: all. */
  projects?: Array<string> | null | undefined;
};

/** What can be wrong with what comes in the name of a tracker. */
export type TrackerFault =
  /** It was signed well and could not be read. */
  | 'CONTENT'
  /** The secret was sealed under another FUPAN_SECRET; make a new one. */
  | 'SECRET'
  /** It was not signed with the secret. */
  | 'SIGNATURE'
  /** It was signed more than five minutes before or after it came. */
  | 'TIMESTAMP';

/** A new link. */
export type TrackerLinkCreateInput = {
  /** Any address of an issue, or of a pull or merge request, in GitHub, GitLab or Jira; at most 2,048 characters. */
  url: string;
};

/** Why an action item is not done. */
export type TrackerProposalDeclineInput = {
  /** At most 20,000 characters. */
  note?: string | null | undefined;
};

/** A program in which issues are followed. */
export type TrackerProvider =
  /** GitHub, also GitHub Enterprise. */
  | 'GITHUB'
  /** GitLab, wherever it is hosted. */
  | 'GITLAB'
  /** Jira Cloud or Data Center. */
  | 'JIRA';

/** How an issue stands in its tracker. */
export type TrackerState =
  /** Closed or merged; in Jira, in a status of the category “Done”. */
  | 'CLOSED'
  /** Open. */
  | 'OPEN'
  /** The tracker has not told, or the issue is gone. */
  | 'UNKNOWN';

/** What was wrong, for programs. */
export type UserErrorCode =
  /** Something with this name, key or address exists. */
  | 'ALREADY_EXISTS'
  /** The database is held by somebody else; try again. */
  | 'BUSY'
  /** Somebody else changed it since the version that was read. */
  | 'CONFLICT'
  /** The caller may see it but not do this to it. */
  | 'FORBIDDEN'
  /** A fault of the program; the request id finds it in the log. */
  | 'INTERNAL'
  /** Something else still refers to it. */
  | 'IN_USE'
  /** It does not exist, or the caller may not see it. */
  | 'NOT_FOUND'
  /** The GraphQL document is over a limit. */
  | 'QUERY_REFUSED'
  /** Too much in too short a time; wait and try again. */
  | 'RATE_LIMITED'
  /** It took longer than one request may. */
  | 'TIMEOUT'
  /** More than one request may bring. */
  | 'TOO_LARGE'
  /** Nobody has signed in, or the session or token is no longer valid. */
  | 'UNAUTHENTICATED'
  /** A value is missing, too long or malformed. */
  | 'VALIDATION'
  /** Its present state does not allow this. */
  | 'WRONG_STATE';

/** Who may see a case. */
export type Visibility =
  /** Everybody in the organization. */
  | 'ORGANIZATION'
  /** Only those who write and review it, and its readers. */
  | 'RESTRICTED';

/** A day of the week. */
export type Weekday =
  /** The fifth. */
  | 'FRIDAY'
  /** The first of a week. */
  | 'MONDAY'
  /** The sixth. */
  | 'SATURDAY'
  /** The last. */
  | 'SUNDAY'
  /** The fourth. */
  | 'THURSDAY'
  /** The second. */
  | 'TUESDAY'
  /** The third. */
  | 'WEDNESDAY';

/** When the digest of a week is sent. */
export type WeeklyScheduleInput = {
  /** The full hour, 0 to 23, by the clock of the calendar. One that a change of clocks leaves out is the next; of one that comes twice the first counts. */
  hour: number;
  /** False: it is not sent. */
  isOn: boolean;
  /** The day on which it is sent. */
  weekday: Weekday;
};

/** A new calendar. */
export type WorkCalendarCreateInput = {
  /** At most 200 characters; no other calendar may have it. */
  name: string;
  /** At most 500. */
  specialDays?: Array<SpecialDaysInput> | null | undefined;
  /** At least one. Left out: Monday to Friday. */
  weekdays?: Array<Weekday> | null | undefined;
  /** IANA time zone such as Asia/Taipei, or an offset such as +08:00. */
  zone: string;
};

/** Changes to a calendar. What is left out stays; a list replaces the whole list. */
export type WorkCalendarUpdateInput = {
  /** The version the change was made from; at another by now, the answer is a CONFLICT. Left out: overwrites whatever is there. */
  expectedVersion?: number | null | undefined;
  /** At most 200 characters. */
  name?: string | null | undefined;
  /** At most 500. */
  specialDays?: Array<SpecialDaysInput> | null | undefined;
  /** At least one. */
  weekdays?: Array<Weekday> | null | undefined;
  /** IANA time zone or offset. */
  zone?: string | null | undefined;
};

export type ActionToMoveFragment = { id: string, key: string, title: string, status: ActionStatus, allowedMoves: Array<ActionMove>, version: number, doneWhen: string | null, dueOn: string | null, overdue: boolean, ownerText: string | null, owner: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null };

export type ActionCommitMutationVariables = Exact<{
  id: string | number;
  input?: ActionItemCommitInput | null | undefined;
}>;


export type ActionCommitMutation = { actionItemCommit: { actionItem: { id: string, key: string, title: string, status: ActionStatus, allowedMoves: Array<ActionMove>, version: number, doneWhen: string | null, dueOn: string | null, overdue: boolean, ownerText: string | null, owner: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type ActionStartMutationVariables = Exact<{
  id: string | number;
}>;


export type ActionStartMutation = { actionItemStart: { actionItem: { id: string, key: string, title: string, status: ActionStatus, allowedMoves: Array<ActionMove>, version: number, doneWhen: string | null, dueOn: string | null, overdue: boolean, ownerText: string | null, owner: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type ActionExtendMutationVariables = Exact<{
  id: string | number;
  input: ActionItemExtendInput;
}>;


export type ActionExtendMutation = { actionItemExtend: { actionItem: { id: string, key: string, title: string, status: ActionStatus, allowedMoves: Array<ActionMove>, version: number, doneWhen: string | null, dueOn: string | null, overdue: boolean, ownerText: string | null, owner: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type ActionCompleteMutationVariables = Exact<{
  id: string | number;
  input: ActionItemCompleteInput;
}>;


export type ActionCompleteMutation = { actionItemComplete: { actionItem: { id: string, key: string, title: string, status: ActionStatus, allowedMoves: Array<ActionMove>, version: number, doneWhen: string | null, dueOn: string | null, overdue: boolean, ownerText: string | null, owner: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type ActionVerifyMutationVariables = Exact<{
  id: string | number;
  input?: ActionItemVerifyInput | null | undefined;
}>;


export type ActionVerifyMutation = { actionItemVerify: { actionItem: { id: string, key: string, title: string, status: ActionStatus, allowedMoves: Array<ActionMove>, version: number, doneWhen: string | null, dueOn: string | null, overdue: boolean, ownerText: string | null, owner: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type ActionConfirmEffectMutationVariables = Exact<{
  id: string | number;
  input?: ActionItemConfirmEffectInput | null | undefined;
}>;


export type ActionConfirmEffectMutation = { actionItemConfirmEffect: { actionItem: { id: string, key: string, title: string, status: ActionStatus, allowedMoves: Array<ActionMove>, version: number, doneWhen: string | null, dueOn: string | null, overdue: boolean, ownerText: string | null, owner: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type ActionRejectMutationVariables = Exact<{
  id: string | number;
  input: ActionItemRejectInput;
}>;


export type ActionRejectMutation = { actionItemReject: { actionItem: { id: string, key: string, title: string, status: ActionStatus, allowedMoves: Array<ActionMove>, version: number, doneWhen: string | null, dueOn: string | null, overdue: boolean, ownerText: string | null, owner: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type ActionPauseMutationVariables = Exact<{
  id: string | number;
  input: ActionItemPauseInput;
}>;


export type ActionPauseMutation = { actionItemPause: { actionItem: { id: string, key: string, title: string, status: ActionStatus, allowedMoves: Array<ActionMove>, version: number, doneWhen: string | null, dueOn: string | null, overdue: boolean, ownerText: string | null, owner: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type ActionResumeMutationVariables = Exact<{
  id: string | number;
}>;


export type ActionResumeMutation = { actionItemResume: { actionItem: { id: string, key: string, title: string, status: ActionStatus, allowedMoves: Array<ActionMove>, version: number, doneWhen: string | null, dueOn: string | null, overdue: boolean, ownerText: string | null, owner: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type ActionReopenMutationVariables = Exact<{
  id: string | number;
  input: ActionItemReopenInput;
}>;


export type ActionReopenMutation = { actionItemReopen: { actionItem: { id: string, key: string, title: string, status: ActionStatus, allowedMoves: Array<ActionMove>, version: number, doneWhen: string | null, dueOn: string | null, overdue: boolean, ownerText: string | null, owner: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type ActionPageQueryVariables = Exact<{
  key: string;
}>;


export type ActionPageQuery = { actionItem: { weight: number, detail: string | null, detailHtml: string | null, doneWhenHtml: string | null, evidenceHtml: string | null, createdAt: string, completedAt: string | null, updatedAt: string, verifiedAt: string | null, effectCheckOn: string | null, effectCheckDue: boolean, effectNote: string | null, reason: string | null, trackerUrl: string | null, trackerOffers: Array<string>, type: ActionType | null, priority: ActionPriority | null, pausedUntil: string | null, closedInTracker: boolean, id: string, key: string, title: string, status: ActionStatus, allowedMoves: Array<ActionMove>, version: number, doneWhen: string | null, dueOn: string | null, overdue: boolean, ownerText: string | null, postmortem: { id: string, key: string, title: string, language: Language, actionItems: Array<{ type: ActionType | null, priority: ActionPriority | null, weight: number, pausedUntil: string | null, closedInTracker: boolean, id: string, key: string, title: string, status: ActionStatus, allowedMoves: Array<ActionMove>, version: number, doneWhen: string | null, dueOn: string | null, overdue: boolean, ownerText: string | null, clock: { state: ClockState, targetDays: number | null, usedDays: number, pausedDays: number, breached: boolean, targetOn: string | null }, postmortem: { id: string, key: string, title: string, language: Language }, owner: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }>, actionProgress: { count: number } }, verifier: { id: string, name: string } | null, pauseApprover: { id: string, name: string } | null, initiative: { id: string, key: string, title: string } | null, trackerLinks: Array<{ id: string, provider: TrackerProvider, label: string, url: string, title: string | null, state: TrackerState, proposal: { proposedAt: string, answer: ProposalAnswer | null } | null }>, extensions: { count: number, lastReason: string | null } | null, history: { totalCount: number, nodes: Array<{ number: number, at: string, act: ActionAct, fromStatus: ActionStatus | null, status: ActionStatus, reason: string | null, title: string, priority: ActionPriority | null, dueOn: string | null, pausedUntil: string | null, effectCheckOn: string | null, actor: { id: string, name: string } | null, owner: { id: string, name: string } | null, team: { id: string, name: string } | null }> }, clock: { state: ClockState, targetDays: number | null, usedDays: number, pausedDays: number, breached: boolean, targetOn: string | null }, owner: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null };

export type ActionOnPageFragment = { weight: number, detail: string | null, detailHtml: string | null, doneWhenHtml: string | null, evidenceHtml: string | null, createdAt: string, completedAt: string | null, updatedAt: string, verifiedAt: string | null, effectCheckOn: string | null, effectCheckDue: boolean, effectNote: string | null, reason: string | null, trackerUrl: string | null, trackerOffers: Array<string>, type: ActionType | null, priority: ActionPriority | null, pausedUntil: string | null, closedInTracker: boolean, id: string, key: string, title: string, status: ActionStatus, allowedMoves: Array<ActionMove>, version: number, doneWhen: string | null, dueOn: string | null, overdue: boolean, ownerText: string | null, verifier: { id: string, name: string } | null, pauseApprover: { id: string, name: string } | null, initiative: { id: string, key: string, title: string } | null, trackerLinks: Array<{ id: string, provider: TrackerProvider, label: string, url: string, title: string | null, state: TrackerState, proposal: { proposedAt: string, answer: ProposalAnswer | null } | null }>, extensions: { count: number, lastReason: string | null } | null, history: { totalCount: number, nodes: Array<{ number: number, at: string, act: ActionAct, fromStatus: ActionStatus | null, status: ActionStatus, reason: string | null, title: string, priority: ActionPriority | null, dueOn: string | null, pausedUntil: string | null, effectCheckOn: string | null, actor: { id: string, name: string } | null, owner: { id: string, name: string } | null, team: { id: string, name: string } | null }> }, clock: { state: ClockState, targetDays: number | null, usedDays: number, pausedDays: number, breached: boolean, targetOn: string | null }, postmortem: { id: string, key: string, title: string, language: Language }, owner: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null };

export type ActionEditMutationVariables = Exact<{
  id: string | number;
  input: ActionItemUpdateInput;
}>;


export type ActionEditMutation = { actionItemUpdate: { actionItem: { weight: number, detail: string | null, detailHtml: string | null, doneWhenHtml: string | null, evidenceHtml: string | null, createdAt: string, completedAt: string | null, updatedAt: string, verifiedAt: string | null, effectCheckOn: string | null, effectCheckDue: boolean, effectNote: string | null, reason: string | null, trackerUrl: string | null, trackerOffers: Array<string>, type: ActionType | null, priority: ActionPriority | null, pausedUntil: string | null, closedInTracker: boolean, id: string, key: string, title: string, status: ActionStatus, allowedMoves: Array<ActionMove>, version: number, doneWhen: string | null, dueOn: string | null, overdue: boolean, ownerText: string | null, verifier: { id: string, name: string } | null, pauseApprover: { id: string, name: string } | null, initiative: { id: string, key: string, title: string } | null, trackerLinks: Array<{ id: string, provider: TrackerProvider, label: string, url: string, title: string | null, state: TrackerState, proposal: { proposedAt: string, answer: ProposalAnswer | null } | null }>, extensions: { count: number, lastReason: string | null } | null, history: { totalCount: number, nodes: Array<{ number: number, at: string, act: ActionAct, fromStatus: ActionStatus | null, status: ActionStatus, reason: string | null, title: string, priority: ActionPriority | null, dueOn: string | null, pausedUntil: string | null, effectCheckOn: string | null, actor: { id: string, name: string } | null, owner: { id: string, name: string } | null, team: { id: string, name: string } | null }> }, clock: { state: ClockState, targetDays: number | null, usedDays: number, pausedDays: number, breached: boolean, targetOn: string | null }, postmortem: { id: string, key: string, title: string, language: Language }, owner: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type ActionDeleteMutationVariables = Exact<{
  id: string | number;
}>;


export type ActionDeleteMutation = { actionItemDelete: { actionItem: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type TrackerLinkCreateMutationVariables = Exact<{
  actionItemId: string | number;
  input: TrackerLinkCreateInput;
}>;


export type TrackerLinkCreateMutation = { trackerLinkCreate: { trackerLink: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type TrackerLinkDeleteMutationVariables = Exact<{
  id: string | number;
}>;


export type TrackerLinkDeleteMutation = { trackerLinkDelete: { trackerLink: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type TrackerProposalAcceptMutationVariables = Exact<{
  id: string | number;
}>;


export type TrackerProposalAcceptMutation = { trackerProposalAccept: { trackerLink: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type TrackerProposalDeclineMutationVariables = Exact<{
  id: string | number;
  input: TrackerProposalDeclineInput;
}>;


export type TrackerProposalDeclineMutation = { trackerProposalDecline: { trackerLink: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type ActionListQueryVariables = Exact<{
  filter: ActionItemFilter;
  orderBy: ActionItemOrder;
  first: number;
  after?: string | null | undefined;
}>;


export type ActionListQuery = { actionItems: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ type: ActionType | null, priority: ActionPriority | null, weight: number, pausedUntil: string | null, closedInTracker: boolean, id: string, key: string, title: string, status: ActionStatus, allowedMoves: Array<ActionMove>, version: number, doneWhen: string | null, dueOn: string | null, overdue: boolean, ownerText: string | null, clock: { state: ClockState, targetDays: number | null, usedDays: number, pausedDays: number, breached: boolean, targetOn: string | null }, postmortem: { id: string, key: string, title: string, language: Language }, owner: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }> } };

export type ActionRowFragment = { type: ActionType | null, priority: ActionPriority | null, weight: number, pausedUntil: string | null, closedInTracker: boolean, id: string, key: string, title: string, status: ActionStatus, allowedMoves: Array<ActionMove>, version: number, doneWhen: string | null, dueOn: string | null, overdue: boolean, ownerText: string | null, clock: { state: ClockState, targetDays: number | null, usedDays: number, pausedDays: number, breached: boolean, targetOn: string | null }, postmortem: { id: string, key: string, title: string, language: Language }, owner: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null };

export type ActionClockFragment = { state: ClockState, targetDays: number | null, usedDays: number, pausedDays: number, breached: boolean, targetOn: string | null };

export type ActionUpdateMutationVariables = Exact<{
  id: string | number;
  input: ActionItemUpdateInput;
}>;


export type ActionUpdateMutation = { actionItemUpdate: { actionItem: { id: string, key: string, title: string, status: ActionStatus, allowedMoves: Array<ActionMove>, version: number, doneWhen: string | null, dueOn: string | null, overdue: boolean, ownerText: string | null, owner: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type FrameQueryVariables = Exact<{ [key: string]: never; }>;


export type FrameQuery = { viewer: { id: string, name: string, role: Role, locale: Language | null, zone: string | null, teams: Array<{ team: { id: string, key: string } }> } | null };

export type SignInAgainMutationVariables = Exact<{
  input: SessionCreateInput;
}>;


export type SignInAgainMutation = { sessionCreate: { person: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type SimilarCasesQueryVariables = Exact<{
  id: string | number;
}>;


export type SimilarCasesQuery = { similarCases: Array<{ sharedTerms: Array<string>, postmortem: { id: string, key: string, title: string, status: PostmortemStatus, visibility: Visibility, language: Language, updatedAt: string, publishedAt: string | null, helpedCount: number, incidents: Array<{ key: string, severity: Severity | null, startedAt: string | null, measurements: Array<{ name: MeasurementName, seconds: number }>, services: Array<{ service: { name: string } }> }>, actionProgress: { count: number, finished: number } } }> };

export type CaseMarkdownQueryVariables = Exact<{
  key: string;
}>;


export type CaseMarkdownQuery = { postmortem: { markdown: string } | null };

export type CasePulseQueryVariables = Exact<{
  key: string;
}>;


export type CasePulseQuery = { postmortem: { id: string, updatedAt: string } | null };

export type CaseActionsQueryVariables = Exact<{
  postmortemId: string | number;
  first: number;
  after?: string | null | undefined;
}>;


export type CaseActionsQuery = { postmortem: { id: string } | null, actionItems: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ weight: number, detail: string | null, priority: ActionPriority | null, type: ActionType | null, reason: string | null, pausedUntil: string | null, trackerUrl: string | null, id: string, key: string, title: string, status: ActionStatus, allowedMoves: Array<ActionMove>, version: number, doneWhen: string | null, dueOn: string | null, overdue: boolean, ownerText: string | null, owner: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }> } };

export type CasePageFragment = { id: string, key: string, title: string, summary: string, summaryHtml: string, language: Language, status: PostmortemStatus, visibility: Visibility, template: string | null, tags: Array<string>, version: number, revision: number, allowedActs: Array<PostmortemAct>, helpedCount: number, viewerWasHelped: boolean, createdAt: string, updatedAt: string, publishedAt: string | null, clocks: { writing: { state: ClockState, targetDays: number | null, usedDays: number, pausedDays: number, breached: boolean, targetOn: string | null } | null, reviewing: { state: ClockState, targetDays: number | null, usedDays: number, pausedDays: number, breached: boolean, targetOn: string | null } | null }, authors: Array<{ id: string, name: string, archivedAt: string | null }>, reviewers: Array<{ id: string, name: string, archivedAt: string | null }>, facilitator: { id: string, name: string, archivedAt: string | null } | null, readers: Array<{ person: { id: string, name: string, archivedAt: string | null } | null, team: { id: string, key: string, name: string } | null }>, source: { company: string | null, product: string | null, url: string | null, archiveUrl: string | null, externalId: string | null, categories: Array<string> | null } | null, sections: Array<{ position: number, heading: string, body: string, bodyHtml: string }>, incidents: Array<{ id: string, key: string, title: string, kind: IncidentKind, severity: Severity | null, status: IncidentStatus, startedAt: string | null, detectedAt: string | null, acknowledgedAt: string | null, identifiedAt: string | null, mitigatedAt: string | null, resolvedAt: string | null, verifiedAt: string | null, measurements: Array<{ name: MeasurementName, seconds: number, fromMilestone: Milestone, toMilestone: Milestone }>, services: Array<{ impact: string | null, recoveredAt: string | null, service: { id: string, name: string, tier: ServiceTier } }> }>, timeline: Array<{ id: string, at: string, zone: string, marker: TimelineMarker, text: string, evidence: string | null, evidenceHtml: string | null, original: string | null, version: number, source: { kind: TimelineSourceKind, name: string | null } | null }>, allFactors: Array<{ id: string, text: string, kind: FactorKind, category: FactorCategory | null, practice: Practice | null, version: number, parent: { id: string } | null }>, findings: Array<{ id: string, kind: FindingKind, text: string, version: number }>, practices: Array<{ practice: Practice, verdict: PracticeVerdict, note: string | null }>, actionItems: Array<{ weight: number, detail: string | null, priority: ActionPriority | null, type: ActionType | null, reason: string | null, pausedUntil: string | null, trackerUrl: string | null, id: string, key: string, title: string, status: ActionStatus, allowedMoves: Array<ActionMove>, version: number, doneWhen: string | null, dueOn: string | null, overdue: boolean, ownerText: string | null, owner: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }>, actionProgress: { count: number, finished: number }, completeness: { met: number, asked: number, advice: Array<{ mark: string, kind: AdviceKind, sections: Array<string>, actionItems: Array<{ id: string, key: string }>, incidents: Array<{ id: string, key: string }>, timelineEvents: Array<{ id: string, at: string, zone: string }>, dismissal: { reason: string, at: string, person: { id: string, name: string } | null } | null }> }, links: Array<{ id: string, kind: CaseLinkKind, direction: CaseLinkDirection, note: string | null, postmortem: { id: string, key: string, title: string, language: Language, status: PostmortemStatus } }>, attachments: Array<{ id: string, name: string, mediaType: string, bytes: number, url: string, isImage: boolean, createdAt: string, uploadedBy: { id: string, name: string, archivedAt: string | null } | null }> };

export type CasePersonFragment = { id: string, name: string, archivedAt: string | null };

export type CaseIncidentFragment = { id: string, key: string, title: string, kind: IncidentKind, severity: Severity | null, status: IncidentStatus, startedAt: string | null, detectedAt: string | null, acknowledgedAt: string | null, identifiedAt: string | null, mitigatedAt: string | null, resolvedAt: string | null, verifiedAt: string | null, measurements: Array<{ name: MeasurementName, seconds: number, fromMilestone: Milestone, toMilestone: Milestone }>, services: Array<{ impact: string | null, recoveredAt: string | null, service: { id: string, name: string, tier: ServiceTier } }> };

export type CaseEventFragment = { id: string, at: string, zone: string, marker: TimelineMarker, text: string, evidence: string | null, evidenceHtml: string | null, original: string | null, version: number, source: { kind: TimelineSourceKind, name: string | null } | null };

export type CaseFactorFragment = { id: string, text: string, kind: FactorKind, category: FactorCategory | null, practice: Practice | null, version: number, parent: { id: string } | null };

export type CaseFindingFragment = { id: string, kind: FindingKind, text: string, version: number };

export type CasePracticeFragment = { practice: Practice, verdict: PracticeVerdict, note: string | null };

export type CaseActionFragment = { weight: number, detail: string | null, priority: ActionPriority | null, type: ActionType | null, reason: string | null, pausedUntil: string | null, trackerUrl: string | null, id: string, key: string, title: string, status: ActionStatus, allowedMoves: Array<ActionMove>, version: number, doneWhen: string | null, dueOn: string | null, overdue: boolean, ownerText: string | null, owner: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null };

export type CaseAttachmentFragment = { id: string, name: string, mediaType: string, bytes: number, url: string, isImage: boolean, createdAt: string, uploadedBy: { id: string, name: string, archivedAt: string | null } | null };

export type CaseLinkFragment = { id: string, kind: CaseLinkKind, direction: CaseLinkDirection, note: string | null, postmortem: { id: string, key: string, title: string, language: Language, status: PostmortemStatus } };

export type CasePageQueryVariables = Exact<{
  key: string;
}>;


export type CasePageQuery = { postmortem: { id: string, key: string, title: string, summary: string, summaryHtml: string, language: Language, status: PostmortemStatus, visibility: Visibility, template: string | null, tags: Array<string>, version: number, revision: number, allowedActs: Array<PostmortemAct>, helpedCount: number, viewerWasHelped: boolean, createdAt: string, updatedAt: string, publishedAt: string | null, clocks: { writing: { state: ClockState, targetDays: number | null, usedDays: number, pausedDays: number, breached: boolean, targetOn: string | null } | null, reviewing: { state: ClockState, targetDays: number | null, usedDays: number, pausedDays: number, breached: boolean, targetOn: string | null } | null }, authors: Array<{ id: string, name: string, archivedAt: string | null }>, reviewers: Array<{ id: string, name: string, archivedAt: string | null }>, facilitator: { id: string, name: string, archivedAt: string | null } | null, readers: Array<{ person: { id: string, name: string, archivedAt: string | null } | null, team: { id: string, key: string, name: string } | null }>, source: { company: string | null, product: string | null, url: string | null, archiveUrl: string | null, externalId: string | null, categories: Array<string> | null } | null, sections: Array<{ position: number, heading: string, body: string, bodyHtml: string }>, incidents: Array<{ id: string, key: string, title: string, kind: IncidentKind, severity: Severity | null, status: IncidentStatus, startedAt: string | null, detectedAt: string | null, acknowledgedAt: string | null, identifiedAt: string | null, mitigatedAt: string | null, resolvedAt: string | null, verifiedAt: string | null, measurements: Array<{ name: MeasurementName, seconds: number, fromMilestone: Milestone, toMilestone: Milestone }>, services: Array<{ impact: string | null, recoveredAt: string | null, service: { id: string, name: string, tier: ServiceTier } }> }>, timeline: Array<{ id: string, at: string, zone: string, marker: TimelineMarker, text: string, evidence: string | null, evidenceHtml: string | null, original: string | null, version: number, source: { kind: TimelineSourceKind, name: string | null } | null }>, allFactors: Array<{ id: string, text: string, kind: FactorKind, category: FactorCategory | null, practice: Practice | null, version: number, parent: { id: string } | null }>, findings: Array<{ id: string, kind: FindingKind, text: string, version: number }>, practices: Array<{ practice: Practice, verdict: PracticeVerdict, note: string | null }>, actionItems: Array<{ weight: number, detail: string | null, priority: ActionPriority | null, type: ActionType | null, reason: string | null, pausedUntil: string | null, trackerUrl: string | null, id: string, key: string, title: string, status: ActionStatus, allowedMoves: Array<ActionMove>, version: number, doneWhen: string | null, dueOn: string | null, overdue: boolean, ownerText: string | null, owner: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }>, actionProgress: { count: number, finished: number }, completeness: { met: number, asked: number, advice: Array<{ mark: string, kind: AdviceKind, sections: Array<string>, actionItems: Array<{ id: string, key: string }>, incidents: Array<{ id: string, key: string }>, timelineEvents: Array<{ id: string, at: string, zone: string }>, dismissal: { reason: string, at: string, person: { id: string, name: string } | null } | null }> }, links: Array<{ id: string, kind: CaseLinkKind, direction: CaseLinkDirection, note: string | null, postmortem: { id: string, key: string, title: string, language: Language, status: PostmortemStatus } }>, attachments: Array<{ id: string, name: string, mediaType: string, bytes: number, url: string, isImage: boolean, createdAt: string, uploadedBy: { id: string, name: string, archivedAt: string | null } | null }> } | null };

export type HelpfulVoteGiveMutationVariables = Exact<{
  postmortemId: string | number;
}>;


export type HelpfulVoteGiveMutation = { helpfulVoteGive: { postmortem: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type HelpfulVoteWithdrawMutationVariables = Exact<{
  postmortemId: string | number;
}>;


export type HelpfulVoteWithdrawMutation = { helpfulVoteWithdraw: { postmortem: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type CaseHistoryQueryVariables = Exact<{
  key: string;
  after?: string | null | undefined;
}>;


export type CaseHistoryQuery = { postmortem: { id: string, key: string, title: string, language: Language, status: PostmortemStatus, allowedActs: Array<PostmortemAct>, revision: number, revisions: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ number: number, at: string, reason: string | null, editor: { id: string, name: string } | null }> } } | null };

export type CaseRevisionQueryVariables = Exact<{
  id: string | number;
  number: number;
}>;


export type CaseRevisionQuery = { revision: { number: number, markdown: string } | null };

export type RestorePreviewQueryVariables = Exact<{
  id: string | number;
  number: number;
  newest: number;
}>;


export type RestorePreviewQuery = { now: { number: number, markdown: string } | null, past: { number: number, restoredMarkdown: string } | null };

export type RestoreRevisionMutationVariables = Exact<{
  id: string | number;
  input: PostmortemRevisionRestoreInput;
}>;


export type RestoreRevisionMutation = { postmortemRevisionRestore: { postmortem: { id: string, key: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type PeopleListQueryVariables = Exact<{
  filter: PersonFilter;
  after?: string | null | undefined;
}>;


export type PeopleListQuery = { people: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string, email: string | null, role: Role, archivedAt: string | null, version: number, teams: Array<{ role: TeamRole, team: { id: string, key: string, name: string } }> }> } };

export type PersonLineFragment = { id: string, name: string, email: string | null, role: Role, archivedAt: string | null, version: number, teams: Array<{ role: TeamRole, team: { id: string, key: string, name: string } }> };

export type PersonCreateMutationVariables = Exact<{
  input: PersonCreateInput;
}>;


export type PersonCreateMutation = { personCreate: { person: { id: string, name: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type PersonArchiveMutationVariables = Exact<{
  id: string | number;
}>;


export type PersonArchiveMutation = { personArchive: { person: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type PersonRestoreMutationVariables = Exact<{
  id: string | number;
}>;


export type PersonRestoreMutation = { personRestore: { person: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type PickPeopleQueryVariables = Exact<{
  query: string;
}>;


export type PickPeopleQuery = { people: { nodes: Array<{ id: string, name: string, teams: Array<{ team: { key: string } }> }> } };

export type PickTeamsQueryVariables = Exact<{
  query: string;
}>;


export type PickTeamsQuery = { teams: { nodes: Array<{ id: string, key: string, name: string }> } };

export type PickServicesQueryVariables = Exact<{
  query: string;
}>;


export type PickServicesQuery = { services: { nodes: Array<{ id: string, name: string, tier: ServiceTier }> } };

export type PickIncidentsQueryVariables = Exact<{
  query: string;
}>;


export type PickIncidentsQuery = { incidents: { nodes: Array<{ id: string, key: string, title: string }> } };

export type ServiceListQueryVariables = Exact<{
  filter: ServiceFilter;
  after?: string | null | undefined;
}>;


export type ServiceListQuery = { services: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string, tier: ServiceTier, businessFunction: string | null, incidentCount: number, archivedAt: string | null, ownerTeam: { id: string, key: string, name: string } | null, dependsOn: Array<{ id: string, name: string }> }> } };

export type ServiceLineFragment = { id: string, name: string, tier: ServiceTier, businessFunction: string | null, incidentCount: number, archivedAt: string | null, ownerTeam: { id: string, key: string, name: string } | null, dependsOn: Array<{ id: string, name: string }> };

export type ServiceFactsFragment = { redundancy: string | null, version: number, id: string, name: string, tier: ServiceTier, businessFunction: string | null, incidentCount: number, archivedAt: string | null, dependents: Array<{ id: string, name: string }>, ownerTeam: { id: string, key: string, name: string } | null, dependsOn: Array<{ id: string, name: string }> };

export type ServicePageQueryVariables = Exact<{
  name: string;
}>;


export type ServicePageQuery = { service: { redundancy: string | null, version: number, id: string, name: string, tier: ServiceTier, businessFunction: string | null, incidentCount: number, archivedAt: string | null, dependents: Array<{ id: string, name: string }>, ownerTeam: { id: string, key: string, name: string } | null, dependsOn: Array<{ id: string, name: string }> } | null, incidents: { totalCount: number, nodes: Array<{ id: string, key: string, title: string, kind: IncidentKind, severity: Severity | null, status: IncidentStatus, startedAt: string | null }> }, postmortems: { totalCount: number, nodes: Array<{ id: string, key: string, title: string, status: PostmortemStatus, visibility: Visibility, language: Language, updatedAt: string, publishedAt: string | null, helpedCount: number, incidents: Array<{ key: string, severity: Severity | null, startedAt: string | null, measurements: Array<{ name: MeasurementName, seconds: number }>, services: Array<{ service: { name: string } }> }>, actionProgress: { count: number, finished: number } }> } };

export type ServiceActionsQueryVariables = Exact<{
  name: string;
}>;


export type ServiceActionsQuery = { postmortems: { pageInfo: { hasNextPage: boolean }, nodes: Array<{ id: string, actionItems: Array<{ type: ActionType | null, priority: ActionPriority | null, weight: number, pausedUntil: string | null, closedInTracker: boolean, id: string, key: string, title: string, status: ActionStatus, allowedMoves: Array<ActionMove>, version: number, doneWhen: string | null, dueOn: string | null, overdue: boolean, ownerText: string | null, clock: { state: ClockState, targetDays: number | null, usedDays: number, pausedDays: number, breached: boolean, targetOn: string | null }, postmortem: { id: string, key: string, title: string, language: Language }, owner: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }> }> } };

export type ServiceCreateMutationVariables = Exact<{
  input: ServiceCreateInput;
}>;


export type ServiceCreateMutation = { serviceCreate: { service: { redundancy: string | null, version: number, id: string, name: string, tier: ServiceTier, businessFunction: string | null, incidentCount: number, archivedAt: string | null, dependents: Array<{ id: string, name: string }>, ownerTeam: { id: string, key: string, name: string } | null, dependsOn: Array<{ id: string, name: string }> } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type ServiceUpdateMutationVariables = Exact<{
  id: string | number;
  input: ServiceUpdateInput;
}>;


export type ServiceUpdateMutation = { serviceUpdate: { service: { redundancy: string | null, version: number, id: string, name: string, tier: ServiceTier, businessFunction: string | null, incidentCount: number, archivedAt: string | null, dependents: Array<{ id: string, name: string }>, ownerTeam: { id: string, key: string, name: string } | null, dependsOn: Array<{ id: string, name: string }> } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type ServiceArchiveMutationVariables = Exact<{
  id: string | number;
}>;


export type ServiceArchiveMutation = { serviceArchive: { service: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type ServiceRestoreMutationVariables = Exact<{
  id: string | number;
}>;


export type ServiceRestoreMutation = { serviceRestore: { service: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type TeamListQueryVariables = Exact<{
  filter: TeamFilter;
  after?: string | null | undefined;
}>;


export type TeamListQuery = { teams: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, key: string, name: string, version: number, archivedAt: string | null, digestSchedule: { isOn: boolean, weekday: Weekday, hour: number } | null, calendar: { id: string, name: string } | null, members: Array<{ role: TeamRole, person: { id: string, name: string, archivedAt: string | null } }> }> } };

export type TeamFactsFragment = { id: string, key: string, name: string, version: number, archivedAt: string | null, digestSchedule: { isOn: boolean, weekday: Weekday, hour: number } | null, calendar: { id: string, name: string } | null, members: Array<{ role: TeamRole, person: { id: string, name: string, archivedAt: string | null } }> };

export type TeamPageQueryVariables = Exact<{
  key: string;
}>;


export type TeamPageQuery = { team: { id: string, key: string, name: string, version: number, archivedAt: string | null, digestSchedule: { isOn: boolean, weekday: Weekday, hour: number } | null, calendar: { id: string, name: string } | null, members: Array<{ role: TeamRole, person: { id: string, name: string, archivedAt: string | null } }> } | null, actionItems: { totalCount: number, nodes: Array<{ type: ActionType | null, priority: ActionPriority | null, weight: number, pausedUntil: string | null, closedInTracker: boolean, id: string, key: string, title: string, status: ActionStatus, allowedMoves: Array<ActionMove>, version: number, doneWhen: string | null, dueOn: string | null, overdue: boolean, ownerText: string | null, clock: { state: ClockState, targetDays: number | null, usedDays: number, pausedDays: number, breached: boolean, targetOn: string | null }, postmortem: { id: string, key: string, title: string, language: Language }, owner: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }> } };

export type TeamServicesQueryVariables = Exact<{
  id: string | number;
}>;


export type TeamServicesQuery = { services: { totalCount: number, nodes: Array<{ id: string, name: string, tier: ServiceTier, businessFunction: string | null, incidentCount: number, archivedAt: string | null, ownerTeam: { id: string, key: string, name: string } | null, dependsOn: Array<{ id: string, name: string }> }> } };

export type TeamCreateMutationVariables = Exact<{
  input: TeamCreateInput;
}>;


export type TeamCreateMutation = { teamCreate: { team: { id: string, key: string, name: string, version: number, archivedAt: string | null, digestSchedule: { isOn: boolean, weekday: Weekday, hour: number } | null, calendar: { id: string, name: string } | null, members: Array<{ role: TeamRole, person: { id: string, name: string, archivedAt: string | null } }> } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type TeamUpdateMutationVariables = Exact<{
  id: string | number;
  input: TeamUpdateInput;
}>;


export type TeamUpdateMutation = { teamUpdate: { team: { id: string, key: string, name: string, version: number, archivedAt: string | null, digestSchedule: { isOn: boolean, weekday: Weekday, hour: number } | null, calendar: { id: string, name: string } | null, members: Array<{ role: TeamRole, person: { id: string, name: string, archivedAt: string | null } }> } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type TeamArchiveMutationVariables = Exact<{
  id: string | number;
}>;


export type TeamArchiveMutation = { teamArchive: { team: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type TeamRestoreMutationVariables = Exact<{
  id: string | number;
}>;


export type TeamRestoreMutation = { teamRestore: { team: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type TeamMemberSetMutationVariables = Exact<{
  id: string | number;
  input: TeamMemberInput;
}>;


export type TeamMemberSetMutation = { teamMemberSet: { team: { id: string, key: string, name: string, version: number, archivedAt: string | null, digestSchedule: { isOn: boolean, weekday: Weekday, hour: number } | null, calendar: { id: string, name: string } | null, members: Array<{ role: TeamRole, person: { id: string, name: string, archivedAt: string | null } }> } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type TeamMemberRemoveMutationVariables = Exact<{
  id: string | number;
  personId: string | number;
}>;


export type TeamMemberRemoveMutation = { teamMemberRemove: { team: { id: string, key: string, name: string, version: number, archivedAt: string | null, digestSchedule: { isOn: boolean, weekday: Weekday, hour: number } | null, calendar: { id: string, name: string } | null, members: Array<{ role: TeamRole, person: { id: string, name: string, archivedAt: string | null } }> } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type TeamCalendarsQueryVariables = Exact<{ [key: string]: never; }>;


export type TeamCalendarsQuery = { workCalendars: Array<{ id: string, name: string }> };

export type CaseThreadsQueryVariables = Exact<{
  key: string;
}>;


export type CaseThreadsQuery = { postmortem: { id: string, openQuestions: number, open: { totalCount: number, nodes: Array<{ id: string, version: number, kind: ThreadKind, state: ThreadState, part: ThreadPart, heading: string | null, quote: string | null, isPartGone: boolean, createdAt: string, answerHtml: string | null, settledAt: string | null, settledBy: { id: string, name: string } | null, section: { position: number } | null, timelineEvent: { id: string } | null, factor: { id: string } | null, finding: { id: string } | null, actionItem: { id: string } | null, comments: Array<{ id: string, version: number, text: string, textHtml: string, createdAt: string, editedAt: string | null, removedAt: string | null, allowedActs: Array<CommentAct>, author: { id: string, name: string } | null }> }> }, settled: { totalCount: number, nodes: Array<{ id: string, version: number, kind: ThreadKind, state: ThreadState, part: ThreadPart, heading: string | null, quote: string | null, isPartGone: boolean, createdAt: string, answerHtml: string | null, settledAt: string | null, settledBy: { id: string, name: string } | null, section: { position: number } | null, timelineEvent: { id: string } | null, factor: { id: string } | null, finding: { id: string } | null, actionItem: { id: string } | null, comments: Array<{ id: string, version: number, text: string, textHtml: string, createdAt: string, editedAt: string | null, removedAt: string | null, allowedActs: Array<CommentAct>, author: { id: string, name: string } | null }> }> } } | null };

export type CommentThreadFragment = { id: string, version: number, kind: ThreadKind, state: ThreadState, part: ThreadPart, heading: string | null, quote: string | null, isPartGone: boolean, createdAt: string, answerHtml: string | null, settledAt: string | null, settledBy: { id: string, name: string } | null, section: { position: number } | null, timelineEvent: { id: string } | null, factor: { id: string } | null, finding: { id: string } | null, actionItem: { id: string } | null, comments: Array<{ id: string, version: number, text: string, textHtml: string, createdAt: string, editedAt: string | null, removedAt: string | null, allowedActs: Array<CommentAct>, author: { id: string, name: string } | null }> };

export type CommentSaidFragment = { id: string, version: number, text: string, textHtml: string, createdAt: string, editedAt: string | null, removedAt: string | null, allowedActs: Array<CommentAct>, author: { id: string, name: string } | null };

export type CommentThreadCreateMutationVariables = Exact<{
  postmortemId: string | number;
  input: CommentThreadCreateInput;
}>;


export type CommentThreadCreateMutation = { commentThreadCreate: { cannotSee: Array<string> | null, thread: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type CommentThreadReplyMutationVariables = Exact<{
  id: string | number;
  input: CommentThreadReplyInput;
}>;


export type CommentThreadReplyMutation = { commentThreadReply: { cannotSee: Array<string> | null, thread: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type CommentThreadResolveMutationVariables = Exact<{
  id: string | number;
  input: CommentThreadResolveInput;
}>;


export type CommentThreadResolveMutation = { commentThreadResolve: { thread: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type CommentThreadCarryMutationVariables = Exact<{
  id: string | number;
  input: CommentThreadMoveInput;
}>;


export type CommentThreadCarryMutation = { commentThreadCarry: { thread: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type CommentThreadReopenMutationVariables = Exact<{
  id: string | number;
  input: CommentThreadMoveInput;
}>;


export type CommentThreadReopenMutation = { commentThreadReopen: { thread: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type CommentUpdateMutationVariables = Exact<{
  id: string | number;
  input: CommentUpdateInput;
}>;


export type CommentUpdateMutation = { commentUpdate: { cannotSee: Array<string> | null, comment: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type CommentDeleteMutationVariables = Exact<{
  id: string | number;
}>;


export type CommentDeleteMutation = { commentDelete: { comment: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type TeamDigestQueryVariables = Exact<{
  team: string;
  week: string;
}>;


export type TeamDigestQuery = { digest: { week: string, from: string, until: string, isFinal: boolean, team: { id: string, key: string, name: string } | null, numbers: { open: { now: number, before: number }, overdue: { now: number, before: number }, proposed: { now: number, before: number }, done: { now: number, before: number }, verified: { now: number, before: number }, effective: { now: number, before: number }, extended: { now: number, before: number } }, sections: Array<{ kind: DigestSectionKind, count: number, entries: Array<{ title: string, status: ActionStatus, day: string | null, daysLate: number | null, reason: string | null, owner: { id: string, name: string } | null, actionItem: { id: string, key: string, postmortem: { id: string, language: Language } } }> }>, recurrences: Array<{ postmortem: { id: string, key: string, title: string, language: Language }, earlier: { id: string, key: string, title: string, language: Language } }>, waitingReviews: Array<{ days: number, postmortem: { id: string, key: string, title: string, language: Language } }>, worthReading: { reason: ReadingReason, postmortem: { id: string, key: string, title: string, language: Language } } | null, teams: Array<{ team: { id: string, key: string, name: string }, numbers: { open: { now: number, before: number }, overdue: { now: number, before: number }, proposed: { now: number, before: number }, done: { now: number, before: number }, verified: { now: number, before: number }, effective: { now: number, before: number }, extended: { now: number, before: number } } }> } | null };

export type MyDigestQueryVariables = Exact<{
  week: string;
}>;


export type MyDigestQuery = { digest: { week: string, from: string, until: string, isFinal: boolean, team: { id: string, key: string, name: string } | null, numbers: { open: { now: number, before: number }, overdue: { now: number, before: number }, proposed: { now: number, before: number }, done: { now: number, before: number }, verified: { now: number, before: number }, effective: { now: number, before: number }, extended: { now: number, before: number } }, sections: Array<{ kind: DigestSectionKind, count: number, entries: Array<{ title: string, status: ActionStatus, day: string | null, daysLate: number | null, reason: string | null, owner: { id: string, name: string } | null, actionItem: { id: string, key: string, postmortem: { id: string, language: Language } } }> }>, recurrences: Array<{ postmortem: { id: string, key: string, title: string, language: Language }, earlier: { id: string, key: string, title: string, language: Language } }>, waitingReviews: Array<{ days: number, postmortem: { id: string, key: string, title: string, language: Language } }>, worthReading: { reason: ReadingReason, postmortem: { id: string, key: string, title: string, language: Language } } | null, teams: Array<{ team: { id: string, key: string, name: string }, numbers: { open: { now: number, before: number }, overdue: { now: number, before: number }, proposed: { now: number, before: number }, done: { now: number, before: number }, verified: { now: number, before: number }, effective: { now: number, before: number }, extended: { now: number, before: number } } }> } | null };

export type OrganizationDigestQueryVariables = Exact<{
  week: string;
}>;


export type OrganizationDigestQuery = { digest: { week: string, from: string, until: string, isFinal: boolean, team: { id: string, key: string, name: string } | null, numbers: { open: { now: number, before: number }, overdue: { now: number, before: number }, proposed: { now: number, before: number }, done: { now: number, before: number }, verified: { now: number, before: number }, effective: { now: number, before: number }, extended: { now: number, before: number } }, sections: Array<{ kind: DigestSectionKind, count: number, entries: Array<{ title: string, status: ActionStatus, day: string | null, daysLate: number | null, reason: string | null, owner: { id: string, name: string } | null, actionItem: { id: string, key: string, postmortem: { id: string, language: Language } } }> }>, recurrences: Array<{ postmortem: { id: string, key: string, title: string, language: Language }, earlier: { id: string, key: string, title: string, language: Language } }>, waitingReviews: Array<{ days: number, postmortem: { id: string, key: string, title: string, language: Language } }>, worthReading: { reason: ReadingReason, postmortem: { id: string, key: string, title: string, language: Language } } | null, teams: Array<{ team: { id: string, key: string, name: string }, numbers: { open: { now: number, before: number }, overdue: { now: number, before: number }, proposed: { now: number, before: number }, done: { now: number, before: number }, verified: { now: number, before: number }, effective: { now: number, before: number }, extended: { now: number, before: number } } }> } | null };

export type DigestFactsFragment = { week: string, from: string, until: string, isFinal: boolean, team: { id: string, key: string, name: string } | null, numbers: { open: { now: number, before: number }, overdue: { now: number, before: number }, proposed: { now: number, before: number }, done: { now: number, before: number }, verified: { now: number, before: number }, effective: { now: number, before: number }, extended: { now: number, before: number } }, sections: Array<{ kind: DigestSectionKind, count: number, entries: Array<{ title: string, status: ActionStatus, day: string | null, daysLate: number | null, reason: string | null, owner: { id: string, name: string } | null, actionItem: { id: string, key: string, postmortem: { id: string, language: Language } } }> }>, recurrences: Array<{ postmortem: { id: string, key: string, title: string, language: Language }, earlier: { id: string, key: string, title: string, language: Language } }>, waitingReviews: Array<{ days: number, postmortem: { id: string, key: string, title: string, language: Language } }>, worthReading: { reason: ReadingReason, postmortem: { id: string, key: string, title: string, language: Language } } | null, teams: Array<{ team: { id: string, key: string, name: string }, numbers: { open: { now: number, before: number }, overdue: { now: number, before: number }, proposed: { now: number, before: number }, done: { now: number, before: number }, verified: { now: number, before: number }, effective: { now: number, before: number }, extended: { now: number, before: number } } }> };

export type DigestCaseFragment = { id: string, key: string, title: string, language: Language };

export type WeekNumbersFragment = { open: { now: number, before: number }, overdue: { now: number, before: number }, proposed: { now: number, before: number }, done: { now: number, before: number }, verified: { now: number, before: number }, effective: { now: number, before: number }, extended: { now: number, before: number } };

export type WeekNumberFragment = { now: number, before: number };

export type DigestLineFragment = { title: string, status: ActionStatus, day: string | null, daysLate: number | null, reason: string | null, owner: { id: string, name: string } | null, actionItem: { id: string, key: string, postmortem: { id: string, language: Language } } };

export type ScheduleFactsFragment = { isOn: boolean, weekday: Weekday, hour: number };

export type OrganizationDigestsQueryVariables = Exact<{ [key: string]: never; }>;


export type OrganizationDigestsQuery = { organization: { version: number, digestSchedule: { isOn: boolean, weekday: Weekday, hour: number }, leadersDigest: { isOn: boolean, weekday: Weekday, hour: number, recipients: Array<{ id: string, name: string }> | null } } };

export type OrganizationDigestsSaveMutationVariables = Exact<{
  input: OrganizationUpdateInput;
}>;


export type OrganizationDigestsSaveMutation = { organizationUpdate: { organization: { version: number, digestSchedule: { isOn: boolean, weekday: Weekday, hour: number }, leadersDigest: { isOn: boolean, weekday: Weekday, hour: number, recipients: Array<{ id: string, name: string }> | null } } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type DigestSendingFragment = { version: number, digestSchedule: { isOn: boolean, weekday: Weekday, hour: number }, leadersDigest: { isOn: boolean, weekday: Weekday, hour: number, recipients: Array<{ id: string, name: string }> | null } };

export type DigestPreviewQueryVariables = Exact<{
  week: string;
  team: string;
  isTeam: boolean;
  isMine: boolean;
  isAll: boolean;
}>;


export type DigestPreviewQuery = { team?: { mailText: { subject: string, text: string } } | null, mine?: { mailText: { subject: string, text: string } } | null, all?: { mailText: { subject: string, text: string } } | null };

export type DigestPreviewedFragment = { mailText: { subject: string, text: string } };

export type DigestTestMutationVariables = Exact<{
  input: DigestTestInput;
}>;


export type DigestTestMutation = { digestTest: { mailStatus: { isOn: boolean } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type AdvisedCaseFragment = { id: string, completeness: { met: number, asked: number, advice: Array<{ mark: string, kind: AdviceKind, sections: Array<string>, actionItems: Array<{ id: string, key: string }>, incidents: Array<{ id: string, key: string }>, timelineEvents: Array<{ id: string, at: string, zone: string }>, dismissal: { reason: string, at: string, person: { id: string, name: string } | null } | null }> } };

export type GivenAdviceFragment = { mark: string, kind: AdviceKind, sections: Array<string>, actionItems: Array<{ id: string, key: string }>, incidents: Array<{ id: string, key: string }>, timelineEvents: Array<{ id: string, at: string, zone: string }>, dismissal: { reason: string, at: string, person: { id: string, name: string } | null } | null };

export type DismissalFragment = { reason: string, at: string, person: { id: string, name: string } | null };

export type CaseLanguageQueryVariables = Exact<{
  key: string;
}>;


export type CaseLanguageQuery = { postmortem: { id: string, languageFindings: Array<{ mark: string, place: TextPlace, before: string, words: string, after: string, rule: { name: string, fault: LanguageFault, why: string, ask: string }, section: { position: number } | null, actionItem: { id: string, key: string } | null, dismissal: { reason: string, at: string, person: { id: string, name: string } | null } | null }> } | null };

export type LanguageNoteFragment = { mark: string, place: TextPlace, before: string, words: string, after: string, rule: { name: string, fault: LanguageFault, why: string, ask: string }, section: { position: number } | null, actionItem: { id: string, key: string } | null, dismissal: { reason: string, at: string, person: { id: string, name: string } | null } | null };

export type RuleWordsFragment = { name: string, fault: LanguageFault, why: string, ask: string };

export type LanguageCheckQueryVariables = Exact<{
  text: string;
}>;


export type LanguageCheckQuery = { languageCheck: Array<{ start: number, end: number, rule: { name: string, fault: LanguageFault, why: string, ask: string } }> };

export type AdviceDismissMutationVariables = Exact<{
  id: string | number;
  input: AdviceDismissInput;
}>;


export type AdviceDismissMutation = { adviceDismiss: { postmortem: { id: string, completeness: { met: number, asked: number, advice: Array<{ mark: string, kind: AdviceKind, sections: Array<string>, actionItems: Array<{ id: string, key: string }>, incidents: Array<{ id: string, key: string }>, timelineEvents: Array<{ id: string, at: string, zone: string }>, dismissal: { reason: string, at: string, person: { id: string, name: string } | null } | null }> } } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type AdviceRestoreMutationVariables = Exact<{
  id: string | number;
  mark: string;
}>;


export type AdviceRestoreMutation = { adviceRestore: { postmortem: { id: string, completeness: { met: number, asked: number, advice: Array<{ mark: string, kind: AdviceKind, sections: Array<string>, actionItems: Array<{ id: string, key: string }>, incidents: Array<{ id: string, key: string }>, timelineEvents: Array<{ id: string, at: string, zone: string }>, dismissal: { reason: string, at: string, person: { id: string, name: string } | null } | null }> } } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type IncidentsQueryVariables = Exact<{
  filter?: IncidentFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type IncidentsQuery = { incidents: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, key: string, title: string, kind: IncidentKind, severity: Severity | null, status: IncidentStatus, startedAt: string | null, createdAt: string, allowedActs: Array<IncidentAct>, measurements: Array<{ name: MeasurementName, seconds: number }>, services: Array<{ service: { id: string, name: string } }>, postmortems: Array<{ id: string, key: string, title: string, status: PostmortemStatus, language: Language }> }> } };

export type IncidentLineFragment = { id: string, key: string, title: string, kind: IncidentKind, severity: Severity | null, status: IncidentStatus, startedAt: string | null, createdAt: string, allowedActs: Array<IncidentAct>, measurements: Array<{ name: MeasurementName, seconds: number }>, services: Array<{ service: { id: string, name: string } }>, postmortems: Array<{ id: string, key: string, title: string, status: PostmortemStatus, language: Language }> };

export type IncidentPageQueryVariables = Exact<{
  key: string;
}>;


export type IncidentPageQuery = { incident: { id: string, key: string, version: number, title: string, kind: IncidentKind, severity: Severity | null, status: IncidentStatus, summary: string, summaryHtml: string, startedAt: string | null, detectedAt: string | null, acknowledgedAt: string | null, identifiedAt: string | null, mitigatedAt: string | null, resolvedAt: string | null, verifiedAt: string | null, createdAt: string, updatedAt: string, allowedActs: Array<IncidentAct>, reporter: { id: string, name: string } | null, services: Array<{ impact: string | null, recoveredAt: string | null, service: { id: string, name: string } }>, responders: Array<{ role: ResponderRole, person: { id: string, name: string } }>, references: Array<{ source: string, externalId: string | null, url: string | null }>, postmortems: Array<{ id: string, key: string, title: string, status: PostmortemStatus, language: Language, visibility: Visibility }> } | null };

export type IncidentPageFragment = { id: string, key: string, version: number, title: string, kind: IncidentKind, severity: Severity | null, status: IncidentStatus, summary: string, summaryHtml: string, startedAt: string | null, detectedAt: string | null, acknowledgedAt: string | null, identifiedAt: string | null, mitigatedAt: string | null, resolvedAt: string | null, verifiedAt: string | null, createdAt: string, updatedAt: string, allowedActs: Array<IncidentAct>, reporter: { id: string, name: string } | null, services: Array<{ impact: string | null, recoveredAt: string | null, service: { id: string, name: string } }>, responders: Array<{ role: ResponderRole, person: { id: string, name: string } }>, references: Array<{ source: string, externalId: string | null, url: string | null }>, postmortems: Array<{ id: string, key: string, title: string, status: PostmortemStatus, language: Language, visibility: Visibility }> };

export type IncidentCreateMutationVariables = Exact<{
  input: IncidentCreateInput;
}>;


export type IncidentCreateMutation = { incidentCreate: { incident: { id: string, key: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type NearMissReportMutationVariables = Exact<{
  input: NearMissReportInput;
}>;


export type NearMissReportMutation = { nearMissReport: { incident: { id: string, key: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type IncidentUpdateMutationVariables = Exact<{
  id: string | number;
  input: IncidentUpdateInput;
}>;


export type IncidentUpdateMutation = { incidentUpdate: { incident: { id: string, key: string, version: number, title: string, kind: IncidentKind, severity: Severity | null, status: IncidentStatus, summary: string, summaryHtml: string, startedAt: string | null, detectedAt: string | null, acknowledgedAt: string | null, identifiedAt: string | null, mitigatedAt: string | null, resolvedAt: string | null, verifiedAt: string | null, createdAt: string, updatedAt: string, allowedActs: Array<IncidentAct>, reporter: { id: string, name: string } | null, services: Array<{ impact: string | null, recoveredAt: string | null, service: { id: string, name: string } }>, responders: Array<{ role: ResponderRole, person: { id: string, name: string } }>, references: Array<{ source: string, externalId: string | null, url: string | null }>, postmortems: Array<{ id: string, key: string, title: string, status: PostmortemStatus, language: Language, visibility: Visibility }> } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type IncidentDeleteMutationVariables = Exact<{
  id: string | number;
}>;


export type IncidentDeleteMutation = { incidentDelete: { incident: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type InitiativeListQueryVariables = Exact<{
  filter: InitiativeFilter;
  after?: string | null | undefined;
}>;


export type InitiativeListQuery = { initiatives: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, key: string, title: string, status: InitiativeStatus, targetOn: string | null, late: boolean, team: { id: string, key: string, name: string } | null, owner: { id: string, name: string } | null, progress: { count: number, finished: number, effective: number, overdue: number, caseCount: number, byStatus: Array<{ status: ActionStatus, count: number }> } }> } };

export type InitiativeLineFragment = { id: string, key: string, title: string, status: InitiativeStatus, targetOn: string | null, late: boolean, team: { id: string, key: string, name: string } | null, owner: { id: string, name: string } | null, progress: { count: number, finished: number, effective: number, overdue: number, caseCount: number, byStatus: Array<{ status: ActionStatus, count: number }> } };

export type InitiativeProgressCountsFragment = { count: number, finished: number, effective: number, overdue: number, caseCount: number, byStatus: Array<{ status: ActionStatus, count: number }> };

export type InitiativePageQueryVariables = Exact<{
  key: string;
}>;


export type InitiativePageQuery = { initiative: { version: number, goal: string | null, goalHtml: string | null, reason: string | null, createdAt: string, updatedAt: string, allowedMoves: Array<InitiativeMove>, id: string, key: string, title: string, status: InitiativeStatus, targetOn: string | null, late: boolean, progress: { count: number, finished: number, effective: number, overdue: number, caseCount: number, byPriority: Array<{ priority: ActionPriority | null, count: number, finished: number }>, byStatus: Array<{ status: ActionStatus, count: number }> }, cases: { totalCount: number, nodes: Array<{ id: string, key: string, title: string, language: Language }> }, history: { totalCount: number, nodes: Array<{ number: number, at: string, act: InitiativeAct, fromStatus: InitiativeStatus | null, status: InitiativeStatus, reason: string | null, targetOn: string | null, actor: { id: string, name: string } | null, owner: { id: string, name: string } | null, team: { id: string, name: string } | null }> }, team: { id: string, key: string, name: string } | null, owner: { id: string, name: string } | null } | null };

export type InitiativeFactsFragment = { version: number, goal: string | null, goalHtml: string | null, reason: string | null, createdAt: string, updatedAt: string, allowedMoves: Array<InitiativeMove>, id: string, key: string, title: string, status: InitiativeStatus, targetOn: string | null, late: boolean, progress: { count: number, finished: number, effective: number, overdue: number, caseCount: number, byPriority: Array<{ priority: ActionPriority | null, count: number, finished: number }>, byStatus: Array<{ status: ActionStatus, count: number }> }, cases: { totalCount: number, nodes: Array<{ id: string, key: string, title: string, language: Language }> }, history: { totalCount: number, nodes: Array<{ number: number, at: string, act: InitiativeAct, fromStatus: InitiativeStatus | null, status: InitiativeStatus, reason: string | null, targetOn: string | null, actor: { id: string, name: string } | null, owner: { id: string, name: string } | null, team: { id: string, name: string } | null }> }, team: { id: string, key: string, name: string } | null, owner: { id: string, name: string } | null };

export type InitiativeEventFactsFragment = { number: number, at: string, act: InitiativeAct, fromStatus: InitiativeStatus | null, status: InitiativeStatus, reason: string | null, targetOn: string | null, actor: { id: string, name: string } | null, owner: { id: string, name: string } | null, team: { id: string, name: string } | null };

export type InitiativeActionsQueryVariables = Exact<{
  filter: ActionItemFilter;
  after?: string | null | undefined;
}>;


export type InitiativeActionsQuery = { actionItems: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ type: ActionType | null, priority: ActionPriority | null, weight: number, pausedUntil: string | null, closedInTracker: boolean, id: string, key: string, title: string, status: ActionStatus, allowedMoves: Array<ActionMove>, version: number, doneWhen: string | null, dueOn: string | null, overdue: boolean, ownerText: string | null, clock: { state: ClockState, targetDays: number | null, usedDays: number, pausedDays: number, breached: boolean, targetOn: string | null }, postmortem: { id: string, key: string, title: string, language: Language }, owner: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }> } };

export type PickActionsToGatherQueryVariables = Exact<{
  query: string;
}>;


export type PickActionsToGatherQuery = { actionItems: { nodes: Array<{ id: string, key: string, title: string, postmortem: { id: string, key: string, language: Language }, initiative: { id: string, key: string } | null }> } };

export type PickInitiativesQueryVariables = Exact<{
  query: string;
}>;


export type PickInitiativesQuery = { initiatives: { nodes: Array<{ id: string, key: string, title: string }> } };

export type InitiativeCreateMutationVariables = Exact<{
  input: InitiativeCreateInput;
}>;


export type InitiativeCreateMutation = { initiativeCreate: { initiative: { id: string, key: string, version: number } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type InitiativeUpdateMutationVariables = Exact<{
  id: string | number;
  input: InitiativeUpdateInput;
}>;


export type InitiativeUpdateMutation = { initiativeUpdate: { initiative: { id: string, key: string, version: number } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type InitiativeStartMutationVariables = Exact<{
  id: string | number;
  input?: InitiativeStartInput | null | undefined;
}>;


export type InitiativeStartMutation = { initiativeStart: { initiative: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type InitiativeCompleteMutationVariables = Exact<{
  id: string | number;
}>;


export type InitiativeCompleteMutation = { initiativeComplete: { initiative: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type InitiativeDropMutationVariables = Exact<{
  id: string | number;
  input: InitiativeDropInput;
}>;


export type InitiativeDropMutation = { initiativeDrop: { initiative: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type InitiativeReopenMutationVariables = Exact<{
  id: string | number;
  input: InitiativeReopenInput;
}>;


export type InitiativeReopenMutation = { initiativeReopen: { initiative: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type InitiativeAddActionsMutationVariables = Exact<{
  id: string | number;
  input: InitiativeAddActionsInput;
}>;


export type InitiativeAddActionsMutation = { initiativeAddActions: { initiative: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type InitiativeRemoveActionMutationVariables = Exact<{
  id: string | number;
  actionItemId: string | number;
}>;


export type InitiativeRemoveActionMutation = { initiativeRemoveAction: { initiative: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type KinCasesQueryVariables = Exact<{
  id: string | number;
}>;


export type KinCasesQuery = { kinCases: Array<{ actionCount: number, isLinked: boolean, isSimilar: boolean, sharedCategories: Array<FactorCategory>, sharedFactors: Array<string>, sharedServices: Array<string>, sharedTerms: Array<string>, postmortem: { id: string, key: string, title: string, language: Language }, actions: Array<{ answer: { answer: PreventionAnswer, person: { id: string, name: string } | null } | null, actionItem: { type: ActionType | null, priority: ActionPriority | null, weight: number, pausedUntil: string | null, closedInTracker: boolean, id: string, key: string, title: string, status: ActionStatus, allowedMoves: Array<ActionMove>, version: number, doneWhen: string | null, dueOn: string | null, overdue: boolean, ownerText: string | null, clock: { state: ClockState, targetDays: number | null, usedDays: number, pausedDays: number, breached: boolean, targetOn: string | null }, postmortem: { id: string, key: string, title: string, language: Language }, owner: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } }> }> };

export type CasesSinceVerifiedQueryVariables = Exact<{
  id: string | number;
}>;


export type CasesSinceVerifiedQuery = { casesSinceVerified: Array<{ isLinked: boolean, isSimilar: boolean, sharedCategories: Array<FactorCategory>, sharedFactors: Array<string>, sharedServices: Array<string>, sharedTerms: Array<string>, postmortem: { id: string, key: string, title: string, status: PostmortemStatus, visibility: Visibility, language: Language, updatedAt: string, publishedAt: string | null, helpedCount: number, incidents: Array<{ key: string, severity: Severity | null, startedAt: string | null, measurements: Array<{ name: MeasurementName, seconds: number }>, services: Array<{ service: { name: string } }> }>, actionProgress: { count: number, finished: number } } }> };

export type KinReasonFragment = { isLinked: boolean, isSimilar: boolean, sharedCategories: Array<FactorCategory>, sharedFactors: Array<string>, sharedServices: Array<string>, sharedTerms: Array<string> };

export type RecurrenceAnswerMutationVariables = Exact<{
  postmortem: string | number;
  action: string | number;
  answer: PreventionAnswer;
}>;


export type RecurrenceAnswerMutation = { recurrenceAnswer: { recurrenceAnswer: { answer: PreventionAnswer } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type RecurrenceAnswerWithdrawMutationVariables = Exact<{
  postmortem: string | number;
  action: string | number;
}>;


export type RecurrenceAnswerWithdrawMutation = { recurrenceAnswerWithdraw: { recurrenceAnswer: { answer: PreventionAnswer } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type SearchQueryVariables = Exact<{
  query: string;
  filter?: SearchFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type SearchQuery = { search: { totalCount: number, tookMs: number, didYouMean: string | null, relaxed: boolean, degraded: boolean, understood: Array<{ kind: QueryTokenKind, field: string | null, value: string, negated: boolean, start: number, end: number }>, facets: Array<{ field: string, values: Array<{ value: string, count: number }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ score: number, highlights: Array<{ field: string, fragments: Array<{ text: string, matched: boolean }> }>, postmortem: { id: string, key: string, title: string, status: PostmortemStatus, visibility: Visibility, language: Language, updatedAt: string, publishedAt: string | null, helpedCount: number, incidents: Array<{ key: string, severity: Severity | null, startedAt: string | null, measurements: Array<{ name: MeasurementName, seconds: number }>, services: Array<{ service: { name: string } }> }>, actionProgress: { count: number, finished: number } } }> } };

export type QuickSearchQueryVariables = Exact<{
  query: string;
}>;


export type QuickSearchQuery = { search: { totalCount: number, didYouMean: string | null, nodes: Array<{ highlights: Array<{ field: string, fragments: Array<{ text: string, matched: boolean }> }>, postmortem: { id: string, key: string, title: string, status: PostmortemStatus, visibility: Visibility, language: Language, updatedAt: string, publishedAt: string | null, helpedCount: number, incidents: Array<{ key: string, severity: Severity | null, startedAt: string | null, measurements: Array<{ name: MeasurementName, seconds: number }>, services: Array<{ service: { name: string } }> }>, actionProgress: { count: number, finished: number } } }> } };

export type LibraryHomeQueryVariables = Exact<{
  me: string | number;
  today: string;
}>;


export type LibraryHomeQuery = { organization: { name: string | null }, savedSearches: Array<{ id: string, version: number, name: string, address: string, shared: boolean, isMine: boolean, owner: { name: string } }>, onThisDay: Array<{ id: string, key: string, title: string, status: PostmortemStatus, visibility: Visibility, language: Language, updatedAt: string, publishedAt: string | null, helpedCount: number, incidents: Array<{ key: string, severity: Severity | null, startedAt: string | null, measurements: Array<{ name: MeasurementName, seconds: number }>, services: Array<{ service: { name: string } }> }>, actionProgress: { count: number, finished: number } }>, myReviews: { totalCount: number, nodes: Array<{ id: string, key: string, title: string, status: PostmortemStatus, visibility: Visibility, language: Language, updatedAt: string, publishedAt: string | null, helpedCount: number, incidents: Array<{ key: string, severity: Severity | null, startedAt: string | null, measurements: Array<{ name: MeasurementName, seconds: number }>, services: Array<{ service: { name: string } }> }>, actionProgress: { count: number, finished: number } }> }, published: { totalCount: number, nodes: Array<{ id: string, key: string, title: string, status: PostmortemStatus, visibility: Visibility, language: Language, updatedAt: string, publishedAt: string | null, helpedCount: number, incidents: Array<{ key: string, severity: Severity | null, startedAt: string | null, measurements: Array<{ name: MeasurementName, seconds: number }>, services: Array<{ service: { name: string } }> }>, actionProgress: { count: number, finished: number } }> }, mine: { totalCount: number, nodes: Array<{ id: string, key: string, title: string, status: PostmortemStatus, visibility: Visibility, language: Language, updatedAt: string, publishedAt: string | null, helpedCount: number, incidents: Array<{ key: string, severity: Severity | null, startedAt: string | null, measurements: Array<{ name: MeasurementName, seconds: number }>, services: Array<{ service: { name: string } }> }>, actionProgress: { count: number, finished: number } }> }, inReview: { totalCount: number, nodes: Array<{ id: string, key: string, title: string, status: PostmortemStatus, visibility: Visibility, language: Language, updatedAt: string, publishedAt: string | null, helpedCount: number, incidents: Array<{ key: string, severity: Severity | null, startedAt: string | null, measurements: Array<{ name: MeasurementName, seconds: number }>, services: Array<{ service: { name: string } }> }>, actionProgress: { count: number, finished: number } }> } };

export type SavedSearchLineFragment = { id: string, version: number, name: string, address: string, shared: boolean, isMine: boolean, owner: { name: string } };

export type SavedSearchCreateMutationVariables = Exact<{
  input: SavedSearchCreateInput;
}>;


export type SavedSearchCreateMutation = { savedSearchCreate: { savedSearch: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type SavedSearchUpdateMutationVariables = Exact<{
  id: string | number;
  input: SavedSearchUpdateInput;
}>;


export type SavedSearchUpdateMutation = { savedSearchUpdate: { savedSearch: { id: string, version: number, name: string, address: string, shared: boolean, isMine: boolean, owner: { name: string } } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type SavedSearchDeleteMutationVariables = Exact<{
  id: string | number;
}>;


export type SavedSearchDeleteMutation = { savedSearchDelete: { savedSearch: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type CaseLineFragment = { id: string, key: string, title: string, status: PostmortemStatus, visibility: Visibility, language: Language, updatedAt: string, publishedAt: string | null, helpedCount: number, incidents: Array<{ key: string, severity: Severity | null, startedAt: string | null, measurements: Array<{ name: MeasurementName, seconds: number }>, services: Array<{ service: { name: string } }> }>, actionProgress: { count: number, finished: number } };

export type OwedQueryVariables = Exact<{
  me: string | number;
  teams: Array<string> | string;
}>;


export type OwedQuery = { open: { totalCount: number, nodes: Array<{ type: ActionType | null, priority: ActionPriority | null, weight: number, pausedUntil: string | null, closedInTracker: boolean, id: string, key: string, title: string, status: ActionStatus, allowedMoves: Array<ActionMove>, version: number, doneWhen: string | null, dueOn: string | null, overdue: boolean, ownerText: string | null, clock: { state: ClockState, targetDays: number | null, usedDays: number, pausedDays: number, breached: boolean, targetOn: string | null }, postmortem: { id: string, key: string, title: string, language: Language }, owner: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }> }, verified: { nodes: Array<{ effectCheckOn: string | null, type: ActionType | null, priority: ActionPriority | null, weight: number, pausedUntil: string | null, closedInTracker: boolean, id: string, key: string, title: string, status: ActionStatus, allowedMoves: Array<ActionMove>, version: number, doneWhen: string | null, dueOn: string | null, overdue: boolean, ownerText: string | null, clock: { state: ClockState, targetDays: number | null, usedDays: number, pausedDays: number, breached: boolean, targetOn: string | null }, postmortem: { id: string, key: string, title: string, language: Language }, owner: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }> }, paused: { nodes: Array<{ type: ActionType | null, priority: ActionPriority | null, weight: number, pausedUntil: string | null, closedInTracker: boolean, id: string, key: string, title: string, status: ActionStatus, allowedMoves: Array<ActionMove>, version: number, doneWhen: string | null, dueOn: string | null, overdue: boolean, ownerText: string | null, clock: { state: ClockState, targetDays: number | null, usedDays: number, pausedDays: number, breached: boolean, targetOn: string | null }, postmortem: { id: string, key: string, title: string, language: Language }, owner: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }> }, done: { nodes: Array<{ type: ActionType | null, priority: ActionPriority | null, weight: number, pausedUntil: string | null, closedInTracker: boolean, id: string, key: string, title: string, status: ActionStatus, allowedMoves: Array<ActionMove>, version: number, doneWhen: string | null, dueOn: string | null, overdue: boolean, ownerText: string | null, clock: { state: ClockState, targetDays: number | null, usedDays: number, pausedDays: number, breached: boolean, targetOn: string | null }, postmortem: { id: string, key: string, title: string, language: Language }, owner: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }> }, tasks: { totalCount: number, nodes: Array<{ id: string, key: string, title: string, state: TaskState | null }> }, reviews: { totalCount: number, nodes: Array<{ id: string, key: string, title: string, language: Language, updatedAt: string }> } };

export type PublicEditionPageQueryVariables = Exact<{
  key: string;
}>;


export type PublicEditionPageQuery = { postmortem: { id: string, key: string, title: string, language: Language, status: PostmortemStatus, visibility: Visibility, revision: number, publicEditionActs: Array<PublicEditionAct>, sections: Array<{ position: number, heading: string }>, timeline: Array<{ id: string, at: string, zone: string, text: string }>, publicEdition: { id: string, version: number, status: PublicEditionStatus, title: string, text: string, language: Language, markdown: string, insideMarkdown: string, editedAt: string, approvedAt: string | null, changedParts: Array<CasePart>, omittedSections: Array<string>, withActionDetails: boolean, withFindings: boolean, withPractices: boolean, isListed: boolean, isServed: boolean, url: string | null, omittedEvents: Array<{ id: string }>, editor: { id: string, name: string } | null, approver: { id: string, name: string } | null, publicVersion: { number: number, publishedAt: string } | null, findings: Array<{ kind: InternalMatterKind, words: string, line: number, heading: string | null, isBlocking: boolean }>, replacements: Array<{ kind: InternalMatterKind, found: string, instead: string, count: number }> } | null } | null };

export type EditionOnPageFragment = { id: string, version: number, status: PublicEditionStatus, title: string, text: string, language: Language, markdown: string, insideMarkdown: string, editedAt: string, approvedAt: string | null, changedParts: Array<CasePart>, omittedSections: Array<string>, withActionDetails: boolean, withFindings: boolean, withPractices: boolean, isListed: boolean, isServed: boolean, url: string | null, omittedEvents: Array<{ id: string }>, editor: { id: string, name: string } | null, approver: { id: string, name: string } | null, publicVersion: { number: number, publishedAt: string } | null, findings: Array<{ kind: InternalMatterKind, words: string, line: number, heading: string | null, isBlocking: boolean }>, replacements: Array<{ kind: InternalMatterKind, found: string, instead: string, count: number }> };

export type PublicEditionFilesQueryVariables = Exact<{
  key: string;
}>;


export type PublicEditionFilesQuery = { postmortem: { id: string, publicEdition: { id: string, markdown: string, html: string } | null } | null };

export type InternalWordsQueryVariables = Exact<{ [key: string]: never; }>;


export type InternalWordsQuery = { internalWords: { version: number, words: Array<{ word: string, instead: string }> } };

export type PublicEditionMakeMutationVariables = Exact<{
  postmortemId: string | number;
  input: PublicEditionMakeInput;
}>;


export type PublicEditionMakeMutation = { publicEditionMake: { publicEdition: { id: string, version: number } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type PublicEditionUpdateMutationVariables = Exact<{
  id: string | number;
  input: PublicEditionUpdateInput;
}>;


export type PublicEditionUpdateMutation = { publicEditionUpdate: { publicEdition: { id: string, version: number } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type PublicEditionApproveMutationVariables = Exact<{
  id: string | number;
  input: PublicEditionMoveInput;
}>;


export type PublicEditionApproveMutation = { publicEditionApprove: { publicEdition: { id: string, version: number } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type PublicEditionPublishMutationVariables = Exact<{
  id: string | number;
  input: PublicEditionMoveInput;
}>;


export type PublicEditionPublishMutation = { publicEditionPublish: { publicEdition: { id: string, version: number } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type PublicEditionWithdrawMutationVariables = Exact<{
  id: string | number;
}>;


export type PublicEditionWithdrawMutation = { publicEditionWithdraw: { publicEdition: { id: string, version: number } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type InternalWordsUpdateMutationVariables = Exact<{
  input: InternalWordsUpdateInput;
}>;


export type InternalWordsUpdateMutation = { internalWordsUpdate: { internalWords: { version: number } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type MeetingPageQueryVariables = Exact<{
  key: string;
}>;


export type MeetingPageQuery = { reviewMeeting: { id: string, version: number, key: string, title: string, state: ReviewMeetingState, startsAt: string, zone: string, durationMinutes: number, place: string | null, reason: string | null, startedAt: string | null, endedAt: string | null, closing: string | null, closingHtml: string | null, allowedActs: Array<ReviewMeetingAct>, facilitator: { id: string, name: string } | null, teams: Array<{ id: string, key: string, name: string }>, people: Array<{ id: string, name: string }>, series: { id: string, title: string } | null, agenda: Array<{ id: string, version: number, plannedMinutes: number | null, notes: string, notesHtml: string, outcome: ReviewOutcome | null, decisions: Array<{ id: string, version: number, text: string, textHtml: string, createdAt: string, createdBy: { id: string, name: string } | null, actionItem: { id: string, key: string, title: string, status: ActionStatus } | null }>, unmeasuredSpans: Array<{ name: MeasurementName, missing: Array<Milestone>, incident: { id: string, key: string } }>, postmortem: { id: string, key: string, title: string, language: Language, status: PostmortemStatus, allowedActs: Array<PostmortemAct>, incidents: Array<{ key: string, severity: Severity | null }>, threads: { totalCount: number, nodes: Array<{ id: string, state: ThreadState, comments: Array<{ id: string, text: string }> }> }, approval: { teams: Array<{ team: { id: string, name: string }, signOff: { verdict: SignOffVerdict } | null }> } } | null }>, attendance: Array<{ isInvited: boolean, answer: ReviewMeetingAnswer | null, presence: ReviewPresence | null, person: { id: string, name: string, teams: Array<{ team: { id: string } }> } }>, overdueActions: { totalCount: number, nodes: Array<{ type: ActionType | null, priority: ActionPriority | null, weight: number, pausedUntil: string | null, closedInTracker: boolean, id: string, key: string, title: string, status: ActionStatus, allowedMoves: Array<ActionMove>, version: number, doneWhen: string | null, dueOn: string | null, overdue: boolean, ownerText: string | null, clock: { state: ClockState, targetDays: number | null, usedDays: number, pausedDays: number, breached: boolean, targetOn: string | null }, postmortem: { id: string, key: string, title: string, language: Language }, owner: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }> } } | null };

export type MeetingFactsFragment = { id: string, version: number, key: string, title: string, state: ReviewMeetingState, startsAt: string, zone: string, durationMinutes: number, place: string | null, reason: string | null, startedAt: string | null, endedAt: string | null, closing: string | null, closingHtml: string | null, allowedActs: Array<ReviewMeetingAct>, facilitator: { id: string, name: string } | null, teams: Array<{ id: string, key: string, name: string }>, people: Array<{ id: string, name: string }>, series: { id: string, title: string } | null, agenda: Array<{ id: string, version: number, plannedMinutes: number | null, notes: string, notesHtml: string, outcome: ReviewOutcome | null, decisions: Array<{ id: string, version: number, text: string, textHtml: string, createdAt: string, createdBy: { id: string, name: string } | null, actionItem: { id: string, key: string, title: string, status: ActionStatus } | null }>, unmeasuredSpans: Array<{ name: MeasurementName, missing: Array<Milestone>, incident: { id: string, key: string } }>, postmortem: { id: string, key: string, title: string, language: Language, status: PostmortemStatus, allowedActs: Array<PostmortemAct>, incidents: Array<{ key: string, severity: Severity | null }>, threads: { totalCount: number, nodes: Array<{ id: string, state: ThreadState, comments: Array<{ id: string, text: string }> }> }, approval: { teams: Array<{ team: { id: string, name: string }, signOff: { verdict: SignOffVerdict } | null }> } } | null }>, attendance: Array<{ isInvited: boolean, answer: ReviewMeetingAnswer | null, presence: ReviewPresence | null, person: { id: string, name: string, teams: Array<{ team: { id: string } }> } }>, overdueActions: { totalCount: number, nodes: Array<{ type: ActionType | null, priority: ActionPriority | null, weight: number, pausedUntil: string | null, closedInTracker: boolean, id: string, key: string, title: string, status: ActionStatus, allowedMoves: Array<ActionMove>, version: number, doneWhen: string | null, dueOn: string | null, overdue: boolean, ownerText: string | null, clock: { state: ClockState, targetDays: number | null, usedDays: number, pausedDays: number, breached: boolean, targetOn: string | null }, postmortem: { id: string, key: string, title: string, language: Language }, owner: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }> } };

export type MeetingAttendeeFragment = { isInvited: boolean, answer: ReviewMeetingAnswer | null, presence: ReviewPresence | null, person: { id: string, name: string, teams: Array<{ team: { id: string } }> } };

export type AgendaCaseFragment = { id: string, version: number, plannedMinutes: number | null, notes: string, notesHtml: string, outcome: ReviewOutcome | null, decisions: Array<{ id: string, version: number, text: string, textHtml: string, createdAt: string, createdBy: { id: string, name: string } | null, actionItem: { id: string, key: string, title: string, status: ActionStatus } | null }>, unmeasuredSpans: Array<{ name: MeasurementName, missing: Array<Milestone>, incident: { id: string, key: string } }>, postmortem: { id: string, key: string, title: string, language: Language, status: PostmortemStatus, allowedActs: Array<PostmortemAct>, incidents: Array<{ key: string, severity: Severity | null }>, threads: { totalCount: number, nodes: Array<{ id: string, state: ThreadState, comments: Array<{ id: string, text: string }> }> }, approval: { teams: Array<{ team: { id: string, name: string }, signOff: { verdict: SignOffVerdict } | null }> } } | null };

export type AgendaQuestionFragment = { id: string, state: ThreadState, comments: Array<{ id: string, text: string }> };

export type AgendaDecisionFragment = { id: string, version: number, text: string, textHtml: string, createdAt: string, createdBy: { id: string, name: string } | null, actionItem: { id: string, key: string, title: string, status: ActionStatus } | null };

export type ShownCaseQueryVariables = Exact<{
  key: string;
}>;


export type ShownCaseQuery = { postmortem: { id: string, key: string, title: string, language: Language, status: PostmortemStatus, summaryHtml: string, incidents: Array<{ id: string, key: string, title: string, kind: IncidentKind, severity: Severity | null, status: IncidentStatus, startedAt: string | null, detectedAt: string | null, acknowledgedAt: string | null, identifiedAt: string | null, mitigatedAt: string | null, resolvedAt: string | null, verifiedAt: string | null, measurements: Array<{ name: MeasurementName, seconds: number, fromMilestone: Milestone, toMilestone: Milestone }>, services: Array<{ impact: string | null, recoveredAt: string | null, service: { id: string, name: string, tier: ServiceTier } }> }>, timeline: Array<{ id: string, at: string, zone: string, marker: TimelineMarker, text: string, evidence: string | null, evidenceHtml: string | null, original: string | null, version: number, source: { kind: TimelineSourceKind, name: string | null } | null }> } | null };

export type MeetingCalendarFileQueryVariables = Exact<{
  id: string | number;
}>;


export type MeetingCalendarFileQuery = { reviewMeeting: { calendarFile: string } | null };

export type CaseReviewsQueryVariables = Exact<{
  key: string;
}>;


export type CaseReviewsQuery = { postmortem: { id: string, reviews: Array<{ id: string, outcome: ReviewOutcome | null, notesHtml: string, decisions: Array<{ id: string, version: number, text: string, textHtml: string, createdAt: string, createdBy: { id: string, name: string } | null, actionItem: { id: string, key: string, title: string, status: ActionStatus } | null }>, reviewMeeting: { id: string, key: string, title: string, state: ReviewMeetingState, startsAt: string, zone: string } | null }> } | null };

export type MeetingStartMutationVariables = Exact<{
  id: string | number;
}>;


export type MeetingStartMutation = { reviewMeetingStart: { reviewMeeting: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type MeetingEndMutationVariables = Exact<{
  id: string | number;
}>;


export type MeetingEndMutation = { reviewMeetingEnd: { reviewMeeting: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type MeetingCancelMutationVariables = Exact<{
  id: string | number;
  input: ReviewMeetingCancelInput;
}>;


export type MeetingCancelMutation = { reviewMeetingCancel: { reviewMeeting: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type MeetingAnswerMutationVariables = Exact<{
  id: string | number;
  answer?: ReviewMeetingAnswer | null | undefined;
}>;


export type MeetingAnswerMutation = { reviewMeetingAnswer: { reviewMeeting: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type MeetingAttendanceSetMutationVariables = Exact<{
  id: string | number;
  input: ReviewMeetingAttendanceSetInput;
}>;


export type MeetingAttendanceSetMutation = { reviewMeetingAttendanceSet: { reviewMeeting: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type MeetingMoveCaseMutationVariables = Exact<{
  id: string | number;
  postmortemId: string | number;
  input: ReviewMeetingMoveCaseInput;
}>;


export type MeetingMoveCaseMutation = { reviewMeetingMoveCase: { reviewMeeting: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type MeetingRemoveCaseMutationVariables = Exact<{
  id: string | number;
  postmortemId: string | number;
}>;


export type MeetingRemoveCaseMutation = { reviewMeetingRemoveCase: { reviewMeeting: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type AgendaCaseUpdateMutationVariables = Exact<{
  id: string | number;
  input: ReviewAgendaCaseUpdateInput;
}>;


export type AgendaCaseUpdateMutation = { reviewAgendaCaseUpdate: { agendaCase: { id: string, version: number, notes: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type DecisionCreateMutationVariables = Exact<{
  input: ReviewDecisionCreateInput;
}>;


export type DecisionCreateMutation = { reviewDecisionCreate: { decision: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type DecisionUpdateMutationVariables = Exact<{
  id: string | number;
  input: ReviewDecisionUpdateInput;
}>;


export type DecisionUpdateMutation = { reviewDecisionUpdate: { decision: { id: string, version: number, text: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type DecisionDeleteMutationVariables = Exact<{
  id: string | number;
}>;


export type DecisionDeleteMutation = { reviewDecisionDelete: { decision: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type DecisionToActionMutationVariables = Exact<{
  id: string | number;
  input: ReviewDecisionToActionInput;
}>;


export type DecisionToActionMutation = { reviewDecisionToAction: { decision: { id: string, actionItem: { id: string, key: string } | null } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type MeetingListQueryVariables = Exact<{
  filter: ReviewMeetingFilter;
  direction: OrderDirection;
  after?: string | null | undefined;
}>;


export type MeetingListQuery = { reviewMeetings: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, key: string, title: string, state: ReviewMeetingState, startsAt: string, zone: string, durationMinutes: number, facilitator: { id: string, name: string } | null, teams: Array<{ id: string, key: string, name: string }>, series: { id: string } | null, agenda: Array<{ id: string }> }> } };

export type MeetingsToComeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeetingsToComeQuery = { reviewMeetings: { nodes: Array<{ id: string, key: string, title: string, startsAt: string }> } };

export type MeetingLineFragment = { id: string, key: string, title: string, state: ReviewMeetingState, startsAt: string, zone: string, durationMinutes: number, facilitator: { id: string, name: string } | null, teams: Array<{ id: string, key: string, name: string }>, series: { id: string } | null, agenda: Array<{ id: string }> };

export type ReviewQueueQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ReviewQueueQuery = { reviewQueue: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ severity: Severity | null, waitingSince: string, clock: { state: ClockState, targetDays: number | null, usedDays: number, pausedDays: number, breached: boolean, targetOn: string | null } | null, postmortem: { id: string, key: string, title: string, language: Language, allowedActs: Array<PostmortemAct> } }> } };

export type QueuedCaseFragment = { severity: Severity | null, waitingSince: string, clock: { state: ClockState, targetDays: number | null, usedDays: number, pausedDays: number, breached: boolean, targetOn: string | null } | null, postmortem: { id: string, key: string, title: string, language: Language, allowedActs: Array<PostmortemAct> } };

export type ReviewSeriesListQueryVariables = Exact<{ [key: string]: never; }>;


export type ReviewSeriesListQuery = { reviewSeriesList: Array<{ id: string, version: number, title: string, durationMinutes: number, place: string | null, archivedAt: string | null, cadence: { rule: string, startsOn: string, zone: string, time: string }, createdBy: { id: string } | null, facilitator: { id: string, name: string } | null, teams: Array<{ id: string, key: string, name: string }>, people: Array<{ id: string, name: string }>, nextMeetings: Array<{ id: string, key: string, startsAt: string, zone: string }> }> };

export type ReviewSeriesFactsFragment = { id: string, version: number, title: string, durationMinutes: number, place: string | null, archivedAt: string | null, cadence: { rule: string, startsOn: string, zone: string, time: string }, createdBy: { id: string } | null, facilitator: { id: string, name: string } | null, teams: Array<{ id: string, key: string, name: string }>, people: Array<{ id: string, name: string }>, nextMeetings: Array<{ id: string, key: string, startsAt: string, zone: string }> };

export type MeetingCreateMutationVariables = Exact<{
  input: ReviewMeetingCreateInput;
}>;


export type MeetingCreateMutation = { reviewMeetingCreate: { reviewMeeting: { id: string, key: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type MeetingUpdateMutationVariables = Exact<{
  id: string | number;
  input: ReviewMeetingUpdateInput;
}>;


export type MeetingUpdateMutation = { reviewMeetingUpdate: { reviewMeeting: { id: string, key: string, version: number } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type ReviewSeriesCreateMutationVariables = Exact<{
  input: ReviewSeriesCreateInput;
}>;


export type ReviewSeriesCreateMutation = { reviewSeriesCreate: { reviewSeries: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type ReviewSeriesUpdateMutationVariables = Exact<{
  id: string | number;
  input: ReviewSeriesUpdateInput;
}>;


export type ReviewSeriesUpdateMutation = { reviewSeriesUpdate: { reviewSeries: { id: string, version: number } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type ReviewSeriesArchiveMutationVariables = Exact<{
  id: string | number;
}>;


export type ReviewSeriesArchiveMutation = { reviewSeriesArchive: { reviewSeries: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type ReviewSeriesRestoreMutationVariables = Exact<{
  id: string | number;
}>;


export type ReviewSeriesRestoreMutation = { reviewSeriesRestore: { reviewSeries: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type MeetingAddCaseMutationVariables = Exact<{
  id: string | number;
  input: ReviewMeetingAddCaseInput;
}>;


export type MeetingAddCaseMutation = { reviewMeetingAddCase: { reviewMeeting: { id: string, key: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type MeetingMinutesQueryVariables = Exact<{
  key: string;
  language: Language;
}>;


export type MeetingMinutesQuery = { reviewMeeting: { id: string, minutes: { title: string, text: string, html: string } | null } | null };

export type MeetingFeedbackQueryVariables = Exact<{
  key: string;
}>;


export type MeetingFeedbackQuery = { reviewMeeting: { id: string, feedback: { openUntil: string | null, mayAnswer: boolean, mine: { timeWellSpent: number, learnedSomething: number, decisionsCarriedOut: number, word: string | null } | null, results: { count: number, timeWellSpent: Array<number>, learnedSomething: Array<number>, decisionsCarriedOut: Array<number>, words: Array<string> } | null } } | null };

export type FeedbackFactsFragment = { openUntil: string | null, mayAnswer: boolean, mine: { timeWellSpent: number, learnedSomething: number, decisionsCarriedOut: number, word: string | null } | null, results: { count: number, timeWellSpent: Array<number>, learnedSomething: Array<number>, decisionsCarriedOut: Array<number>, words: Array<string> } | null };

export type MeetingClosingSetMutationVariables = Exact<{
  id: string | number;
  input: ReviewMeetingClosingSetInput;
}>;


export type MeetingClosingSetMutation = { reviewMeetingClosingSet: { reviewMeeting: { id: string, version: number, closing: string | null } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type MinutesSendMutationVariables = Exact<{
  id: string | number;
}>;


export type MinutesSendMutation = { reviewMinutesSend: { reviewMeeting: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type MeetingFeedbackGiveMutationVariables = Exact<{
  id: string | number;
  input: ReviewMeetingFeedbackInput;
}>;


export type MeetingFeedbackGiveMutation = { reviewMeetingFeedback: { reviewMeeting: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type AdminPeopleQueryVariables = Exact<{
  query?: string | null | undefined;
  archived: boolean;
  after?: string | null | undefined;
}>;


export type AdminPeopleQuery = { people: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, version: number, name: string, email: string | null, role: Role, createdAt: string, archivedAt: string | null, teams: Array<{ team: { key: string, name: string } }> }> } };

export type AdminPersonFragment = { id: string, version: number, name: string, email: string | null, role: Role, createdAt: string, archivedAt: string | null, teams: Array<{ team: { key: string, name: string } }> };

export type AdminPersonCreateMutationVariables = Exact<{
  input: PersonCreateInput;
}>;


export type AdminPersonCreateMutation = { personCreate: { person: { id: string, name: string, email: string | null } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type AdminInviteMutationVariables = Exact<{
  input: InvitationCreateInput;
}>;


export type AdminInviteMutation = { invitationCreate: { invitation: { url: string, expiresAt: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type AdminPersonUpdateMutationVariables = Exact<{
  id: string | number;
  input: PersonUpdateInput;
}>;


export type AdminPersonUpdateMutation = { personUpdate: { person: { id: string, version: number, name: string, email: string | null, role: Role, createdAt: string, archivedAt: string | null, teams: Array<{ team: { key: string, name: string } }> } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type AdminPersonArchiveMutationVariables = Exact<{
  id: string | number;
}>;


export type AdminPersonArchiveMutation = { personArchive: { person: { id: string, version: number, name: string, email: string | null, role: Role, createdAt: string, archivedAt: string | null, teams: Array<{ team: { key: string, name: string } }> } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type AdminPersonRestoreMutationVariables = Exact<{
  id: string | number;
}>;


export type AdminPersonRestoreMutation = { personRestore: { person: { id: string, version: number, name: string, email: string | null, role: Role, createdAt: string, archivedAt: string | null, teams: Array<{ team: { key: string, name: string } }> } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type AdminAuditQueryVariables = Exact<{
  filter?: AuditEntryFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type AdminAuditQuery = { auditEntries: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, at: string, act: string, actor: AuditActor, outcome: AuditOutcome, code: UserErrorCode | null, address: string | null, subjectKey: string | null, subjectPerson: { id: string, name: string } | null, person: { id: string, name: string } | null, postmortem: { key: string, title: string, language: Language } | null, details: Array<{ name: string, values: Array<string> }> }> } };

export type AuditLineFragment = { id: string, at: string, act: string, actor: AuditActor, outcome: AuditOutcome, code: UserErrorCode | null, address: string | null, subjectKey: string | null, subjectPerson: { id: string, name: string } | null, person: { id: string, name: string } | null, postmortem: { key: string, title: string, language: Language } | null, details: Array<{ name: string, values: Array<string> }> };

export type AdminAuditPersonQueryVariables = Exact<{
  id: string | number;
}>;


export type AdminAuditPersonQuery = { person: { id: string, name: string } | null };

export type AdminDeadLettersQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type AdminDeadLettersQuery = { deadLetters: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, topic: string, subject: string | null, attempts: number, lastError: string, createdAt: string, failedAt: string }> } };

export type DeadLetterLineFragment = { id: string, topic: string, subject: string | null, attempts: number, lastError: string, createdAt: string, failedAt: string };

export type AdminLetterRetryMutationVariables = Exact<{
  id: string | number;
}>;


export type AdminLetterRetryMutation = { deadLetterRetry: { deadLetter: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type AdminLetterDiscardMutationVariables = Exact<{
  id: string | number;
}>;


export type AdminLetterDiscardMutation = { deadLetterDiscard: { deadLetter: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type OrganizationNameQueryVariables = Exact<{ [key: string]: never; }>;


export type OrganizationNameQuery = { organization: { name: string | null, version: number } };

export type OrganizationSaveMutationVariables = Exact<{
  input: OrganizationUpdateInput;
}>;


export type OrganizationSaveMutation = { organizationUpdate: { organization: { name: string | null, version: number } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type ImprovementRulesQueryVariables = Exact<{ [key: string]: never; }>;


export type ImprovementRulesQuery = { improvementPolicy: { version: number, boundedWording: boolean, evidence: boolean, otherVerifier: boolean, otherApprover: boolean, effectCheckWeeks: number, timelineGapMinutes: number, approval: ApprovalRule, targets: Array<{ subject: TargetSubject, severity: Severity | null, days: number }>, reminders: { before: number, every: number, escalateAfter: number, verifyAfter: number } } };

export type RulesFragment = { version: number, boundedWording: boolean, evidence: boolean, otherVerifier: boolean, otherApprover: boolean, effectCheckWeeks: number, timelineGapMinutes: number, approval: ApprovalRule, targets: Array<{ subject: TargetSubject, severity: Severity | null, days: number }>, reminders: { before: number, every: number, escalateAfter: number, verifyAfter: number } };

export type ImprovementRulesSaveMutationVariables = Exact<{
  input: ImprovementPolicyUpdateInput;
}>;


export type ImprovementRulesSaveMutation = { improvementPolicyUpdate: { improvementPolicy: { version: number, boundedWording: boolean, evidence: boolean, otherVerifier: boolean, otherApprover: boolean, effectCheckWeeks: number, timelineGapMinutes: number, approval: ApprovalRule, targets: Array<{ subject: TargetSubject, severity: Severity | null, days: number }>, reminders: { before: number, every: number, escalateAfter: number, verifyAfter: number } } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type CalendarsQueryVariables = Exact<{ [key: string]: never; }>;


export type CalendarsQuery = { workCalendars: Array<{ id: string, version: number, name: string, zone: string, weekdays: Array<Weekday>, specialDays: Array<{ from: string, to: string, name: string, isWorked: boolean }>, teams: Array<{ id: string, name: string }> }>, organization: { version: number, calendar: { id: string } | null } };

export type CalendarFactsFragment = { id: string, version: number, name: string, zone: string, weekdays: Array<Weekday>, specialDays: Array<{ from: string, to: string, name: string, isWorked: boolean }>, teams: Array<{ id: string, name: string }> };

export type CalendarCreateMutationVariables = Exact<{
  input: WorkCalendarCreateInput;
}>;


export type CalendarCreateMutation = { workCalendarCreate: { workCalendar: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type CalendarUpdateMutationVariables = Exact<{
  id: string | number;
  input: WorkCalendarUpdateInput;
}>;


export type CalendarUpdateMutation = { workCalendarUpdate: { workCalendar: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type CalendarDeleteMutationVariables = Exact<{
  id: string | number;
}>;


export type CalendarDeleteMutation = { workCalendarDelete: { workCalendar: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type ChannelsQueryVariables = Exact<{ [key: string]: never; }>;


export type ChannelsQuery = { mailStatus: { isOn: boolean, from: string | null }, channels: Array<{ id: string, version: number, kind: ChannelKind, name: string, locale: Language, topics: Array<ChannelTopic>, address: string, isSigned: boolean, lastSentAt: string | null, lastError: string | null, archivedAt: string | null, team: { id: string, key: string, name: string } | null }> };

export type ChannelLineFragment = { id: string, version: number, kind: ChannelKind, name: string, locale: Language, topics: Array<ChannelTopic>, address: string, isSigned: boolean, lastSentAt: string | null, lastError: string | null, archivedAt: string | null, team: { id: string, key: string, name: string } | null };

export type ChannelCreateMutationVariables = Exact<{
  input: ChannelCreateInput;
}>;


export type ChannelCreateMutation = { channelCreate: { channel: { id: string, version: number, kind: ChannelKind, name: string, locale: Language, topics: Array<ChannelTopic>, address: string, isSigned: boolean, lastSentAt: string | null, lastError: string | null, archivedAt: string | null, team: { id: string, key: string, name: string } | null } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type ChannelUpdateMutationVariables = Exact<{
  id: string | number;
  input: ChannelUpdateInput;
}>;


export type ChannelUpdateMutation = { channelUpdate: { channel: { id: string, version: number, kind: ChannelKind, name: string, locale: Language, topics: Array<ChannelTopic>, address: string, isSigned: boolean, lastSentAt: string | null, lastError: string | null, archivedAt: string | null, team: { id: string, key: string, name: string } | null } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type ChannelArchiveMutationVariables = Exact<{
  id: string | number;
}>;


export type ChannelArchiveMutation = { channelArchive: { channel: { id: string, version: number, kind: ChannelKind, name: string, locale: Language, topics: Array<ChannelTopic>, address: string, isSigned: boolean, lastSentAt: string | null, lastError: string | null, archivedAt: string | null, team: { id: string, key: string, name: string } | null } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type ChannelRestoreMutationVariables = Exact<{
  id: string | number;
}>;


export type ChannelRestoreMutation = { channelRestore: { channel: { id: string, version: number, kind: ChannelKind, name: string, locale: Language, topics: Array<ChannelTopic>, address: string, isSigned: boolean, lastSentAt: string | null, lastError: string | null, archivedAt: string | null, team: { id: string, key: string, name: string } | null } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type ChannelDeleteMutationVariables = Exact<{
  id: string | number;
}>;


export type ChannelDeleteMutation = { channelDelete: { channel: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type ChannelTestMutationVariables = Exact<{
  id: string | number;
}>;


export type ChannelTestMutation = { channelTest: { channel: { id: string, version: number, kind: ChannelKind, name: string, locale: Language, topics: Array<ChannelTopic>, address: string, isSigned: boolean, lastSentAt: string | null, lastError: string | null, archivedAt: string | null, team: { id: string, key: string, name: string } | null } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type MailTestMutationVariables = Exact<{ [key: string]: never; }>;


export type MailTestMutation = { mailTest: { mailStatus: { isOn: boolean, from: string | null } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type ProfileQueryVariables = Exact<{ [key: string]: never; }>;


export type ProfileQuery = { viewer: { id: string, version: number, name: string, email: string | null, role: Role, locale: Language | null, zone: string | null } | null };

export type ProfileSaveMutationVariables = Exact<{
  id: string | number;
  input: PersonUpdateInput;
}>;


export type ProfileSaveMutation = { personUpdate: { person: { id: string, version: number, name: string, locale: Language | null, zone: string | null } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type MailSettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type MailSettingsQuery = { viewer: { id: string, email: string | null, mailPreferences: { version: number, digest: boolean, reminders: boolean, comments: boolean, meetings: boolean, quietFrom: string, quietUntil: string } | null } | null };

export type MailChoicesFragment = { version: number, digest: boolean, reminders: boolean, comments: boolean, meetings: boolean, quietFrom: string, quietUntil: string };

export type MailSettingsSaveMutationVariables = Exact<{
  input: MailPreferencesUpdateInput;
}>;


export type MailSettingsSaveMutation = { mailPreferencesUpdate: { mailPreferences: { version: number, digest: boolean, reminders: boolean, comments: boolean, meetings: boolean, quietFrom: string, quietUntil: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type SignInSettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type SignInSettingsQuery = { signInMethods: { password: boolean, openIdConnect: { label: string } | null }, viewer: { id: string, email: string | null, sessions: Array<{ id: string, method: SignInMethod, createdAt: string, lastSeenAt: string, address: string | null, userAgent: string | null, isCurrent: boolean }> } | null };

export type SessionLineFragment = { id: string, method: SignInMethod, createdAt: string, lastSeenAt: string, address: string | null, userAgent: string | null, isCurrent: boolean };

export type PasswordChangeMutationVariables = Exact<{
  input: PasswordChangeInput;
}>;


export type PasswordChangeMutation = { passwordChange: { person: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type SessionRevokeMutationVariables = Exact<{
  id: string | number;
}>;


export type SessionRevokeMutation = { sessionRevoke: { session: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type SessionRevokeOthersMutationVariables = Exact<{ [key: string]: never; }>;


export type SessionRevokeOthersMutation = { sessionRevokeOthers: { person: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type TokensQueryVariables = Exact<{ [key: string]: never; }>;


export type TokensQuery = { viewer: { id: string, role: Role, apiTokens: Array<{ id: string, name: string, kind: TokenKind, hint: string, scopes: Array<TokenScope>, createdAt: string, expiresAt: string, lastUsedAt: string | null, revokedAt: string | null }> } | null };

export type FeedTokensQueryVariables = Exact<{ [key: string]: never; }>;


export type FeedTokensQuery = { viewer: { id: string, apiTokens: Array<{ id: string, name: string, kind: TokenKind, hint: string, scopes: Array<TokenScope>, createdAt: string, expiresAt: string, lastUsedAt: string | null, revokedAt: string | null }> } | null, teams: { nodes: Array<{ id: string, key: string, name: string }> } };

export type TokenLineFragment = { id: string, name: string, kind: TokenKind, hint: string, scopes: Array<TokenScope>, createdAt: string, expiresAt: string, lastUsedAt: string | null, revokedAt: string | null };

export type TokenCreateMutationVariables = Exact<{
  input: ApiTokenCreateInput;
}>;


export type TokenCreateMutation = { apiTokenCreate: { token: string | null, apiToken: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type TokenRevokeMutationVariables = Exact<{
  id: string | number;
}>;


export type TokenRevokeMutation = { apiTokenRevoke: { apiToken: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type TrackerConnectionsQueryVariables = Exact<{ [key: string]: never; }>;


export type TrackerConnectionsQuery = { trackerConnections: Array<{ id: string, version: number, provider: TrackerProvider, name: string, baseUrl: string, projects: Array<string> | null, hookUrl: string, lastDeliveryAt: string | null, lastError: TrackerFault | null, lastErrorAt: string | null, archivedAt: string | null }> };

export type TrackerConnectionLineFragment = { id: string, version: number, provider: TrackerProvider, name: string, baseUrl: string, projects: Array<string> | null, hookUrl: string, lastDeliveryAt: string | null, lastError: TrackerFault | null, lastErrorAt: string | null, archivedAt: string | null };

export type TrackerConnectionCreateMutationVariables = Exact<{
  input: TrackerConnectionCreateInput;
}>;


export type TrackerConnectionCreateMutation = { trackerConnectionCreate: { secret: string | null, trackerConnection: { id: string, version: number, provider: TrackerProvider, name: string, baseUrl: string, projects: Array<string> | null, hookUrl: string, lastDeliveryAt: string | null, lastError: TrackerFault | null, lastErrorAt: string | null, archivedAt: string | null } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type TrackerConnectionUpdateMutationVariables = Exact<{
  id: string | number;
  input: TrackerConnectionUpdateInput;
}>;


export type TrackerConnectionUpdateMutation = { trackerConnectionUpdate: { trackerConnection: { id: string, version: number, provider: TrackerProvider, name: string, baseUrl: string, projects: Array<string> | null, hookUrl: string, lastDeliveryAt: string | null, lastError: TrackerFault | null, lastErrorAt: string | null, archivedAt: string | null } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type TrackerConnectionRotateSecretMutationVariables = Exact<{
  id: string | number;
  expectedVersion?: number | null | undefined;
}>;


export type TrackerConnectionRotateSecretMutation = { trackerConnectionRotateSecret: { secret: string | null, trackerConnection: { id: string, version: number, provider: TrackerProvider, name: string, baseUrl: string, projects: Array<string> | null, hookUrl: string, lastDeliveryAt: string | null, lastError: TrackerFault | null, lastErrorAt: string | null, archivedAt: string | null } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type TrackerConnectionArchiveMutationVariables = Exact<{
  id: string | number;
}>;


export type TrackerConnectionArchiveMutation = { trackerConnectionArchive: { trackerConnection: { id: string, version: number, provider: TrackerProvider, name: string, baseUrl: string, projects: Array<string> | null, hookUrl: string, lastDeliveryAt: string | null, lastError: TrackerFault | null, lastErrorAt: string | null, archivedAt: string | null } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type WelcomeQueryVariables = Exact<{ [key: string]: never; }>;


export type WelcomeQuery = { organization: { name: string | null, version: number }, teams: { totalCount: number, nodes: Array<{ id: string, key: string, name: string }> }, postmortems: { totalCount: number }, people: { totalCount: number } };

export type WelcomeTeamMutationVariables = Exact<{
  input: TeamCreateInput;
}>;


export type WelcomeTeamMutation = { teamCreate: { team: { id: string, name: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type WelcomeTeamLeadMutationVariables = Exact<{
  id: string | number;
  input: TeamMemberInput;
}>;


export type WelcomeTeamLeadMutation = { teamMemberSet: { team: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type WelcomeImportMutationVariables = Exact<{
  input: LibraryImportInput;
}>;


export type WelcomeImportMutation = { libraryImport: { result: { created: number, updated: number, unchanged: number, waiting: Array<string>, failed: Array<{ file: string, line: number, message: string }>, notes: Array<{ file: string, message: string }>, keys: Array<{ inFiles: string, inLibrary: string }> } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type CaseApprovalQueryVariables = Exact<{
  key: string;
}>;


export type CaseApprovalQuery = { postmortem: { id: string, approval: { rule: ApprovalRule, revision: number | null, changedParts: Array<CasePart>, missing: Array<{ id: string, name: string }>, teams: Array<{ maySign: boolean, mayRecord: boolean, team: { id: string, key: string, name: string }, signOff: { verdict: SignOffVerdict, reservations: string | null, at: string, changedParts: Array<CasePart>, person: { id: string, name: string } | null, recordedBy: { id: string, name: string } | null } | null }> } } | null };

export type ApprovedCaseFragment = { id: string, approval: { rule: ApprovalRule, revision: number | null, changedParts: Array<CasePart>, missing: Array<{ id: string, name: string }>, teams: Array<{ maySign: boolean, mayRecord: boolean, team: { id: string, key: string, name: string }, signOff: { verdict: SignOffVerdict, reservations: string | null, at: string, changedParts: Array<CasePart>, person: { id: string, name: string } | null, recordedBy: { id: string, name: string } | null } | null }> } };

export type AskedTeamFragment = { maySign: boolean, mayRecord: boolean, team: { id: string, key: string, name: string }, signOff: { verdict: SignOffVerdict, reservations: string | null, at: string, changedParts: Array<CasePart>, person: { id: string, name: string } | null, recordedBy: { id: string, name: string } | null } | null };

export type SigningPeopleQueryVariables = Exact<{
  teamId: string | number;
}>;


export type SigningPeopleQuery = { team: { id: string, members: Array<{ person: { id: string, name: string } }> } | null };

export type SignOffCaseMutationVariables = Exact<{
  id: string | number;
  input: SignOffInput;
}>;


export type SignOffCaseMutation = { reviewSignOff: { postmortem: { id: string, approval: { rule: ApprovalRule, revision: number | null, changedParts: Array<CasePart>, missing: Array<{ id: string, name: string }>, teams: Array<{ maySign: boolean, mayRecord: boolean, team: { id: string, key: string, name: string }, signOff: { verdict: SignOffVerdict, reservations: string | null, at: string, changedParts: Array<CasePart>, person: { id: string, name: string } | null, recordedBy: { id: string, name: string } | null } | null }> } } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type SignOffWithdrawMutationVariables = Exact<{
  id: string | number;
  teamId: string | number;
}>;


export type SignOffWithdrawMutation = { reviewSignOffWithdraw: { postmortem: { id: string, approval: { rule: ApprovalRule, revision: number | null, changedParts: Array<CasePart>, missing: Array<{ id: string, name: string }>, teams: Array<{ maySign: boolean, mayRecord: boolean, team: { id: string, key: string, name: string }, signOff: { verdict: SignOffVerdict, reservations: string | null, at: string, changedParts: Array<CasePart>, person: { id: string, name: string } | null, recordedBy: { id: string, name: string } | null } | null }> } } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type TaskListQueryVariables = Exact<{
  filter: RecurringTaskFilter;
  after?: string | null | undefined;
}>;


export type TaskListQuery = { recurringTasks: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, key: string, title: string, state: TaskState | null, archivedAt: string | null, team: { id: string, key: string, name: string } | null, owner: { id: string, name: string } | null, service: { id: string, name: string } | null, cadences: Array<{ rule: string, startsOn: string, zone: string, time: string, graceDays: number, validFrom: string, validUntil: string | null }>, occurrences: Array<{ dueOn: string, state: TaskOccurrenceState }> }> } };

export type TaskLineFragment = { id: string, key: string, title: string, state: TaskState | null, archivedAt: string | null, team: { id: string, key: string, name: string } | null, owner: { id: string, name: string } | null, service: { id: string, name: string } | null, cadences: Array<{ rule: string, startsOn: string, zone: string, time: string, graceDays: number, validFrom: string, validUntil: string | null }>, occurrences: Array<{ dueOn: string, state: TaskOccurrenceState }> };

export type CadenceValuesFragment = { rule: string, startsOn: string, zone: string, time: string, graceDays: number, validFrom: string, validUntil: string | null };

export type TaskPageQueryVariables = Exact<{
  key: string;
}>;


export type TaskPageQuery = { recurringTask: { id: string, version: number, key: string, title: string, detail: string | null, practice: Practice | null, state: TaskState | null, archivedAt: string | null, team: { id: string, key: string, name: string } | null, owner: { id: string, name: string } | null, service: { id: string, name: string, tier: ServiceTier } | null, cadences: Array<{ rule: string, startsOn: string, zone: string, time: string, graceDays: number, validFrom: string, validUntil: string | null }>, occurrences: Array<{ dueOn: string, dueAt: string, graceUntil: string, state: TaskOccurrenceState, runs: Array<{ id: string, result: TaskResult, note: string | null, evidence: string | null, doneAt: string, recordedAt: string, doneBy: { id: string, name: string } | null }> }> } | null };

export type TaskFactsFragment = { id: string, version: number, key: string, title: string, detail: string | null, practice: Practice | null, state: TaskState | null, archivedAt: string | null, team: { id: string, key: string, name: string } | null, owner: { id: string, name: string } | null, service: { id: string, name: string, tier: ServiceTier } | null, cadences: Array<{ rule: string, startsOn: string, zone: string, time: string, graceDays: number, validFrom: string, validUntil: string | null }>, occurrences: Array<{ dueOn: string, dueAt: string, graceUntil: string, state: TaskOccurrenceState, runs: Array<{ id: string, result: TaskResult, note: string | null, evidence: string | null, doneAt: string, recordedAt: string, doneBy: { id: string, name: string } | null }> }> };

export type OccurrenceFactsFragment = { dueOn: string, dueAt: string, graceUntil: string, state: TaskOccurrenceState, runs: Array<{ id: string, result: TaskResult, note: string | null, evidence: string | null, doneAt: string, recordedAt: string, doneBy: { id: string, name: string } | null }> };

export type TaskCreateMutationVariables = Exact<{
  input: RecurringTaskCreateInput;
}>;


export type TaskCreateMutation = { recurringTaskCreate: { recurringTask: { id: string, key: string, version: number } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type TaskUpdateMutationVariables = Exact<{
  id: string | number;
  input: RecurringTaskUpdateInput;
}>;


export type TaskUpdateMutation = { recurringTaskUpdate: { recurringTask: { id: string, key: string, version: number } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type TaskArchiveMutationVariables = Exact<{
  id: string | number;
}>;


export type TaskArchiveMutation = { recurringTaskArchive: { recurringTask: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type TaskRestoreMutationVariables = Exact<{
  id: string | number;
}>;


export type TaskRestoreMutation = { recurringTaskRestore: { recurringTask: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type TaskRecordMutationVariables = Exact<{
  id: string | number;
  input: RecurringTaskRunInput;
}>;


export type TaskRecordMutation = { recurringTaskRun: { recurringTask: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type CaseTemplateQueryVariables = Exact<{
  key: string;
}>;


export type CaseTemplateQuery = { postmortem: { id: string, templateSections: Array<{ heading: string, guidance: string, practice: string | null, starter: string }> } | null };

export type RuleOfTemplateFragment = { number: number, template: string, kinds: Array<IncidentKind>, severities: Array<Severity>, services: Array<string>, tiers: Array<ServiceTier> };

export type TemplateSuggestionQueryVariables = Exact<{
  language: Language;
  incidentIds: Array<string | number> | string | number;
}>;


export type TemplateSuggestionQuery = { templateSuggestion: { template: { name: string, label: string }, rule: { number: number, template: string, kinds: Array<IncidentKind>, severities: Array<Severity>, services: Array<string>, tiers: Array<ServiceTier> } | null, passed: Array<{ because: Array<TemplateCondition>, rule: { number: number, template: string, kinds: Array<IncidentKind>, severities: Array<Severity>, services: Array<string>, tiers: Array<ServiceTier> } }> } };

export type KeptTemplatesQueryVariables = Exact<{ [key: string]: never; }>;


export type KeptTemplatesQuery = { ownTemplates: Array<{ id: string, version: number, name: string, language: Language, text: string, archivedAt: string | null }>, templateFiles: Array<{ name: string, language: Language, label: string, text: string }>, templateRules: { version: number, text: string, isOwn: boolean, rules: Array<{ number: number, template: string, kinds: Array<IncidentKind>, severities: Array<Severity>, services: Array<string>, tiers: Array<ServiceTier> }> } };

export type TemplateCheckQueryVariables = Exact<{
  language: Language;
  text: string;
}>;


export type TemplateCheckQuery = { templateCheck: { template: { label: string, description: string, sections: Array<{ heading: string, guidance: string, starter: string, isRequired: boolean, practice: string | null }> } | null, faults: Array<{ line: number, message: string }> } };

export type TemplateRulesCheckQueryVariables = Exact<{
  text: string;
}>;


export type TemplateRulesCheckQuery = { templateRulesCheck: Array<{ line: number, message: string }> };

export type OwnTemplateCreateMutationVariables = Exact<{
  input: OwnTemplateCreateInput;
}>;


export type OwnTemplateCreateMutation = { ownTemplateCreate: { ownTemplate: { id: string, name: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type OwnTemplateUpdateMutationVariables = Exact<{
  id: string | number;
  input: OwnTemplateUpdateInput;
}>;


export type OwnTemplateUpdateMutation = { ownTemplateUpdate: { ownTemplate: { id: string, name: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type OwnTemplateArchiveMutationVariables = Exact<{
  id: string | number;
}>;


export type OwnTemplateArchiveMutation = { ownTemplateArchive: { ownTemplate: { id: string, name: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type OwnTemplateRestoreMutationVariables = Exact<{
  id: string | number;
}>;


export type OwnTemplateRestoreMutation = { ownTemplateRestore: { ownTemplate: { id: string, name: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type TemplateRulesSaveMutationVariables = Exact<{
  input: TemplateRulesUpdateInput;
}>;


export type TemplateRulesSaveMutation = { templateRulesUpdate: { templateRules: { version: number } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type ActionTiesQueryVariables = Exact<{
  id: string | number;
}>;


export type ActionTiesQuery = { actionItem: { id: string, weight: number, links: Array<{ id: string, kind: ActionLinkKind, actionItem: { type: ActionType | null, priority: ActionPriority | null, weight: number, pausedUntil: string | null, closedInTracker: boolean, id: string, key: string, title: string, status: ActionStatus, allowedMoves: Array<ActionMove>, version: number, doneWhen: string | null, dueOn: string | null, overdue: boolean, ownerText: string | null, clock: { state: ClockState, targetDays: number | null, usedDays: number, pausedDays: number, breached: boolean, targetOn: string | null }, postmortem: { id: string, key: string, title: string, language: Language }, owner: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } }>, sameIdea: Array<{ type: ActionType | null, priority: ActionPriority | null, weight: number, pausedUntil: string | null, closedInTracker: boolean, id: string, key: string, title: string, status: ActionStatus, allowedMoves: Array<ActionMove>, version: number, doneWhen: string | null, dueOn: string | null, overdue: boolean, ownerText: string | null, clock: { state: ClockState, targetDays: number | null, usedDays: number, pausedDays: number, breached: boolean, targetOn: string | null }, postmortem: { id: string, key: string, title: string, language: Language }, owner: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }>, wouldHavePrevented: { yes: number, partly: number, no: number }, recurrenceAnswers: Array<{ answer: PreventionAnswer, at: string, person: { id: string, name: string } | null, postmortem: { id: string, key: string, title: string, language: Language } }> } | null };

export type TiedActionFragment = { type: ActionType | null, priority: ActionPriority | null, weight: number, pausedUntil: string | null, closedInTracker: boolean, id: string, key: string, title: string, status: ActionStatus, allowedMoves: Array<ActionMove>, version: number, doneWhen: string | null, dueOn: string | null, overdue: boolean, ownerText: string | null, clock: { state: ClockState, targetDays: number | null, usedDays: number, pausedDays: number, breached: boolean, targetOn: string | null }, postmortem: { id: string, key: string, title: string, language: Language }, owner: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null };

export type ActionAlternativesQueryVariables = Exact<{
  id: string | number;
}>;


export type ActionAlternativesQuery = { actionItem: { id: string, links: Array<{ id: string, kind: ActionLinkKind, actionItem: { id: string, key: string, title: string, status: ActionStatus } }> } | null };

export type PickActionsQueryVariables = Exact<{
  query: string;
}>;


export type PickActionsQuery = { actionItems: { nodes: Array<{ id: string, key: string, title: string, postmortem: { id: string, key: string, language: Language } }> } };

export type ActionLinkMutationVariables = Exact<{
  id: string | number;
  input: ActionItemLinkInput;
}>;


export type ActionLinkMutation = { actionItemLink: { actionLink: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type ActionUnlinkMutationVariables = Exact<{
  id: string | number;
}>;


export type ActionUnlinkMutation = { actionItemUnlink: { actionLink: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type ActionTrendsQueryVariables = Exact<{
  team?: string | null | undefined;
  weeks: number;
}>;


export type ActionTrendsQuery = { actionTrends: { at: string, zone: string, team: { id: string, key: string, name: string } | null, ageing: { count: number, medianDays: number | null, p90Days: number | null, bands: Array<{ fromDays: number, toDays: number | null, inTime: number, overdue: number, withoutDate: number, paused: number }> }, burnUp: Array<{ week: string, at: string, proposed: number, done: number, verified: number, effective: number, rejected: number }> } | null };

export type DetailsOfCaseFragment = { id: string, version: number, title: string, language: Language, status: PostmortemStatus, visibility: Visibility, tags: Array<string>, allowedActs: Array<PostmortemAct>, authors: Array<{ id: string, name: string }>, reviewers: Array<{ id: string, name: string }>, facilitator: { id: string, name: string } | null, readers: Array<{ person: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }>, incidents: Array<{ id: string, key: string, title: string }> };

export type WriteDetailsQueryVariables = Exact<{
  id: string | number;
}>;


export type WriteDetailsQuery = { postmortem: { id: string, version: number, title: string, language: Language, status: PostmortemStatus, visibility: Visibility, tags: Array<string>, allowedActs: Array<PostmortemAct>, authors: Array<{ id: string, name: string }>, reviewers: Array<{ id: string, name: string }>, facilitator: { id: string, name: string } | null, readers: Array<{ person: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }>, incidents: Array<{ id: string, key: string, title: string }> } | null };

export type SaveDetailsMutationVariables = Exact<{
  id: string | number;
  input: PostmortemUpdateInput;
}>;


export type SaveDetailsMutation = { postmortemUpdate: { postmortem: { id: string, version: number, title: string, language: Language, status: PostmortemStatus, visibility: Visibility, tags: Array<string>, allowedActs: Array<PostmortemAct>, authors: Array<{ id: string, name: string }>, reviewers: Array<{ id: string, name: string }>, facilitator: { id: string, name: string } | null, readers: Array<{ person: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }>, incidents: Array<{ id: string, key: string, title: string }> } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type CaseDraftsQueryVariables = Exact<{
  id: string | number;
}>;


export type CaseDraftsQuery = { postmortem: { drafts: Array<{ part: string, text: string, updatedAt: string }> } | null };

export type MyDraftsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyDraftsQuery = { drafts: Array<{ part: string, updatedAt: string, postmortem: { id: string, key: string, title: string, language: Language } }> };

export type LifecycleOfCaseFragment = { id: string, status: PostmortemStatus, version: number };

export type SubmitCaseMutationVariables = Exact<{
  id: string | number;
}>;


export type SubmitCaseMutation = { postmortemSubmit: { postmortem: { id: string, status: PostmortemStatus, version: number } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type ApproveCaseMutationVariables = Exact<{
  id: string | number;
}>;


export type ApproveCaseMutation = { postmortemApprove: { postmortem: { id: string, status: PostmortemStatus, version: number } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type PublishCaseMutationVariables = Exact<{
  id: string | number;
}>;


export type PublishCaseMutation = { postmortemPublish: { postmortem: { id: string, status: PostmortemStatus, version: number } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type ArchiveCaseMutationVariables = Exact<{
  id: string | number;
}>;


export type ArchiveCaseMutation = { postmortemArchive: { postmortem: { id: string, status: PostmortemStatus, version: number } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type ReopenCaseMutationVariables = Exact<{
  id: string | number;
}>;


export type ReopenCaseMutation = { postmortemReopen: { postmortem: { id: string, status: PostmortemStatus, version: number } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type DeleteCaseMutationVariables = Exact<{
  id: string | number;
}>;


export type DeleteCaseMutation = { postmortemDelete: { postmortem: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type PickCasesQueryVariables = Exact<{
  query: string;
}>;


export type PickCasesQuery = { linkTargets: Array<{ kind: LinkTargetKind, key: string, title: string, language: Language | null }> };

export type PickedCaseQueryVariables = Exact<{
  key: string;
}>;


export type PickedCaseQuery = { postmortem: { id: string } | null };

export type IncidentForCaseQueryVariables = Exact<{
  key: string;
}>;


export type IncidentForCaseQuery = { incident: { id: string, key: string, title: string } | null };

export type CreateCaseMutationVariables = Exact<{
  input: PostmortemCreateInput;
}>;


export type CreateCaseMutation = { postmortemCreate: { postmortem: { key: string, sections: Array<{ position: number, body: string }> } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type FactorCreateMutationVariables = Exact<{
  postmortemId: string | number;
  input: FactorCreateInput;
}>;


export type FactorCreateMutation = { factorCreate: { factor: { id: string, text: string, kind: FactorKind, category: FactorCategory | null, practice: Practice | null, version: number, parent: { id: string } | null } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type FactorUpdateMutationVariables = Exact<{
  id: string | number;
  input: FactorUpdateInput;
}>;


export type FactorUpdateMutation = { factorUpdate: { factor: { id: string, text: string, kind: FactorKind, category: FactorCategory | null, practice: Practice | null, version: number, parent: { id: string } | null } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type FactorDeleteMutationVariables = Exact<{
  id: string | number;
}>;


export type FactorDeleteMutation = { factorDelete: { factor: { id: string, version: number } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type FindingCreateMutationVariables = Exact<{
  postmortemId: string | number;
  input: FindingCreateInput;
}>;


export type FindingCreateMutation = { findingCreate: { finding: { id: string, kind: FindingKind, text: string, version: number } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type FindingUpdateMutationVariables = Exact<{
  id: string | number;
  input: FindingUpdateInput;
}>;


export type FindingUpdateMutation = { findingUpdate: { finding: { id: string, kind: FindingKind, text: string, version: number } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type FindingDeleteMutationVariables = Exact<{
  id: string | number;
}>;


export type FindingDeleteMutation = { findingDelete: { finding: { id: string, version: number } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type PracticeAssessMutationVariables = Exact<{
  postmortemId: string | number;
  input: PracticeAssessInput;
}>;


export type PracticeAssessMutation = { practiceAssess: { practiceAssessment: { practice: Practice, verdict: PracticeVerdict, note: string | null } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type PracticeClearMutationVariables = Exact<{
  postmortemId: string | number;
  practice: Practice;
}>;


export type PracticeClearMutation = { practiceClear: { practiceAssessment: { practice: Practice } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type TimelineEventCreateMutationVariables = Exact<{
  postmortemId: string | number;
  input: TimelineEventCreateInput;
}>;


export type TimelineEventCreateMutation = { timelineEventCreate: { timelineEvent: { id: string, at: string, zone: string, marker: TimelineMarker, text: string, evidence: string | null, evidenceHtml: string | null, original: string | null, version: number, source: { kind: TimelineSourceKind, name: string | null } | null } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type TimelineEventUpdateMutationVariables = Exact<{
  id: string | number;
  input: TimelineEventUpdateInput;
}>;


export type TimelineEventUpdateMutation = { timelineEventUpdate: { timelineEvent: { id: string, at: string, zone: string, marker: TimelineMarker, text: string, evidence: string | null, evidenceHtml: string | null, original: string | null, version: number, source: { kind: TimelineSourceKind, name: string | null } | null } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type TimelineEventDeleteMutationVariables = Exact<{
  id: string | number;
}>;


export type TimelineEventDeleteMutation = { timelineEventDelete: { timelineEvent: { id: string, version: number } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type CaseActionCreateMutationVariables = Exact<{
  input: ActionItemCreateInput;
}>;


export type CaseActionCreateMutation = { actionItemCreate: { actionItem: { weight: number, detail: string | null, priority: ActionPriority | null, type: ActionType | null, reason: string | null, pausedUntil: string | null, trackerUrl: string | null, id: string, key: string, title: string, status: ActionStatus, allowedMoves: Array<ActionMove>, version: number, doneWhen: string | null, dueOn: string | null, overdue: boolean, ownerText: string | null, owner: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type CaseActionUpdateMutationVariables = Exact<{
  id: string | number;
  input: ActionItemUpdateInput;
}>;


export type CaseActionUpdateMutation = { actionItemUpdate: { actionItem: { weight: number, detail: string | null, priority: ActionPriority | null, type: ActionType | null, reason: string | null, pausedUntil: string | null, trackerUrl: string | null, id: string, key: string, title: string, status: ActionStatus, allowedMoves: Array<ActionMove>, version: number, doneWhen: string | null, dueOn: string | null, overdue: boolean, ownerText: string | null, owner: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type CaseActionDeleteMutationVariables = Exact<{
  id: string | number;
}>;


export type CaseActionDeleteMutation = { actionItemDelete: { actionItem: { id: string, version: number } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type CaseLinkCreateMutationVariables = Exact<{
  postmortemId: string | number;
  input: CaseLinkInput;
}>;


export type CaseLinkCreateMutation = { caseLink: { caseLink: { id: string, kind: CaseLinkKind, direction: CaseLinkDirection, note: string | null, postmortem: { id: string, key: string, title: string, language: Language, status: PostmortemStatus } } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type CaseLinkRemoveMutationVariables = Exact<{
  id: string | number;
}>;


export type CaseLinkRemoveMutation = { caseUnlink: { caseLink: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type PresentTimelineQueryVariables = Exact<{
  postmortemId: string | number;
}>;


export type PresentTimelineQuery = { postmortem: { id: string, timeline: Array<{ id: string, at: string, zone: string, marker: TimelineMarker, text: string, evidence: string | null, evidenceHtml: string | null, original: string | null, version: number, source: { kind: TimelineSourceKind, name: string | null } | null }> } | null };

export type PresentFactorsQueryVariables = Exact<{
  postmortemId: string | number;
}>;


export type PresentFactorsQuery = { postmortem: { id: string, allFactors: Array<{ id: string, text: string, kind: FactorKind, category: FactorCategory | null, practice: Practice | null, version: number, parent: { id: string } | null }> } | null };

export type PresentFindingsQueryVariables = Exact<{
  postmortemId: string | number;
}>;


export type PresentFindingsQuery = { postmortem: { id: string, findings: Array<{ id: string, kind: FindingKind, text: string, version: number }> } | null };

export type LatestActionsQueryVariables = Exact<{
  postmortemId: string | number;
}>;


export type LatestActionsQuery = { actionItems: { nodes: Array<{ weight: number, detail: string | null, priority: ActionPriority | null, type: ActionType | null, reason: string | null, pausedUntil: string | null, trackerUrl: string | null, id: string, key: string, title: string, status: ActionStatus, allowedMoves: Array<ActionMove>, version: number, doneWhen: string | null, dueOn: string | null, overdue: boolean, ownerText: string | null, owner: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }> } };

export type TemplatesQueryVariables = Exact<{
  language: Language;
}>;


export type TemplatesQuery = { postmortemTemplates: Array<{ name: string, label: string, description: string, origin: TemplateOrigin, sections: Array<{ heading: string, isRequired: boolean }> }> };

export type TimelineReadQueryVariables = Exact<{
  text: string;
  date?: string | null | undefined;
  zone?: string | null | undefined;
}>;


export type TimelineReadQuery = { timelineRead: Array<{ line: number, original: string, at: string | null, zone: string, marker: TimelineMarker, text: string, source: { kind: TimelineSourceKind, name: string | null } | null }> };

export type TimelineEventsCreateMutationVariables = Exact<{
  postmortemId: string | number;
  input: TimelineEventsCreateInput;
}>;


export type TimelineEventsCreateMutation = { timelineEventsCreate: { timelineEvents: Array<{ id: string }> | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type ProseOfCaseFragment = { id: string, key: string, version: number, summary: string, sections: Array<{ heading: string, body: string }>, revisions: { nodes: Array<{ at: string, editor: { name: string } | null }> } };

export type WriteProseQueryVariables = Exact<{
  id: string | number;
}>;


export type WriteProseQuery = { postmortem: { id: string, key: string, version: number, summary: string, drafts: Array<{ part: string, text: string, base: string, baseVersion: number, updatedAt: string }>, sections: Array<{ heading: string, body: string }>, revisions: { nodes: Array<{ at: string, editor: { name: string } | null }> } } | null };

export type SaveProseMutationVariables = Exact<{
  id: string | number;
  input: PostmortemUpdateInput;
}>;


export type SaveProseMutation = { postmortemUpdate: { postmortem: { id: string, key: string, version: number, summary: string, sections: Array<{ heading: string, body: string }>, revisions: { nodes: Array<{ at: string, editor: { name: string } | null }> } } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type SaveDraftMutationVariables = Exact<{
  id: string | number;
  input: DraftSaveInput;
}>;


export type SaveDraftMutation = { draftSave: { draft: { updatedAt: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type DiscardDraftMutationVariables = Exact<{
  id: string | number;
  part: string;
}>;


export type DiscardDraftMutation = { draftDiscard: { postmortem: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type PreviewQueryVariables = Exact<{
  text: string;
}>;


export type PreviewQuery = { markdownRender: string };

export type MentionsQueryVariables = Exact<{
  query: string;
}>;


export type MentionsQuery = { linkTargets: Array<{ kind: LinkTargetKind, key: string, title: string }> };

export type AttendCaseMutationVariables = Exact<{
  id: string | number;
  writing?: string | null | undefined;
}>;


export type AttendCaseMutation = { caseAttend: { others: Array<{ writing: string | null, since: string, person: { id: string, name: string } }> | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ActionToMoveFragmentDoc = new TypedDocumentString(`
    fragment ActionToMove on ActionItem {
  id
  key
  title
  status
  allowedMoves
  version
  doneWhen
  dueOn
  overdue
  owner {
    id
    name
  }
  ownerText
  team {
    id
    key
    name
  }
}
    `, {"fragmentName":"ActionToMove"}) as unknown as TypedDocumentString<ActionToMoveFragment, unknown>;
export const ActionClockFragmentDoc = new TypedDocumentString(`
    fragment ActionClock on Clock {
  state
  targetDays
  usedDays
  pausedDays
  breached
  targetOn
}
    `, {"fragmentName":"ActionClock"}) as unknown as TypedDocumentString<ActionClockFragment, unknown>;
export const ActionRowFragmentDoc = new TypedDocumentString(`
    fragment ActionRow on ActionItem {
  ...ActionToMove
  type
  priority
  weight
  pausedUntil
  closedInTracker
  clock {
    ...ActionClock
  }
  postmortem {
    id
    key
    title
    language
  }
}
    fragment ActionToMove on ActionItem {
  id
  key
  title
  status
  allowedMoves
  version
  doneWhen
  dueOn
  overdue
  owner {
    id
    name
  }
  ownerText
  team {
    id
    key
    name
  }
}
fragment ActionClock on Clock {
  state
  targetDays
  usedDays
  pausedDays
  breached
  targetOn
}`, {"fragmentName":"ActionRow"}) as unknown as TypedDocumentString<ActionRowFragment, unknown>;
export const ActionOnPageFragmentDoc = new TypedDocumentString(`
    fragment ActionOnPage on ActionItem {
  ...ActionRow
  weight
  detail
  detailHtml
  doneWhenHtml
  evidenceHtml
  createdAt
  completedAt
  updatedAt
  verifiedAt
  verifier {
    id
    name
  }
  effectCheckOn
  effectCheckDue
  effectNote
  reason
  pauseApprover {
    id
    name
  }
  initiative {
    id
    key
    title
  }
  trackerUrl
  trackerOffers
  trackerLinks {
    id
    provider
    label
    url
    title
    state
    proposal {
      proposedAt
      answer
    }
  }
  extensions {
    count
    lastReason
  }
  history(first: 100) {
    totalCount
    nodes {
      number
      at
      act
      fromStatus
      status
      reason
      title
      priority
      dueOn
      pausedUntil
      effectCheckOn
      actor {
        id
        name
      }
      owner {
        id
        name
      }
      team {
        id
        name
      }
    }
  }
}
    fragment ActionToMove on ActionItem {
  id
  key
  title
  status
  allowedMoves
  version
  doneWhen
  dueOn
  overdue
  owner {
    id
    name
  }
  ownerText
  team {
    id
    key
    name
  }
}
fragment ActionRow on ActionItem {
  ...ActionToMove
  type
  priority
  weight
  pausedUntil
  closedInTracker
  clock {
    ...ActionClock
  }
  postmortem {
    id
    key
    title
    language
  }
}
fragment ActionClock on Clock {
  state
  targetDays
  usedDays
  pausedDays
  breached
  targetOn
}`, {"fragmentName":"ActionOnPage"}) as unknown as TypedDocumentString<ActionOnPageFragment, unknown>;
export const CasePersonFragmentDoc = new TypedDocumentString(`
    fragment CasePerson on Person {
  id
  name
  archivedAt
}
    `, {"fragmentName":"CasePerson"}) as unknown as TypedDocumentString<CasePersonFragment, unknown>;
export const CaseIncidentFragmentDoc = new TypedDocumentString(`
    fragment CaseIncident on Incident {
  id
  key
  title
  kind
  severity
  status
  startedAt
  detectedAt
  acknowledgedAt
  identifiedAt
  mitigatedAt
  resolvedAt
  verifiedAt
  measurements {
    name
    seconds
    fromMilestone
    toMilestone
  }
  services {
    impact
    recoveredAt
    service {
      id
      name
      tier
    }
  }
}
    `, {"fragmentName":"CaseIncident"}) as unknown as TypedDocumentString<CaseIncidentFragment, unknown>;
export const CaseEventFragmentDoc = new TypedDocumentString(`
    fragment CaseEvent on TimelineEvent {
  id
  at
  zone
  marker
  text
  evidence
  evidenceHtml
  original
  version
  source {
    kind
    name
  }
}
    `, {"fragmentName":"CaseEvent"}) as unknown as TypedDocumentString<CaseEventFragment, unknown>;
export const CaseFactorFragmentDoc = new TypedDocumentString(`
    fragment CaseFactor on Factor {
  id
  text
  kind
  category
  practice
  version
  parent {
    id
  }
}
    `, {"fragmentName":"CaseFactor"}) as unknown as TypedDocumentString<CaseFactorFragment, unknown>;
export const CaseFindingFragmentDoc = new TypedDocumentString(`
    fragment CaseFinding on Finding {
  id
  kind
  text
  version
}
    `, {"fragmentName":"CaseFinding"}) as unknown as TypedDocumentString<CaseFindingFragment, unknown>;
export const CasePracticeFragmentDoc = new TypedDocumentString(`
    fragment CasePractice on PracticeAssessment {
  practice
  verdict
  note
}
    `, {"fragmentName":"CasePractice"}) as unknown as TypedDocumentString<CasePracticeFragment, unknown>;
export const CaseActionFragmentDoc = new TypedDocumentString(`
    fragment CaseAction on ActionItem {
  ...ActionToMove
  weight
  detail
  priority
  type
  reason
  pausedUntil
  trackerUrl
}
    fragment ActionToMove on ActionItem {
  id
  key
  title
  status
  allowedMoves
  version
  doneWhen
  dueOn
  overdue
  owner {
    id
    name
  }
  ownerText
  team {
    id
    key
    name
  }
}`, {"fragmentName":"CaseAction"}) as unknown as TypedDocumentString<CaseActionFragment, unknown>;
export const DismissalFragmentDoc = new TypedDocumentString(`
    fragment Dismissal on AdviceDismissal {
  reason
  at
  person {
    id
    name
  }
}
    `, {"fragmentName":"Dismissal"}) as unknown as TypedDocumentString<DismissalFragment, unknown>;
export const GivenAdviceFragmentDoc = new TypedDocumentString(`
    fragment GivenAdvice on CaseAdvice {
  mark
  kind
  sections
  actionItems {
    id
    key
  }
  incidents {
    id
    key
  }
  timelineEvents {
    id
    at
    zone
  }
  dismissal {
    ...Dismissal
  }
}
    fragment Dismissal on AdviceDismissal {
  reason
  at
  person {
    id
    name
  }
}`, {"fragmentName":"GivenAdvice"}) as unknown as TypedDocumentString<GivenAdviceFragment, unknown>;
export const CaseLinkFragmentDoc = new TypedDocumentString(`
    fragment CaseLink on CaseLink {
  id
  kind
  direction
  note
  postmortem {
    id
    key
    title
    language
    status
  }
}
    `, {"fragmentName":"CaseLink"}) as unknown as TypedDocumentString<CaseLinkFragment, unknown>;
export const CaseAttachmentFragmentDoc = new TypedDocumentString(`
    fragment CaseAttachment on Attachment {
  id
  name
  mediaType
  bytes
  url
  isImage
  createdAt
  uploadedBy {
    ...CasePerson
  }
}
    fragment CasePerson on Person {
  id
  name
  archivedAt
}`, {"fragmentName":"CaseAttachment"}) as unknown as TypedDocumentString<CaseAttachmentFragment, unknown>;
export const CasePageFragmentDoc = new TypedDocumentString(`
    fragment CasePage on Postmortem {
  id
  key
  title
  summary
  summaryHtml
  language
  status
  visibility
  template
  tags
  version
  revision
  allowedActs
  helpedCount
  viewerWasHelped
  createdAt
  updatedAt
  publishedAt
  clocks {
    writing {
      ...ActionClock
    }
    reviewing {
      ...ActionClock
    }
  }
  authors {
    ...CasePerson
  }
  reviewers {
    ...CasePerson
  }
  facilitator {
    ...CasePerson
  }
  readers {
    person {
      ...CasePerson
    }
    team {
      id
      key
      name
    }
  }
  source {
    company
    product
    url
    archiveUrl
    externalId
    categories
  }
  sections {
    position
    heading
    body
    bodyHtml
  }
  incidents {
    ...CaseIncident
  }
  timeline {
    ...CaseEvent
  }
  allFactors {
    ...CaseFactor
  }
  findings {
    ...CaseFinding
  }
  practices {
    ...CasePractice
  }
  actionItems(first: 50) {
    ...CaseAction
  }
  actionProgress {
    count
    finished
  }
  completeness {
    met
    asked
    advice {
      ...GivenAdvice
    }
  }
  links {
    ...CaseLink
  }
  attachments {
    ...CaseAttachment
  }
}
    fragment ActionToMove on ActionItem {
  id
  key
  title
  status
  allowedMoves
  version
  doneWhen
  dueOn
  overdue
  owner {
    id
    name
  }
  ownerText
  team {
    id
    key
    name
  }
}
fragment ActionClock on Clock {
  state
  targetDays
  usedDays
  pausedDays
  breached
  targetOn
}
fragment CasePerson on Person {
  id
  name
  archivedAt
}
fragment CaseIncident on Incident {
  id
  key
  title
  kind
  severity
  status
  startedAt
  detectedAt
  acknowledgedAt
  identifiedAt
  mitigatedAt
  resolvedAt
  verifiedAt
  measurements {
    name
    seconds
    fromMilestone
    toMilestone
  }
  services {
    impact
    recoveredAt
    service {
      id
      name
      tier
    }
  }
}
fragment CaseEvent on TimelineEvent {
  id
  at
  zone
  marker
  text
  evidence
  evidenceHtml
  original
  version
  source {
    kind
    name
  }
}
fragment CaseFactor on Factor {
  id
  text
  kind
  category
  practice
  version
  parent {
    id
  }
}
fragment CaseFinding on Finding {
  id
  kind
  text
  version
}
fragment CasePractice on PracticeAssessment {
  practice
  verdict
  note
}
fragment CaseAction on ActionItem {
  ...ActionToMove
  weight
  detail
  priority
  type
  reason
  pausedUntil
  trackerUrl
}
fragment CaseAttachment on Attachment {
  id
  name
  mediaType
  bytes
  url
  isImage
  createdAt
  uploadedBy {
    ...CasePerson
  }
}
fragment CaseLink on CaseLink {
  id
  kind
  direction
  note
  postmortem {
    id
    key
    title
    language
    status
  }
}
fragment GivenAdvice on CaseAdvice {
  mark
  kind
  sections
  actionItems {
    id
    key
  }
  incidents {
    id
    key
  }
  timelineEvents {
    id
    at
    zone
  }
  dismissal {
    ...Dismissal
  }
}
fragment Dismissal on AdviceDismissal {
  reason
  at
  person {
    id
    name
  }
}`, {"fragmentName":"CasePage"}) as unknown as TypedDocumentString<CasePageFragment, unknown>;
export const PersonLineFragmentDoc = new TypedDocumentString(`
    fragment PersonLine on Person {
  id
  name
  email
  role
  archivedAt
  version
  teams {
    role
    team {
      id
      key
      name
    }
  }
}
    `, {"fragmentName":"PersonLine"}) as unknown as TypedDocumentString<PersonLineFragment, unknown>;
export const ServiceLineFragmentDoc = new TypedDocumentString(`
    fragment ServiceLine on Service {
  id
  name
  tier
  businessFunction
  incidentCount
  archivedAt
  ownerTeam {
    id
    key
    name
  }
  dependsOn {
    id
    name
  }
}
    `, {"fragmentName":"ServiceLine"}) as unknown as TypedDocumentString<ServiceLineFragment, unknown>;
export const ServiceFactsFragmentDoc = new TypedDocumentString(`
    fragment ServiceFacts on Service {
  ...ServiceLine
  redundancy
  version
  dependents {
    id
    name
  }
}
    fragment ServiceLine on Service {
  id
  name
  tier
  businessFunction
  incidentCount
  archivedAt
  ownerTeam {
    id
    key
    name
  }
  dependsOn {
    id
    name
  }
}`, {"fragmentName":"ServiceFacts"}) as unknown as TypedDocumentString<ServiceFactsFragment, unknown>;
export const ScheduleFactsFragmentDoc = new TypedDocumentString(`
    fragment ScheduleFacts on WeeklySchedule {
  isOn
  weekday
  hour
}
    `, {"fragmentName":"ScheduleFacts"}) as unknown as TypedDocumentString<ScheduleFactsFragment, unknown>;
export const TeamFactsFragmentDoc = new TypedDocumentString(`
    fragment TeamFacts on Team {
  digestSchedule {
    ...ScheduleFacts
  }
  id
  key
  name
  version
  archivedAt
  calendar {
    id
    name
  }
  members {
    role
    person {
      id
      name
      archivedAt
    }
  }
}
    fragment ScheduleFacts on WeeklySchedule {
  isOn
  weekday
  hour
}`, {"fragmentName":"TeamFacts"}) as unknown as TypedDocumentString<TeamFactsFragment, unknown>;
export const CommentSaidFragmentDoc = new TypedDocumentString(`
    fragment CommentSaid on Comment {
  id
  version
  text
  textHtml
  createdAt
  editedAt
  removedAt
  allowedActs
  author {
    id
    name
  }
}
    `, {"fragmentName":"CommentSaid"}) as unknown as TypedDocumentString<CommentSaidFragment, unknown>;
export const CommentThreadFragmentDoc = new TypedDocumentString(`
    fragment CommentThread on CommentThread {
  id
  version
  kind
  state
  part
  heading
  quote
  isPartGone
  createdAt
  answerHtml
  settledAt
  settledBy {
    id
    name
  }
  section {
    position
  }
  timelineEvent {
    id
  }
  factor {
    id
  }
  finding {
    id
  }
  actionItem {
    id
  }
  comments {
    ...CommentSaid
  }
}
    fragment CommentSaid on Comment {
  id
  version
  text
  textHtml
  createdAt
  editedAt
  removedAt
  allowedActs
  author {
    id
    name
  }
}`, {"fragmentName":"CommentThread"}) as unknown as TypedDocumentString<CommentThreadFragment, unknown>;
export const WeekNumberFragmentDoc = new TypedDocumentString(`
    fragment WeekNumber on DigestNumber {
  now
  before
}
    `, {"fragmentName":"WeekNumber"}) as unknown as TypedDocumentString<WeekNumberFragment, unknown>;
export const WeekNumbersFragmentDoc = new TypedDocumentString(`
    fragment WeekNumbers on DigestNumbers {
  open {
    ...WeekNumber
  }
  overdue {
    ...WeekNumber
  }
  proposed {
    ...WeekNumber
  }
  done {
    ...WeekNumber
  }
  verified {
    ...WeekNumber
  }
  effective {
    ...WeekNumber
  }
  extended {
    ...WeekNumber
  }
}
    fragment WeekNumber on DigestNumber {
  now
  before
}`, {"fragmentName":"WeekNumbers"}) as unknown as TypedDocumentString<WeekNumbersFragment, unknown>;
export const DigestLineFragmentDoc = new TypedDocumentString(`
    fragment DigestLine on DigestEntry {
  title
  status
  day
  daysLate
  reason
  owner {
    id
    name
  }
  actionItem {
    id
    key
    postmortem {
      id
      language
    }
  }
}
    `, {"fragmentName":"DigestLine"}) as unknown as TypedDocumentString<DigestLineFragment, unknown>;
export const DigestCaseFragmentDoc = new TypedDocumentString(`
    fragment DigestCase on Postmortem {
  id
  key
  title
  language
}
    `, {"fragmentName":"DigestCase"}) as unknown as TypedDocumentString<DigestCaseFragment, unknown>;
export const DigestFactsFragmentDoc = new TypedDocumentString(`
    fragment DigestFacts on Digest {
  week
  from
  until
  isFinal
  team {
    id
    key
    name
  }
  numbers {
    ...WeekNumbers
  }
  sections {
    kind
    count
    entries {
      ...DigestLine
    }
  }
  recurrences {
    postmortem {
      ...DigestCase
    }
    earlier {
      ...DigestCase
    }
  }
  waitingReviews {
    days
    postmortem {
      ...DigestCase
    }
  }
  worthReading {
    reason
    postmortem {
      ...DigestCase
    }
  }
  teams {
    team {
      id
      key
      name
    }
    numbers {
      ...WeekNumbers
    }
  }
}
    fragment DigestCase on Postmortem {
  id
  key
  title
  language
}
fragment WeekNumbers on DigestNumbers {
  open {
    ...WeekNumber
  }
  overdue {
    ...WeekNumber
  }
  proposed {
    ...WeekNumber
  }
  done {
    ...WeekNumber
  }
  verified {
    ...WeekNumber
  }
  effective {
    ...WeekNumber
  }
  extended {
    ...WeekNumber
  }
}
fragment WeekNumber on DigestNumber {
  now
  before
}
fragment DigestLine on DigestEntry {
  title
  status
  day
  daysLate
  reason
  owner {
    id
    name
  }
  actionItem {
    id
    key
    postmortem {
      id
      language
    }
  }
}`, {"fragmentName":"DigestFacts"}) as unknown as TypedDocumentString<DigestFactsFragment, unknown>;
export const DigestSendingFragmentDoc = new TypedDocumentString(`
    fragment DigestSending on Organization {
  version
  digestSchedule {
    ...ScheduleFacts
  }
  leadersDigest {
    isOn
    weekday
    hour
    recipients {
      id
      name
    }
  }
}
    fragment ScheduleFacts on WeeklySchedule {
  isOn
  weekday
  hour
}`, {"fragmentName":"DigestSending"}) as unknown as TypedDocumentString<DigestSendingFragment, unknown>;
export const DigestPreviewedFragmentDoc = new TypedDocumentString(`
    fragment DigestPreviewed on Digest {
  mailText {
    subject
    text
  }
}
    `, {"fragmentName":"DigestPreviewed"}) as unknown as TypedDocumentString<DigestPreviewedFragment, unknown>;
export const AdvisedCaseFragmentDoc = new TypedDocumentString(`
    fragment AdvisedCase on Postmortem {
  id
  completeness {
    met
    asked
    advice {
      ...GivenAdvice
    }
  }
}
    fragment GivenAdvice on CaseAdvice {
  mark
  kind
  sections
  actionItems {
    id
    key
  }
  incidents {
    id
    key
  }
  timelineEvents {
    id
    at
    zone
  }
  dismissal {
    ...Dismissal
  }
}
fragment Dismissal on AdviceDismissal {
  reason
  at
  person {
    id
    name
  }
}`, {"fragmentName":"AdvisedCase"}) as unknown as TypedDocumentString<AdvisedCaseFragment, unknown>;
export const RuleWordsFragmentDoc = new TypedDocumentString(`
    fragment RuleWords on LanguageRule {
  name
  fault
  why
  ask
}
    `, {"fragmentName":"RuleWords"}) as unknown as TypedDocumentString<RuleWordsFragment, unknown>;
export const LanguageNoteFragmentDoc = new TypedDocumentString(`
    fragment LanguageNote on CaseLanguageFinding {
  mark
  place
  before
  words
  after
  rule {
    ...RuleWords
  }
  section {
    position
  }
  actionItem {
    id
    key
  }
  dismissal {
    ...Dismissal
  }
}
    fragment Dismissal on AdviceDismissal {
  reason
  at
  person {
    id
    name
  }
}
fragment RuleWords on LanguageRule {
  name
  fault
  why
  ask
}`, {"fragmentName":"LanguageNote"}) as unknown as TypedDocumentString<LanguageNoteFragment, unknown>;
export const IncidentLineFragmentDoc = new TypedDocumentString(`
    fragment IncidentLine on Incident {
  id
  key
  title
  kind
  severity
  status
  startedAt
  createdAt
  allowedActs
  measurements {
    name
    seconds
  }
  services {
    service {
      id
      name
    }
  }
  postmortems {
    id
    key
    title
    status
    language
  }
}
    `, {"fragmentName":"IncidentLine"}) as unknown as TypedDocumentString<IncidentLineFragment, unknown>;
export const IncidentPageFragmentDoc = new TypedDocumentString(`
    fragment IncidentPage on Incident {
  id
  key
  version
  title
  kind
  severity
  status
  summary
  summaryHtml
  startedAt
  detectedAt
  acknowledgedAt
  identifiedAt
  mitigatedAt
  resolvedAt
  verifiedAt
  createdAt
  updatedAt
  allowedActs
  reporter {
    id
    name
  }
  services {
    impact
    recoveredAt
    service {
      id
      name
    }
  }
  responders {
    role
    person {
      id
      name
    }
  }
  references {
    source
    externalId
    url
  }
  postmortems {
    id
    key
    title
    status
    language
    visibility
  }
}
    `, {"fragmentName":"IncidentPage"}) as unknown as TypedDocumentString<IncidentPageFragment, unknown>;
export const InitiativeProgressCountsFragmentDoc = new TypedDocumentString(`
    fragment InitiativeProgressCounts on InitiativeProgress {
  count
  finished
  effective
  overdue
  caseCount
  byStatus {
    status
    count
  }
}
    `, {"fragmentName":"InitiativeProgressCounts"}) as unknown as TypedDocumentString<InitiativeProgressCountsFragment, unknown>;
export const InitiativeLineFragmentDoc = new TypedDocumentString(`
    fragment InitiativeLine on Initiative {
  id
  key
  title
  status
  targetOn
  late
  team {
    id
    key
    name
  }
  owner {
    id
    name
  }
  progress {
    ...InitiativeProgressCounts
  }
}
    fragment InitiativeProgressCounts on InitiativeProgress {
  count
  finished
  effective
  overdue
  caseCount
  byStatus {
    status
    count
  }
}`, {"fragmentName":"InitiativeLine"}) as unknown as TypedDocumentString<InitiativeLineFragment, unknown>;
export const InitiativeEventFactsFragmentDoc = new TypedDocumentString(`
    fragment InitiativeEventFacts on InitiativeEvent {
  number
  at
  act
  fromStatus
  status
  reason
  targetOn
  actor {
    id
    name
  }
  owner {
    id
    name
  }
  team {
    id
    name
  }
}
    `, {"fragmentName":"InitiativeEventFacts"}) as unknown as TypedDocumentString<InitiativeEventFactsFragment, unknown>;
export const InitiativeFactsFragmentDoc = new TypedDocumentString(`
    fragment InitiativeFacts on Initiative {
  ...InitiativeLine
  version
  goal
  goalHtml
  reason
  createdAt
  updatedAt
  allowedMoves
  progress {
    byPriority {
      priority
      count
      finished
    }
  }
  cases(first: 50) {
    totalCount
    nodes {
      id
      key
      title
      language
    }
  }
  history(first: 100) {
    totalCount
    nodes {
      ...InitiativeEventFacts
    }
  }
}
    fragment InitiativeLine on Initiative {
  id
  key
  title
  status
  targetOn
  late
  team {
    id
    key
    name
  }
  owner {
    id
    name
  }
  progress {
    ...InitiativeProgressCounts
  }
}
fragment InitiativeProgressCounts on InitiativeProgress {
  count
  finished
  effective
  overdue
  caseCount
  byStatus {
    status
    count
  }
}
fragment InitiativeEventFacts on InitiativeEvent {
  number
  at
  act
  fromStatus
  status
  reason
  targetOn
  actor {
    id
    name
  }
  owner {
    id
    name
  }
  team {
    id
    name
  }
}`, {"fragmentName":"InitiativeFacts"}) as unknown as TypedDocumentString<InitiativeFactsFragment, unknown>;
export const KinReasonFragmentDoc = new TypedDocumentString(`
    fragment KinReason on KinCase {
  isLinked
  isSimilar
  sharedCategories
  sharedFactors
  sharedServices
  sharedTerms
}
    `, {"fragmentName":"KinReason"}) as unknown as TypedDocumentString<KinReasonFragment, unknown>;
export const SavedSearchLineFragmentDoc = new TypedDocumentString(`
    fragment SavedSearchLine on SavedSearch {
  id
  version
  name
  address
  shared
  isMine
  owner {
    name
  }
}
    `, {"fragmentName":"SavedSearchLine"}) as unknown as TypedDocumentString<SavedSearchLineFragment, unknown>;
export const CaseLineFragmentDoc = new TypedDocumentString(`
    fragment CaseLine on Postmortem {
  id
  key
  title
  status
  visibility
  language
  updatedAt
  publishedAt
  incidents {
    key
    severity
    startedAt
    measurements {
      name
      seconds
    }
    services {
      service {
        name
      }
    }
  }
  actionProgress {
    count
    finished
  }
  helpedCount
}
    `, {"fragmentName":"CaseLine"}) as unknown as TypedDocumentString<CaseLineFragment, unknown>;
export const EditionOnPageFragmentDoc = new TypedDocumentString(`
    fragment EditionOnPage on PublicEdition {
  id
  version
  status
  title
  text
  language
  markdown
  insideMarkdown
  editedAt
  approvedAt
  changedParts
  omittedSections
  withActionDetails
  withFindings
  withPractices
  isListed
  isServed
  url
  omittedEvents {
    id
  }
  editor {
    id
    name
  }
  approver {
    id
    name
  }
  publicVersion {
    number
    publishedAt
  }
  findings {
    kind
    words
    line
    heading
    isBlocking
  }
  replacements {
    kind
    found
    instead
    count
  }
}
    `, {"fragmentName":"EditionOnPage"}) as unknown as TypedDocumentString<EditionOnPageFragment, unknown>;
export const AgendaDecisionFragmentDoc = new TypedDocumentString(`
    fragment AgendaDecision on ReviewDecision {
  id
  version
  text
  textHtml
  createdAt
  createdBy {
    id
    name
  }
  actionItem {
    id
    key
    title
    status
  }
}
    `, {"fragmentName":"AgendaDecision"}) as unknown as TypedDocumentString<AgendaDecisionFragment, unknown>;
export const AgendaQuestionFragmentDoc = new TypedDocumentString(`
    fragment AgendaQuestion on CommentThread {
  id
  state
  comments {
    id
    text
  }
}
    `, {"fragmentName":"AgendaQuestion"}) as unknown as TypedDocumentString<AgendaQuestionFragment, unknown>;
export const AgendaCaseFragmentDoc = new TypedDocumentString(`
    fragment AgendaCase on ReviewAgendaCase {
  id
  version
  plannedMinutes
  notes
  notesHtml
  outcome
  decisions {
    ...AgendaDecision
  }
  unmeasuredSpans {
    name
    missing
    incident {
      id
      key
    }
  }
  postmortem {
    id
    key
    title
    language
    status
    allowedActs
    incidents {
      key
      severity
    }
    threads(first: 50, filter: {kind: QUESTION, states: [OPEN, CARRIED]}) {
      totalCount
      nodes {
        ...AgendaQuestion
      }
    }
    approval {
      teams {
        team {
          id
          name
        }
        signOff {
          verdict
        }
      }
    }
  }
}
    fragment AgendaQuestion on CommentThread {
  id
  state
  comments {
    id
    text
  }
}
fragment AgendaDecision on ReviewDecision {
  id
  version
  text
  textHtml
  createdAt
  createdBy {
    id
    name
  }
  actionItem {
    id
    key
    title
    status
  }
}`, {"fragmentName":"AgendaCase"}) as unknown as TypedDocumentString<AgendaCaseFragment, unknown>;
export const MeetingAttendeeFragmentDoc = new TypedDocumentString(`
    fragment MeetingAttendee on ReviewAttendee {
  isInvited
  answer
  presence
  person {
    id
    name
    teams {
      team {
        id
      }
    }
  }
}
    `, {"fragmentName":"MeetingAttendee"}) as unknown as TypedDocumentString<MeetingAttendeeFragment, unknown>;
export const MeetingFactsFragmentDoc = new TypedDocumentString(`
    fragment MeetingFacts on ReviewMeeting {
  id
  version
  key
  title
  state
  startsAt
  zone
  durationMinutes
  place
  reason
  startedAt
  endedAt
  closing
  closingHtml
  allowedActs
  facilitator {
    id
    name
  }
  teams {
    id
    key
    name
  }
  people {
    id
    name
  }
  series {
    id
    title
  }
  agenda {
    ...AgendaCase
  }
  attendance {
    ...MeetingAttendee
  }
  overdueActions(first: 50) {
    totalCount
    nodes {
      ...ActionRow
    }
  }
}
    fragment ActionToMove on ActionItem {
  id
  key
  title
  status
  allowedMoves
  version
  doneWhen
  dueOn
  overdue
  owner {
    id
    name
  }
  ownerText
  team {
    id
    key
    name
  }
}
fragment ActionRow on ActionItem {
  ...ActionToMove
  type
  priority
  weight
  pausedUntil
  closedInTracker
  clock {
    ...ActionClock
  }
  postmortem {
    id
    key
    title
    language
  }
}
fragment ActionClock on Clock {
  state
  targetDays
  usedDays
  pausedDays
  breached
  targetOn
}
fragment MeetingAttendee on ReviewAttendee {
  isInvited
  answer
  presence
  person {
    id
    name
    teams {
      team {
        id
      }
    }
  }
}
fragment AgendaCase on ReviewAgendaCase {
  id
  version
  plannedMinutes
  notes
  notesHtml
  outcome
  decisions {
    ...AgendaDecision
  }
  unmeasuredSpans {
    name
    missing
    incident {
      id
      key
    }
  }
  postmortem {
    id
    key
    title
    language
    status
    allowedActs
    incidents {
      key
      severity
    }
    threads(first: 50, filter: {kind: QUESTION, states: [OPEN, CARRIED]}) {
      totalCount
      nodes {
        ...AgendaQuestion
      }
    }
    approval {
      teams {
        team {
          id
          name
        }
        signOff {
          verdict
        }
      }
    }
  }
}
fragment AgendaQuestion on CommentThread {
  id
  state
  comments {
    id
    text
  }
}
fragment AgendaDecision on ReviewDecision {
  id
  version
  text
  textHtml
  createdAt
  createdBy {
    id
    name
  }
  actionItem {
    id
    key
    title
    status
  }
}`, {"fragmentName":"MeetingFacts"}) as unknown as TypedDocumentString<MeetingFactsFragment, unknown>;
export const MeetingLineFragmentDoc = new TypedDocumentString(`
    fragment MeetingLine on ReviewMeeting {
  id
  key
  title
  state
  startsAt
  zone
  durationMinutes
  facilitator {
    id
    name
  }
  teams {
    id
    key
    name
  }
  series {
    id
  }
  agenda {
    id
  }
}
    `, {"fragmentName":"MeetingLine"}) as unknown as TypedDocumentString<MeetingLineFragment, unknown>;
export const QueuedCaseFragmentDoc = new TypedDocumentString(`
    fragment QueuedCase on ReviewQueueEntry {
  severity
  waitingSince
  clock {
    ...ActionClock
  }
  postmortem {
    id
    key
    title
    language
    allowedActs
  }
}
    fragment ActionClock on Clock {
  state
  targetDays
  usedDays
  pausedDays
  breached
  targetOn
}`, {"fragmentName":"QueuedCase"}) as unknown as TypedDocumentString<QueuedCaseFragment, unknown>;
export const ReviewSeriesFactsFragmentDoc = new TypedDocumentString(`
    fragment ReviewSeriesFacts on ReviewSeries {
  id
  version
  title
  durationMinutes
  place
  archivedAt
  cadence {
    rule
    startsOn
    zone
    time
  }
  createdBy {
    id
  }
  facilitator {
    id
    name
  }
  teams {
    id
    key
    name
  }
  people {
    id
    name
  }
  nextMeetings {
    id
    key
    startsAt
    zone
  }
}
    `, {"fragmentName":"ReviewSeriesFacts"}) as unknown as TypedDocumentString<ReviewSeriesFactsFragment, unknown>;
export const FeedbackFactsFragmentDoc = new TypedDocumentString(`
    fragment FeedbackFacts on ReviewMeetingFeedback {
  openUntil
  mayAnswer
  mine {
    timeWellSpent
    learnedSomething
    decisionsCarriedOut
    word
  }
  results {
    count
    timeWellSpent
    learnedSomething
    decisionsCarriedOut
    words
  }
}
    `, {"fragmentName":"FeedbackFacts"}) as unknown as TypedDocumentString<FeedbackFactsFragment, unknown>;
export const AdminPersonFragmentDoc = new TypedDocumentString(`
    fragment AdminPerson on Person {
  id
  version
  name
  email
  role
  createdAt
  archivedAt
  teams {
    team {
      key
      name
    }
  }
}
    `, {"fragmentName":"AdminPerson"}) as unknown as TypedDocumentString<AdminPersonFragment, unknown>;
export const AuditLineFragmentDoc = new TypedDocumentString(`
    fragment AuditLine on AuditEntry {
  id
  at
  act
  actor
  outcome
  code
  address
  subjectKey
  subjectPerson {
    id
    name
  }
  person {
    id
    name
  }
  postmortem {
    key
    title
    language
  }
  details {
    name
    values
  }
}
    `, {"fragmentName":"AuditLine"}) as unknown as TypedDocumentString<AuditLineFragment, unknown>;
export const DeadLetterLineFragmentDoc = new TypedDocumentString(`
    fragment DeadLetterLine on DeadLetter {
  id
  topic
  subject
  attempts
  lastError
  createdAt
  failedAt
}
    `, {"fragmentName":"DeadLetterLine"}) as unknown as TypedDocumentString<DeadLetterLineFragment, unknown>;
export const RulesFragmentDoc = new TypedDocumentString(`
    fragment Rules on ImprovementPolicy {
  version
  boundedWording
  evidence
  otherVerifier
  otherApprover
  effectCheckWeeks
  timelineGapMinutes
  approval
  targets {
    subject
    severity
    days
  }
  reminders {
    before
    every
    escalateAfter
    verifyAfter
  }
}
    `, {"fragmentName":"Rules"}) as unknown as TypedDocumentString<RulesFragment, unknown>;
export const CalendarFactsFragmentDoc = new TypedDocumentString(`
    fragment CalendarFacts on WorkCalendar {
  id
  version
  name
  zone
  weekdays
  specialDays {
    from
    to
    name
    isWorked
  }
  teams {
    id
    name
  }
}
    `, {"fragmentName":"CalendarFacts"}) as unknown as TypedDocumentString<CalendarFactsFragment, unknown>;
export const ChannelLineFragmentDoc = new TypedDocumentString(`
    fragment ChannelLine on Channel {
  id
  version
  kind
  name
  locale
  topics
  address
  isSigned
  lastSentAt
  lastError
  archivedAt
  team {
    id
    key
    name
  }
}
    `, {"fragmentName":"ChannelLine"}) as unknown as TypedDocumentString<ChannelLineFragment, unknown>;
export const MailChoicesFragmentDoc = new TypedDocumentString(`
    fragment MailChoices on MailPreferences {
  version
  digest
  reminders
  comments
  meetings
  quietFrom
  quietUntil
}
    `, {"fragmentName":"MailChoices"}) as unknown as TypedDocumentString<MailChoicesFragment, unknown>;
export const SessionLineFragmentDoc = new TypedDocumentString(`
    fragment SessionLine on Session {
  id
  method
  createdAt
  lastSeenAt
  address
  userAgent
  isCurrent
}
    `, {"fragmentName":"SessionLine"}) as unknown as TypedDocumentString<SessionLineFragment, unknown>;
export const TokenLineFragmentDoc = new TypedDocumentString(`
    fragment TokenLine on ApiToken {
  id
  name
  kind
  hint
  scopes
  createdAt
  expiresAt
  lastUsedAt
  revokedAt
}
    `, {"fragmentName":"TokenLine"}) as unknown as TypedDocumentString<TokenLineFragment, unknown>;
export const TrackerConnectionLineFragmentDoc = new TypedDocumentString(`
    fragment TrackerConnectionLine on ConnectedTracker {
  id
  version
  provider
  name
  baseUrl
  projects
  hookUrl
  lastDeliveryAt
  lastError
  lastErrorAt
  archivedAt
}
    `, {"fragmentName":"TrackerConnectionLine"}) as unknown as TypedDocumentString<TrackerConnectionLineFragment, unknown>;
export const AskedTeamFragmentDoc = new TypedDocumentString(`
    fragment AskedTeam on TeamApproval {
  maySign
  mayRecord
  team {
    id
    key
    name
  }
  signOff {
    verdict
    reservations
    at
    changedParts
    person {
      id
      name
    }
    recordedBy {
      id
      name
    }
  }
}
    `, {"fragmentName":"AskedTeam"}) as unknown as TypedDocumentString<AskedTeamFragment, unknown>;
export const ApprovedCaseFragmentDoc = new TypedDocumentString(`
    fragment ApprovedCase on Postmortem {
  id
  approval {
    rule
    revision
    changedParts
    missing {
      id
      name
    }
    teams {
      ...AskedTeam
    }
  }
}
    fragment AskedTeam on TeamApproval {
  maySign
  mayRecord
  team {
    id
    key
    name
  }
  signOff {
    verdict
    reservations
    at
    changedParts
    person {
      id
      name
    }
    recordedBy {
      id
      name
    }
  }
}`, {"fragmentName":"ApprovedCase"}) as unknown as TypedDocumentString<ApprovedCaseFragment, unknown>;
export const CadenceValuesFragmentDoc = new TypedDocumentString(`
    fragment CadenceValues on TaskCadence {
  rule
  startsOn
  zone
  time
  graceDays
  validFrom
  validUntil
}
    `, {"fragmentName":"CadenceValues"}) as unknown as TypedDocumentString<CadenceValuesFragment, unknown>;
export const TaskLineFragmentDoc = new TypedDocumentString(`
    fragment TaskLine on RecurringTask {
  id
  key
  title
  state
  archivedAt
  team {
    id
    key
    name
  }
  owner {
    id
    name
  }
  service {
    id
    name
  }
  cadences {
    ...CadenceValues
  }
  occurrences(last: 6, next: 1) {
    dueOn
    state
  }
}
    fragment CadenceValues on TaskCadence {
  rule
  startsOn
  zone
  time
  graceDays
  validFrom
  validUntil
}`, {"fragmentName":"TaskLine"}) as unknown as TypedDocumentString<TaskLineFragment, unknown>;
export const OccurrenceFactsFragmentDoc = new TypedDocumentString(`
    fragment OccurrenceFacts on TaskOccurrence {
  dueOn
  dueAt
  graceUntil
  state
  runs {
    id
    result
    note
    evidence
    doneAt
    recordedAt
    doneBy {
      id
      name
    }
  }
}
    `, {"fragmentName":"OccurrenceFacts"}) as unknown as TypedDocumentString<OccurrenceFactsFragment, unknown>;
export const TaskFactsFragmentDoc = new TypedDocumentString(`
    fragment TaskFacts on RecurringTask {
  id
  version
  key
  title
  detail
  practice
  state
  archivedAt
  team {
    id
    key
    name
  }
  owner {
    id
    name
  }
  service {
    id
    name
    tier
  }
  cadences {
    ...CadenceValues
  }
  occurrences(last: 24, next: 3) {
    ...OccurrenceFacts
  }
}
    fragment CadenceValues on TaskCadence {
  rule
  startsOn
  zone
  time
  graceDays
  validFrom
  validUntil
}
fragment OccurrenceFacts on TaskOccurrence {
  dueOn
  dueAt
  graceUntil
  state
  runs {
    id
    result
    note
    evidence
    doneAt
    recordedAt
    doneBy {
      id
      name
    }
  }
}`, {"fragmentName":"TaskFacts"}) as unknown as TypedDocumentString<TaskFactsFragment, unknown>;
export const RuleOfTemplateFragmentDoc = new TypedDocumentString(`
    fragment RuleOfTemplate on TemplateRule {
  number
  template
  kinds
  severities
  services
  tiers
}
    `, {"fragmentName":"RuleOfTemplate"}) as unknown as TypedDocumentString<RuleOfTemplateFragment, unknown>;
export const TiedActionFragmentDoc = new TypedDocumentString(`
    fragment TiedAction on ActionItem {
  ...ActionRow
}
    fragment ActionToMove on ActionItem {
  id
  key
  title
  status
  allowedMoves
  version
  doneWhen
  dueOn
  overdue
  owner {
    id
    name
  }
  ownerText
  team {
    id
    key
    name
  }
}
fragment ActionRow on ActionItem {
  ...ActionToMove
  type
  priority
  weight
  pausedUntil
  closedInTracker
  clock {
    ...ActionClock
  }
  postmortem {
    id
    key
    title
    language
  }
}
fragment ActionClock on Clock {
  state
  targetDays
  usedDays
  pausedDays
  breached
  targetOn
}`, {"fragmentName":"TiedAction"}) as unknown as TypedDocumentString<TiedActionFragment, unknown>;
export const DetailsOfCaseFragmentDoc = new TypedDocumentString(`
    fragment DetailsOfCase on Postmortem {
  id
  version
  title
  language
  status
  visibility
  tags
  allowedActs
  authors {
    id
    name
  }
  reviewers {
    id
    name
  }
  facilitator {
    id
    name
  }
  readers {
    person {
      id
      name
    }
    team {
      id
      key
      name
    }
  }
  incidents {
    id
    key
    title
  }
}
    `, {"fragmentName":"DetailsOfCase"}) as unknown as TypedDocumentString<DetailsOfCaseFragment, unknown>;
export const LifecycleOfCaseFragmentDoc = new TypedDocumentString(`
    fragment LifecycleOfCase on Postmortem {
  id
  status
  version
}
    `, {"fragmentName":"LifecycleOfCase"}) as unknown as TypedDocumentString<LifecycleOfCaseFragment, unknown>;
export const ProseOfCaseFragmentDoc = new TypedDocumentString(`
    fragment ProseOfCase on Postmortem {
  id
  key
  version
  summary
  sections {
    heading
    body
  }
  revisions(first: 1) {
    nodes {
      at
      editor {
        name
      }
    }
  }
}
    `, {"fragmentName":"ProseOfCase"}) as unknown as TypedDocumentString<ProseOfCaseFragment, unknown>;
export const ActionCommitDocument = new TypedDocumentString(`
    mutation ActionCommit($id: ID!, $input: ActionItemCommitInput) {
  actionItemCommit(id: $id, input: $input) {
    actionItem {
      ...ActionToMove
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment ActionToMove on ActionItem {
  id
  key
  title
  status
  allowedMoves
  version
  doneWhen
  dueOn
  overdue
  owner {
    id
    name
  }
  ownerText
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<ActionCommitMutation, ActionCommitMutationVariables>;
export const ActionStartDocument = new TypedDocumentString(`
    mutation ActionStart($id: ID!) {
  actionItemStart(id: $id) {
    actionItem {
      ...ActionToMove
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment ActionToMove on ActionItem {
  id
  key
  title
  status
  allowedMoves
  version
  doneWhen
  dueOn
  overdue
  owner {
    id
    name
  }
  ownerText
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<ActionStartMutation, ActionStartMutationVariables>;
export const ActionExtendDocument = new TypedDocumentString(`
    mutation ActionExtend($id: ID!, $input: ActionItemExtendInput!) {
  actionItemExtend(id: $id, input: $input) {
    actionItem {
      ...ActionToMove
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment ActionToMove on ActionItem {
  id
  key
  title
  status
  allowedMoves
  version
  doneWhen
  dueOn
  overdue
  owner {
    id
    name
  }
  ownerText
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<ActionExtendMutation, ActionExtendMutationVariables>;
export const ActionCompleteDocument = new TypedDocumentString(`
    mutation ActionComplete($id: ID!, $input: ActionItemCompleteInput!) {
  actionItemComplete(id: $id, input: $input) {
    actionItem {
      ...ActionToMove
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment ActionToMove on ActionItem {
  id
  key
  title
  status
  allowedMoves
  version
  doneWhen
  dueOn
  overdue
  owner {
    id
    name
  }
  ownerText
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<ActionCompleteMutation, ActionCompleteMutationVariables>;
export const ActionVerifyDocument = new TypedDocumentString(`
    mutation ActionVerify($id: ID!, $input: ActionItemVerifyInput) {
  actionItemVerify(id: $id, input: $input) {
    actionItem {
      ...ActionToMove
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment ActionToMove on ActionItem {
  id
  key
  title
  status
  allowedMoves
  version
  doneWhen
  dueOn
  overdue
  owner {
    id
    name
  }
  ownerText
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<ActionVerifyMutation, ActionVerifyMutationVariables>;
export const ActionConfirmEffectDocument = new TypedDocumentString(`
    mutation ActionConfirmEffect($id: ID!, $input: ActionItemConfirmEffectInput) {
  actionItemConfirmEffect(id: $id, input: $input) {
    actionItem {
      ...ActionToMove
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment ActionToMove on ActionItem {
  id
  key
  title
  status
  allowedMoves
  version
  doneWhen
  dueOn
  overdue
  owner {
    id
    name
  }
  ownerText
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<ActionConfirmEffectMutation, ActionConfirmEffectMutationVariables>;
export const ActionRejectDocument = new TypedDocumentString(`
    mutation ActionReject($id: ID!, $input: ActionItemRejectInput!) {
  actionItemReject(id: $id, input: $input) {
    actionItem {
      ...ActionToMove
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment ActionToMove on ActionItem {
  id
  key
  title
  status
  allowedMoves
  version
  doneWhen
  dueOn
  overdue
  owner {
    id
    name
  }
  ownerText
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<ActionRejectMutation, ActionRejectMutationVariables>;
export const ActionPauseDocument = new TypedDocumentString(`
    mutation ActionPause($id: ID!, $input: ActionItemPauseInput!) {
  actionItemPause(id: $id, input: $input) {
    actionItem {
      ...ActionToMove
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment ActionToMove on ActionItem {
  id
  key
  title
  status
  allowedMoves
  version
  doneWhen
  dueOn
  overdue
  owner {
    id
    name
  }
  ownerText
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<ActionPauseMutation, ActionPauseMutationVariables>;
export const ActionResumeDocument = new TypedDocumentString(`
    mutation ActionResume($id: ID!) {
  actionItemResume(id: $id) {
    actionItem {
      ...ActionToMove
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment ActionToMove on ActionItem {
  id
  key
  title
  status
  allowedMoves
  version
  doneWhen
  dueOn
  overdue
  owner {
    id
    name
  }
  ownerText
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<ActionResumeMutation, ActionResumeMutationVariables>;
export const ActionReopenDocument = new TypedDocumentString(`
    mutation ActionReopen($id: ID!, $input: ActionItemReopenInput!) {
  actionItemReopen(id: $id, input: $input) {
    actionItem {
      ...ActionToMove
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment ActionToMove on ActionItem {
  id
  key
  title
  status
  allowedMoves
  version
  doneWhen
  dueOn
  overdue
  owner {
    id
    name
  }
  ownerText
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<ActionReopenMutation, ActionReopenMutationVariables>;
export const ActionPageDocument = new TypedDocumentString(`
    query ActionPage($key: String!) {
  actionItem(key: $key) {
    ...ActionOnPage
    postmortem {
      id
      actionItems(first: 50) {
        ...ActionRow
      }
      actionProgress {
        count
      }
    }
  }
}
    fragment ActionToMove on ActionItem {
  id
  key
  title
  status
  allowedMoves
  version
  doneWhen
  dueOn
  overdue
  owner {
    id
    name
  }
  ownerText
  team {
    id
    key
    name
  }
}
fragment ActionOnPage on ActionItem {
  ...ActionRow
  weight
  detail
  detailHtml
  doneWhenHtml
  evidenceHtml
  createdAt
  completedAt
  updatedAt
  verifiedAt
  verifier {
    id
    name
  }
  effectCheckOn
  effectCheckDue
  effectNote
  reason
  pauseApprover {
    id
    name
  }
  initiative {
    id
    key
    title
  }
  trackerUrl
  trackerOffers
  trackerLinks {
    id
    provider
    label
    url
    title
    state
    proposal {
      proposedAt
      answer
    }
  }
  extensions {
    count
    lastReason
  }
  history(first: 100) {
    totalCount
    nodes {
      number
      at
      act
      fromStatus
      status
      reason
      title
      priority
      dueOn
      pausedUntil
      effectCheckOn
      actor {
        id
        name
      }
      owner {
        id
        name
      }
      team {
        id
        name
      }
    }
  }
}
fragment ActionRow on ActionItem {
  ...ActionToMove
  type
  priority
  weight
  pausedUntil
  closedInTracker
  clock {
    ...ActionClock
  }
  postmortem {
    id
    key
    title
    language
  }
}
fragment ActionClock on Clock {
  state
  targetDays
  usedDays
  pausedDays
  breached
  targetOn
}`) as unknown as TypedDocumentString<ActionPageQuery, ActionPageQueryVariables>;
export const ActionEditDocument = new TypedDocumentString(`
    mutation ActionEdit($id: ID!, $input: ActionItemUpdateInput!) {
  actionItemUpdate(id: $id, input: $input) {
    actionItem {
      ...ActionOnPage
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment ActionToMove on ActionItem {
  id
  key
  title
  status
  allowedMoves
  version
  doneWhen
  dueOn
  overdue
  owner {
    id
    name
  }
  ownerText
  team {
    id
    key
    name
  }
}
fragment ActionOnPage on ActionItem {
  ...ActionRow
  weight
  detail
  detailHtml
  doneWhenHtml
  evidenceHtml
  createdAt
  completedAt
  updatedAt
  verifiedAt
  verifier {
    id
    name
  }
  effectCheckOn
  effectCheckDue
  effectNote
  reason
  pauseApprover {
    id
    name
  }
  initiative {
    id
    key
    title
  }
  trackerUrl
  trackerOffers
  trackerLinks {
    id
    provider
    label
    url
    title
    state
    proposal {
      proposedAt
      answer
    }
  }
  extensions {
    count
    lastReason
  }
  history(first: 100) {
    totalCount
    nodes {
      number
      at
      act
      fromStatus
      status
      reason
      title
      priority
      dueOn
      pausedUntil
      effectCheckOn
      actor {
        id
        name
      }
      owner {
        id
        name
      }
      team {
        id
        name
      }
    }
  }
}
fragment ActionRow on ActionItem {
  ...ActionToMove
  type
  priority
  weight
  pausedUntil
  closedInTracker
  clock {
    ...ActionClock
  }
  postmortem {
    id
    key
    title
    language
  }
}
fragment ActionClock on Clock {
  state
  targetDays
  usedDays
  pausedDays
  breached
  targetOn
}`) as unknown as TypedDocumentString<ActionEditMutation, ActionEditMutationVariables>;
export const ActionDeleteDocument = new TypedDocumentString(`
    mutation ActionDelete($id: ID!) {
  actionItemDelete(id: $id) {
    actionItem {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ActionDeleteMutation, ActionDeleteMutationVariables>;
export const TrackerLinkCreateDocument = new TypedDocumentString(`
    mutation TrackerLinkCreate($actionItemId: ID!, $input: TrackerLinkCreateInput!) {
  trackerLinkCreate(actionItemId: $actionItemId, input: $input) {
    trackerLink {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TrackerLinkCreateMutation, TrackerLinkCreateMutationVariables>;
export const TrackerLinkDeleteDocument = new TypedDocumentString(`
    mutation TrackerLinkDelete($id: ID!) {
  trackerLinkDelete(id: $id) {
    trackerLink {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TrackerLinkDeleteMutation, TrackerLinkDeleteMutationVariables>;
export const TrackerProposalAcceptDocument = new TypedDocumentString(`
    mutation TrackerProposalAccept($id: ID!) {
  trackerProposalAccept(id: $id) {
    trackerLink {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TrackerProposalAcceptMutation, TrackerProposalAcceptMutationVariables>;
export const TrackerProposalDeclineDocument = new TypedDocumentString(`
    mutation TrackerProposalDecline($id: ID!, $input: TrackerProposalDeclineInput!) {
  trackerProposalDecline(id: $id, input: $input) {
    trackerLink {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TrackerProposalDeclineMutation, TrackerProposalDeclineMutationVariables>;
export const ActionListDocument = new TypedDocumentString(`
    query ActionList($filter: ActionItemFilter!, $orderBy: ActionItemOrder!, $first: Int!, $after: String) {
  actionItems(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...ActionRow
    }
  }
}
    fragment ActionToMove on ActionItem {
  id
  key
  title
  status
  allowedMoves
  version
  doneWhen
  dueOn
  overdue
  owner {
    id
    name
  }
  ownerText
  team {
    id
    key
    name
  }
}
fragment ActionRow on ActionItem {
  ...ActionToMove
  type
  priority
  weight
  pausedUntil
  closedInTracker
  clock {
    ...ActionClock
  }
  postmortem {
    id
    key
    title
    language
  }
}
fragment ActionClock on Clock {
  state
  targetDays
  usedDays
  pausedDays
  breached
  targetOn
}`) as unknown as TypedDocumentString<ActionListQuery, ActionListQueryVariables>;
export const ActionUpdateDocument = new TypedDocumentString(`
    mutation ActionUpdate($id: ID!, $input: ActionItemUpdateInput!) {
  actionItemUpdate(id: $id, input: $input) {
    actionItem {
      ...ActionToMove
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment ActionToMove on ActionItem {
  id
  key
  title
  status
  allowedMoves
  version
  doneWhen
  dueOn
  overdue
  owner {
    id
    name
  }
  ownerText
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<ActionUpdateMutation, ActionUpdateMutationVariables>;
export const FrameDocument = new TypedDocumentString(`
    query Frame {
  viewer {
    id
    name
    role
    locale
    zone
    teams {
      team {
        id
        key
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FrameQuery, FrameQueryVariables>;
export const SignInAgainDocument = new TypedDocumentString(`
    mutation SignInAgain($input: SessionCreateInput!) {
  sessionCreate(input: $input) {
    person {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SignInAgainMutation, SignInAgainMutationVariables>;
export const SimilarCasesDocument = new TypedDocumentString(`
    query SimilarCases($id: ID!) {
  similarCases(postmortemId: $id, first: 5) {
    sharedTerms
    postmortem {
      ...CaseLine
    }
  }
}
    fragment CaseLine on Postmortem {
  id
  key
  title
  status
  visibility
  language
  updatedAt
  publishedAt
  incidents {
    key
    severity
    startedAt
    measurements {
      name
      seconds
    }
    services {
      service {
        name
      }
    }
  }
  actionProgress {
    count
    finished
  }
  helpedCount
}`) as unknown as TypedDocumentString<SimilarCasesQuery, SimilarCasesQueryVariables>;
export const CaseMarkdownDocument = new TypedDocumentString(`
    query CaseMarkdown($key: String!) {
  postmortem(key: $key) {
    markdown
  }
}
    `) as unknown as TypedDocumentString<CaseMarkdownQuery, CaseMarkdownQueryVariables>;
export const CasePulseDocument = new TypedDocumentString(`
    query CasePulse($key: String!) {
  postmortem(key: $key) {
    id
    updatedAt
  }
}
    `) as unknown as TypedDocumentString<CasePulseQuery, CasePulseQueryVariables>;
export const CaseActionsDocument = new TypedDocumentString(`
    query CaseActions($postmortemId: ID!, $first: Int!, $after: String) {
  postmortem(id: $postmortemId) {
    id
  }
  actionItems(
    filter: {postmortemId: $postmortemId}
    orderBy: {field: POSITION}
    first: $first
    after: $after
  ) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...CaseAction
    }
  }
}
    fragment ActionToMove on ActionItem {
  id
  key
  title
  status
  allowedMoves
  version
  doneWhen
  dueOn
  overdue
  owner {
    id
    name
  }
  ownerText
  team {
    id
    key
    name
  }
}
fragment CaseAction on ActionItem {
  ...ActionToMove
  weight
  detail
  priority
  type
  reason
  pausedUntil
  trackerUrl
}`) as unknown as TypedDocumentString<CaseActionsQuery, CaseActionsQueryVariables>;
export const CasePageDocument = new TypedDocumentString(`
    query CasePage($key: String!) {
  postmortem(key: $key) {
    ...CasePage
  }
}
    fragment ActionToMove on ActionItem {
  id
  key
  title
  status
  allowedMoves
  version
  doneWhen
  dueOn
  overdue
  owner {
    id
    name
  }
  ownerText
  team {
    id
    key
    name
  }
}
fragment ActionClock on Clock {
  state
  targetDays
  usedDays
  pausedDays
  breached
  targetOn
}
fragment CasePage on Postmortem {
  id
  key
  title
  summary
  summaryHtml
  language
  status
  visibility
  template
  tags
  version
  revision
  allowedActs
  helpedCount
  viewerWasHelped
  createdAt
  updatedAt
  publishedAt
  clocks {
    writing {
      ...ActionClock
    }
    reviewing {
      ...ActionClock
    }
  }
  authors {
    ...CasePerson
  }
  reviewers {
    ...CasePerson
  }
  facilitator {
    ...CasePerson
  }
  readers {
    person {
      ...CasePerson
    }
    team {
      id
      key
      name
    }
  }
  source {
    company
    product
    url
    archiveUrl
    externalId
    categories
  }
  sections {
    position
    heading
    body
    bodyHtml
  }
  incidents {
    ...CaseIncident
  }
  timeline {
    ...CaseEvent
  }
  allFactors {
    ...CaseFactor
  }
  findings {
    ...CaseFinding
  }
  practices {
    ...CasePractice
  }
  actionItems(first: 50) {
    ...CaseAction
  }
  actionProgress {
    count
    finished
  }
  completeness {
    met
    asked
    advice {
      ...GivenAdvice
    }
  }
  links {
    ...CaseLink
  }
  attachments {
    ...CaseAttachment
  }
}
fragment CasePerson on Person {
  id
  name
  archivedAt
}
fragment CaseIncident on Incident {
  id
  key
  title
  kind
  severity
  status
  startedAt
  detectedAt
  acknowledgedAt
  identifiedAt
  mitigatedAt
  resolvedAt
  verifiedAt
  measurements {
    name
    seconds
    fromMilestone
    toMilestone
  }
  services {
    impact
    recoveredAt
    service {
      id
      name
      tier
    }
  }
}
fragment CaseEvent on TimelineEvent {
  id
  at
  zone
  marker
  text
  evidence
  evidenceHtml
  original
  version
  source {
    kind
    name
  }
}
fragment CaseFactor on Factor {
  id
  text
  kind
  category
  practice
  version
  parent {
    id
  }
}
fragment CaseFinding on Finding {
  id
  kind
  text
  version
}
fragment CasePractice on PracticeAssessment {
  practice
  verdict
  note
}
fragment CaseAction on ActionItem {
  ...ActionToMove
  weight
  detail
  priority
  type
  reason
  pausedUntil
  trackerUrl
}
fragment CaseAttachment on Attachment {
  id
  name
  mediaType
  bytes
  url
  isImage
  createdAt
  uploadedBy {
    ...CasePerson
  }
}
fragment CaseLink on CaseLink {
  id
  kind
  direction
  note
  postmortem {
    id
    key
    title
    language
    status
  }
}
fragment GivenAdvice on CaseAdvice {
  mark
  kind
  sections
  actionItems {
    id
    key
  }
  incidents {
    id
    key
  }
  timelineEvents {
    id
    at
    zone
  }
  dismissal {
    ...Dismissal
  }
}
fragment Dismissal on AdviceDismissal {
  reason
  at
  person {
    id
    name
  }
}`) as unknown as TypedDocumentString<CasePageQuery, CasePageQueryVariables>;
export const HelpfulVoteGiveDocument = new TypedDocumentString(`
    mutation HelpfulVoteGive($postmortemId: ID!) {
  helpfulVoteGive(postmortemId: $postmortemId) {
    postmortem {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<HelpfulVoteGiveMutation, HelpfulVoteGiveMutationVariables>;
export const HelpfulVoteWithdrawDocument = new TypedDocumentString(`
    mutation HelpfulVoteWithdraw($postmortemId: ID!) {
  helpfulVoteWithdraw(postmortemId: $postmortemId) {
    postmortem {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<HelpfulVoteWithdrawMutation, HelpfulVoteWithdrawMutationVariables>;
export const CaseHistoryDocument = new TypedDocumentString(`
    query CaseHistory($key: String!, $after: String) {
  postmortem(key: $key) {
    id
    key
    title
    language
    status
    allowedActs
    revision
    revisions(first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        number
        at
        reason
        editor {
          id
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CaseHistoryQuery, CaseHistoryQueryVariables>;
export const CaseRevisionDocument = new TypedDocumentString(`
    query CaseRevision($id: ID!, $number: Int!) {
  revision(postmortemId: $id, number: $number) {
    number
    markdown
  }
}
    `) as unknown as TypedDocumentString<CaseRevisionQuery, CaseRevisionQueryVariables>;
export const RestorePreviewDocument = new TypedDocumentString(`
    query RestorePreview($id: ID!, $number: Int!, $newest: Int!) {
  now: revision(postmortemId: $id, number: $newest) {
    number
    markdown
  }
  past: revision(postmortemId: $id, number: $number) {
    number
    restoredMarkdown
  }
}
    `) as unknown as TypedDocumentString<RestorePreviewQuery, RestorePreviewQueryVariables>;
export const RestoreRevisionDocument = new TypedDocumentString(`
    mutation RestoreRevision($id: ID!, $input: PostmortemRevisionRestoreInput!) {
  postmortemRevisionRestore(id: $id, input: $input) {
    postmortem {
      id
      key
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RestoreRevisionMutation, RestoreRevisionMutationVariables>;
export const PeopleListDocument = new TypedDocumentString(`
    query PeopleList($filter: PersonFilter!, $after: String) {
  people(filter: $filter, first: 50, after: $after, orderBy: {field: NAME}) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...PersonLine
    }
  }
}
    fragment PersonLine on Person {
  id
  name
  email
  role
  archivedAt
  version
  teams {
    role
    team {
      id
      key
      name
    }
  }
}`) as unknown as TypedDocumentString<PeopleListQuery, PeopleListQueryVariables>;
export const PersonCreateDocument = new TypedDocumentString(`
    mutation PersonCreate($input: PersonCreateInput!) {
  personCreate(input: $input) {
    person {
      id
      name
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PersonCreateMutation, PersonCreateMutationVariables>;
export const PersonArchiveDocument = new TypedDocumentString(`
    mutation PersonArchive($id: ID!) {
  personArchive(id: $id) {
    person {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PersonArchiveMutation, PersonArchiveMutationVariables>;
export const PersonRestoreDocument = new TypedDocumentString(`
    mutation PersonRestore($id: ID!) {
  personRestore(id: $id) {
    person {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PersonRestoreMutation, PersonRestoreMutationVariables>;
export const PickPeopleDocument = new TypedDocumentString(`
    query PickPeople($query: String!) {
  people(filter: {query: $query, archived: false}, first: 20) {
    nodes {
      id
      name
      teams {
        team {
          key
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PickPeopleQuery, PickPeopleQueryVariables>;
export const PickTeamsDocument = new TypedDocumentString(`
    query PickTeams($query: String!) {
  teams(filter: {query: $query, archived: false}, first: 20) {
    nodes {
      id
      key
      name
    }
  }
}
    `) as unknown as TypedDocumentString<PickTeamsQuery, PickTeamsQueryVariables>;
export const PickServicesDocument = new TypedDocumentString(`
    query PickServices($query: String!) {
  services(filter: {query: $query, archived: false}, first: 20) {
    nodes {
      id
      name
      tier
    }
  }
}
    `) as unknown as TypedDocumentString<PickServicesQuery, PickServicesQueryVariables>;
export const PickIncidentsDocument = new TypedDocumentString(`
    query PickIncidents($query: String!) {
  incidents(filter: {query: $query}, first: 20) {
    nodes {
      id
      key
      title
    }
  }
}
    `) as unknown as TypedDocumentString<PickIncidentsQuery, PickIncidentsQueryVariables>;
export const ServiceListDocument = new TypedDocumentString(`
    query ServiceList($filter: ServiceFilter!, $after: String) {
  services(filter: $filter, first: 50, after: $after, orderBy: {field: NAME}) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...ServiceLine
    }
  }
}
    fragment ServiceLine on Service {
  id
  name
  tier
  businessFunction
  incidentCount
  archivedAt
  ownerTeam {
    id
    key
    name
  }
  dependsOn {
    id
    name
  }
}`) as unknown as TypedDocumentString<ServiceListQuery, ServiceListQueryVariables>;
export const ServicePageDocument = new TypedDocumentString(`
    query ServicePage($name: String!) {
  service(name: $name) {
    ...ServiceFacts
  }
  incidents(
    filter: {service: [$name]}
    first: 10
    orderBy: {field: STARTED_AT, direction: DESC}
  ) {
    totalCount
    nodes {
      id
      key
      title
      kind
      severity
      status
      startedAt
    }
  }
  postmortems(
    filter: {service: [$name]}
    first: 10
    orderBy: {field: UPDATED_AT, direction: DESC}
  ) {
    totalCount
    nodes {
      ...CaseLine
    }
  }
}
    fragment ServiceLine on Service {
  id
  name
  tier
  businessFunction
  incidentCount
  archivedAt
  ownerTeam {
    id
    key
    name
  }
  dependsOn {
    id
    name
  }
}
fragment ServiceFacts on Service {
  ...ServiceLine
  redundancy
  version
  dependents {
    id
    name
  }
}
fragment CaseLine on Postmortem {
  id
  key
  title
  status
  visibility
  language
  updatedAt
  publishedAt
  incidents {
    key
    severity
    startedAt
    measurements {
      name
      seconds
    }
    services {
      service {
        name
      }
    }
  }
  actionProgress {
    count
    finished
  }
  helpedCount
}`) as unknown as TypedDocumentString<ServicePageQuery, ServicePageQueryVariables>;
export const ServiceActionsDocument = new TypedDocumentString(`
    query ServiceActions($name: String!) {
  postmortems(
    filter: {service: [$name]}
    first: 50
    orderBy: {field: UPDATED_AT, direction: DESC}
  ) {
    pageInfo {
      hasNextPage
    }
    nodes {
      id
      actionItems {
        ...ActionRow
      }
    }
  }
}
    fragment ActionToMove on ActionItem {
  id
  key
  title
  status
  allowedMoves
  version
  doneWhen
  dueOn
  overdue
  owner {
    id
    name
  }
  ownerText
  team {
    id
    key
    name
  }
}
fragment ActionRow on ActionItem {
  ...ActionToMove
  type
  priority
  weight
  pausedUntil
  closedInTracker
  clock {
    ...ActionClock
  }
  postmortem {
    id
    key
    title
    language
  }
}
fragment ActionClock on Clock {
  state
  targetDays
  usedDays
  pausedDays
  breached
  targetOn
}`) as unknown as TypedDocumentString<ServiceActionsQuery, ServiceActionsQueryVariables>;
export const ServiceCreateDocument = new TypedDocumentString(`
    mutation ServiceCreate($input: ServiceCreateInput!) {
  serviceCreate(input: $input) {
    service {
      ...ServiceFacts
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment ServiceLine on Service {
  id
  name
  tier
  businessFunction
  incidentCount
  archivedAt
  ownerTeam {
    id
    key
    name
  }
  dependsOn {
    id
    name
  }
}
fragment ServiceFacts on Service {
  ...ServiceLine
  redundancy
  version
  dependents {
    id
    name
  }
}`) as unknown as TypedDocumentString<ServiceCreateMutation, ServiceCreateMutationVariables>;
export const ServiceUpdateDocument = new TypedDocumentString(`
    mutation ServiceUpdate($id: ID!, $input: ServiceUpdateInput!) {
  serviceUpdate(id: $id, input: $input) {
    service {
      ...ServiceFacts
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment ServiceLine on Service {
  id
  name
  tier
  businessFunction
  incidentCount
  archivedAt
  ownerTeam {
    id
    key
    name
  }
  dependsOn {
    id
    name
  }
}
fragment ServiceFacts on Service {
  ...ServiceLine
  redundancy
  version
  dependents {
    id
    name
  }
}`) as unknown as TypedDocumentString<ServiceUpdateMutation, ServiceUpdateMutationVariables>;
export const ServiceArchiveDocument = new TypedDocumentString(`
    mutation ServiceArchive($id: ID!) {
  serviceArchive(id: $id) {
    service {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ServiceArchiveMutation, ServiceArchiveMutationVariables>;
export const ServiceRestoreDocument = new TypedDocumentString(`
    mutation ServiceRestore($id: ID!) {
  serviceRestore(id: $id) {
    service {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ServiceRestoreMutation, ServiceRestoreMutationVariables>;
export const TeamListDocument = new TypedDocumentString(`
    query TeamList($filter: TeamFilter!, $after: String) {
  teams(filter: $filter, first: 50, after: $after, orderBy: {field: NAME}) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...TeamFacts
    }
  }
}
    fragment TeamFacts on Team {
  digestSchedule {
    ...ScheduleFacts
  }
  id
  key
  name
  version
  archivedAt
  calendar {
    id
    name
  }
  members {
    role
    person {
      id
      name
      archivedAt
    }
  }
}
fragment ScheduleFacts on WeeklySchedule {
  isOn
  weekday
  hour
}`) as unknown as TypedDocumentString<TeamListQuery, TeamListQueryVariables>;
export const TeamPageDocument = new TypedDocumentString(`
    query TeamPage($key: String!) {
  team(key: $key) {
    ...TeamFacts
  }
  actionItems(
    filter: {team: [$key], open: true}
    first: 20
    orderBy: {field: URGENCY, direction: ASC}
  ) {
    totalCount
    nodes {
      ...ActionRow
    }
  }
}
    fragment ActionToMove on ActionItem {
  id
  key
  title
  status
  allowedMoves
  version
  doneWhen
  dueOn
  overdue
  owner {
    id
    name
  }
  ownerText
  team {
    id
    key
    name
  }
}
fragment ActionRow on ActionItem {
  ...ActionToMove
  type
  priority
  weight
  pausedUntil
  closedInTracker
  clock {
    ...ActionClock
  }
  postmortem {
    id
    key
    title
    language
  }
}
fragment ActionClock on Clock {
  state
  targetDays
  usedDays
  pausedDays
  breached
  targetOn
}
fragment TeamFacts on Team {
  digestSchedule {
    ...ScheduleFacts
  }
  id
  key
  name
  version
  archivedAt
  calendar {
    id
    name
  }
  members {
    role
    person {
      id
      name
      archivedAt
    }
  }
}
fragment ScheduleFacts on WeeklySchedule {
  isOn
  weekday
  hour
}`) as unknown as TypedDocumentString<TeamPageQuery, TeamPageQueryVariables>;
export const TeamServicesDocument = new TypedDocumentString(`
    query TeamServices($id: ID!) {
  services(
    filter: {ownerTeamId: $id, archived: false}
    first: 100
    orderBy: {field: TIER}
  ) {
    totalCount
    nodes {
      ...ServiceLine
    }
  }
}
    fragment ServiceLine on Service {
  id
  name
  tier
  businessFunction
  incidentCount
  archivedAt
  ownerTeam {
    id
    key
    name
  }
  dependsOn {
    id
    name
  }
}`) as unknown as TypedDocumentString<TeamServicesQuery, TeamServicesQueryVariables>;
export const TeamCreateDocument = new TypedDocumentString(`
    mutation TeamCreate($input: TeamCreateInput!) {
  teamCreate(input: $input) {
    team {
      ...TeamFacts
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment TeamFacts on Team {
  digestSchedule {
    ...ScheduleFacts
  }
  id
  key
  name
  version
  archivedAt
  calendar {
    id
    name
  }
  members {
    role
    person {
      id
      name
      archivedAt
    }
  }
}
fragment ScheduleFacts on WeeklySchedule {
  isOn
  weekday
  hour
}`) as unknown as TypedDocumentString<TeamCreateMutation, TeamCreateMutationVariables>;
export const TeamUpdateDocument = new TypedDocumentString(`
    mutation TeamUpdate($id: ID!, $input: TeamUpdateInput!) {
  teamUpdate(id: $id, input: $input) {
    team {
      ...TeamFacts
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment TeamFacts on Team {
  digestSchedule {
    ...ScheduleFacts
  }
  id
  key
  name
  version
  archivedAt
  calendar {
    id
    name
  }
  members {
    role
    person {
      id
      name
      archivedAt
    }
  }
}
fragment ScheduleFacts on WeeklySchedule {
  isOn
  weekday
  hour
}`) as unknown as TypedDocumentString<TeamUpdateMutation, TeamUpdateMutationVariables>;
export const TeamArchiveDocument = new TypedDocumentString(`
    mutation TeamArchive($id: ID!) {
  teamArchive(id: $id) {
    team {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TeamArchiveMutation, TeamArchiveMutationVariables>;
export const TeamRestoreDocument = new TypedDocumentString(`
    mutation TeamRestore($id: ID!) {
  teamRestore(id: $id) {
    team {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TeamRestoreMutation, TeamRestoreMutationVariables>;
export const TeamMemberSetDocument = new TypedDocumentString(`
    mutation TeamMemberSet($id: ID!, $input: TeamMemberInput!) {
  teamMemberSet(id: $id, input: $input) {
    team {
      ...TeamFacts
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment TeamFacts on Team {
  digestSchedule {
    ...ScheduleFacts
  }
  id
  key
  name
  version
  archivedAt
  calendar {
    id
    name
  }
  members {
    role
    person {
      id
      name
      archivedAt
    }
  }
}
fragment ScheduleFacts on WeeklySchedule {
  isOn
  weekday
  hour
}`) as unknown as TypedDocumentString<TeamMemberSetMutation, TeamMemberSetMutationVariables>;
export const TeamMemberRemoveDocument = new TypedDocumentString(`
    mutation TeamMemberRemove($id: ID!, $personId: ID!) {
  teamMemberRemove(id: $id, personId: $personId) {
    team {
      ...TeamFacts
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment TeamFacts on Team {
  digestSchedule {
    ...ScheduleFacts
  }
  id
  key
  name
  version
  archivedAt
  calendar {
    id
    name
  }
  members {
    role
    person {
      id
      name
      archivedAt
    }
  }
}
fragment ScheduleFacts on WeeklySchedule {
  isOn
  weekday
  hour
}`) as unknown as TypedDocumentString<TeamMemberRemoveMutation, TeamMemberRemoveMutationVariables>;
export const TeamCalendarsDocument = new TypedDocumentString(`
    query TeamCalendars {
  workCalendars {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<TeamCalendarsQuery, TeamCalendarsQueryVariables>;
export const CaseThreadsDocument = new TypedDocumentString(`
    query CaseThreads($key: String!) {
  postmortem(key: $key) {
    id
    openQuestions
    open: threads(first: 100, filter: {states: [OPEN, CARRIED]}) {
      totalCount
      nodes {
        ...CommentThread
      }
    }
    settled: threads(first: 100, filter: {states: [RESOLVED]}) {
      totalCount
      nodes {
        ...CommentThread
      }
    }
  }
}
    fragment CommentThread on CommentThread {
  id
  version
  kind
  state
  part
  heading
  quote
  isPartGone
  createdAt
  answerHtml
  settledAt
  settledBy {
    id
    name
  }
  section {
    position
  }
  timelineEvent {
    id
  }
  factor {
    id
  }
  finding {
    id
  }
  actionItem {
    id
  }
  comments {
    ...CommentSaid
  }
}
fragment CommentSaid on Comment {
  id
  version
  text
  textHtml
  createdAt
  editedAt
  removedAt
  allowedActs
  author {
    id
    name
  }
}`) as unknown as TypedDocumentString<CaseThreadsQuery, CaseThreadsQueryVariables>;
export const CommentThreadCreateDocument = new TypedDocumentString(`
    mutation CommentThreadCreate($postmortemId: ID!, $input: CommentThreadCreateInput!) {
  commentThreadCreate(postmortemId: $postmortemId, input: $input) {
    thread {
      id
    }
    cannotSee
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CommentThreadCreateMutation, CommentThreadCreateMutationVariables>;
export const CommentThreadReplyDocument = new TypedDocumentString(`
    mutation CommentThreadReply($id: ID!, $input: CommentThreadReplyInput!) {
  commentThreadReply(id: $id, input: $input) {
    thread {
      id
    }
    cannotSee
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CommentThreadReplyMutation, CommentThreadReplyMutationVariables>;
export const CommentThreadResolveDocument = new TypedDocumentString(`
    mutation CommentThreadResolve($id: ID!, $input: CommentThreadResolveInput!) {
  commentThreadResolve(id: $id, input: $input) {
    thread {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CommentThreadResolveMutation, CommentThreadResolveMutationVariables>;
export const CommentThreadCarryDocument = new TypedDocumentString(`
    mutation CommentThreadCarry($id: ID!, $input: CommentThreadMoveInput!) {
  commentThreadCarry(id: $id, input: $input) {
    thread {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CommentThreadCarryMutation, CommentThreadCarryMutationVariables>;
export const CommentThreadReopenDocument = new TypedDocumentString(`
    mutation CommentThreadReopen($id: ID!, $input: CommentThreadMoveInput!) {
  commentThreadReopen(id: $id, input: $input) {
    thread {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CommentThreadReopenMutation, CommentThreadReopenMutationVariables>;
export const CommentUpdateDocument = new TypedDocumentString(`
    mutation CommentUpdate($id: ID!, $input: CommentUpdateInput!) {
  commentUpdate(id: $id, input: $input) {
    comment {
      id
    }
    cannotSee
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CommentUpdateMutation, CommentUpdateMutationVariables>;
export const CommentDeleteDocument = new TypedDocumentString(`
    mutation CommentDelete($id: ID!) {
  commentDelete(id: $id) {
    comment {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CommentDeleteMutation, CommentDeleteMutationVariables>;
export const TeamDigestDocument = new TypedDocumentString(`
    query TeamDigest($team: String!, $week: String!) {
  digest(teamKey: $team, week: $week) {
    ...DigestFacts
  }
}
    fragment DigestFacts on Digest {
  week
  from
  until
  isFinal
  team {
    id
    key
    name
  }
  numbers {
    ...WeekNumbers
  }
  sections {
    kind
    count
    entries {
      ...DigestLine
    }
  }
  recurrences {
    postmortem {
      ...DigestCase
    }
    earlier {
      ...DigestCase
    }
  }
  waitingReviews {
    days
    postmortem {
      ...DigestCase
    }
  }
  worthReading {
    reason
    postmortem {
      ...DigestCase
    }
  }
  teams {
    team {
      id
      key
      name
    }
    numbers {
      ...WeekNumbers
    }
  }
}
fragment DigestCase on Postmortem {
  id
  key
  title
  language
}
fragment WeekNumbers on DigestNumbers {
  open {
    ...WeekNumber
  }
  overdue {
    ...WeekNumber
  }
  proposed {
    ...WeekNumber
  }
  done {
    ...WeekNumber
  }
  verified {
    ...WeekNumber
  }
  effective {
    ...WeekNumber
  }
  extended {
    ...WeekNumber
  }
}
fragment WeekNumber on DigestNumber {
  now
  before
}
fragment DigestLine on DigestEntry {
  title
  status
  day
  daysLate
  reason
  owner {
    id
    name
  }
  actionItem {
    id
    key
    postmortem {
      id
      language
    }
  }
}`) as unknown as TypedDocumentString<TeamDigestQuery, TeamDigestQueryVariables>;
export const MyDigestDocument = new TypedDocumentString(`
    query MyDigest($week: String!) {
  digest: myDigest(week: $week) {
    ...DigestFacts
  }
}
    fragment DigestFacts on Digest {
  week
  from
  until
  isFinal
  team {
    id
    key
    name
  }
  numbers {
    ...WeekNumbers
  }
  sections {
    kind
    count
    entries {
      ...DigestLine
    }
  }
  recurrences {
    postmortem {
      ...DigestCase
    }
    earlier {
      ...DigestCase
    }
  }
  waitingReviews {
    days
    postmortem {
      ...DigestCase
    }
  }
  worthReading {
    reason
    postmortem {
      ...DigestCase
    }
  }
  teams {
    team {
      id
      key
      name
    }
    numbers {
      ...WeekNumbers
    }
  }
}
fragment DigestCase on Postmortem {
  id
  key
  title
  language
}
fragment WeekNumbers on DigestNumbers {
  open {
    ...WeekNumber
  }
  overdue {
    ...WeekNumber
  }
  proposed {
    ...WeekNumber
  }
  done {
    ...WeekNumber
  }
  verified {
    ...WeekNumber
  }
  effective {
    ...WeekNumber
  }
  extended {
    ...WeekNumber
  }
}
fragment WeekNumber on DigestNumber {
  now
  before
}
fragment DigestLine on DigestEntry {
  title
  status
  day
  daysLate
  reason
  owner {
    id
    name
  }
  actionItem {
    id
    key
    postmortem {
      id
      language
    }
  }
}`) as unknown as TypedDocumentString<MyDigestQuery, MyDigestQueryVariables>;
export const OrganizationDigestDocument = new TypedDocumentString(`
    query OrganizationDigest($week: String!) {
  digest: organizationDigest(week: $week) {
    ...DigestFacts
  }
}
    fragment DigestFacts on Digest {
  week
  from
  until
  isFinal
  team {
    id
    key
    name
  }
  numbers {
    ...WeekNumbers
  }
  sections {
    kind
    count
    entries {
      ...DigestLine
    }
  }
  recurrences {
    postmortem {
      ...DigestCase
    }
    earlier {
      ...DigestCase
    }
  }
  waitingReviews {
    days
    postmortem {
      ...DigestCase
    }
  }
  worthReading {
    reason
    postmortem {
      ...DigestCase
    }
  }
  teams {
    team {
      id
      key
      name
    }
    numbers {
      ...WeekNumbers
    }
  }
}
fragment DigestCase on Postmortem {
  id
  key
  title
  language
}
fragment WeekNumbers on DigestNumbers {
  open {
    ...WeekNumber
  }
  overdue {
    ...WeekNumber
  }
  proposed {
    ...WeekNumber
  }
  done {
    ...WeekNumber
  }
  verified {
    ...WeekNumber
  }
  effective {
    ...WeekNumber
  }
  extended {
    ...WeekNumber
  }
}
fragment WeekNumber on DigestNumber {
  now
  before
}
fragment DigestLine on DigestEntry {
  title
  status
  day
  daysLate
  reason
  owner {
    id
    name
  }
  actionItem {
    id
    key
    postmortem {
      id
      language
    }
  }
}`) as unknown as TypedDocumentString<OrganizationDigestQuery, OrganizationDigestQueryVariables>;
export const OrganizationDigestsDocument = new TypedDocumentString(`
    query OrganizationDigests {
  organization {
    ...DigestSending
  }
}
    fragment ScheduleFacts on WeeklySchedule {
  isOn
  weekday
  hour
}
fragment DigestSending on Organization {
  version
  digestSchedule {
    ...ScheduleFacts
  }
  leadersDigest {
    isOn
    weekday
    hour
    recipients {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<OrganizationDigestsQuery, OrganizationDigestsQueryVariables>;
export const OrganizationDigestsSaveDocument = new TypedDocumentString(`
    mutation OrganizationDigestsSave($input: OrganizationUpdateInput!) {
  organizationUpdate(input: $input) {
    organization {
      ...DigestSending
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment ScheduleFacts on WeeklySchedule {
  isOn
  weekday
  hour
}
fragment DigestSending on Organization {
  version
  digestSchedule {
    ...ScheduleFacts
  }
  leadersDigest {
    isOn
    weekday
    hour
    recipients {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<OrganizationDigestsSaveMutation, OrganizationDigestsSaveMutationVariables>;
export const DigestPreviewDocument = new TypedDocumentString(`
    query DigestPreview($week: String!, $team: String!, $isTeam: Boolean!, $isMine: Boolean!, $isAll: Boolean!) {
  team: digest(teamKey: $team, week: $week) @include(if: $isTeam) {
    ...DigestPreviewed
  }
  mine: myDigest(week: $week) @include(if: $isMine) {
    ...DigestPreviewed
  }
  all: organizationDigest(week: $week) @include(if: $isAll) {
    ...DigestPreviewed
  }
}
    fragment DigestPreviewed on Digest {
  mailText {
    subject
    text
  }
}`) as unknown as TypedDocumentString<DigestPreviewQuery, DigestPreviewQueryVariables>;
export const DigestTestDocument = new TypedDocumentString(`
    mutation DigestTest($input: DigestTestInput!) {
  digestTest(input: $input) {
    mailStatus {
      isOn
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DigestTestMutation, DigestTestMutationVariables>;
export const CaseLanguageDocument = new TypedDocumentString(`
    query CaseLanguage($key: String!) {
  postmortem(key: $key) {
    id
    languageFindings {
      ...LanguageNote
    }
  }
}
    fragment Dismissal on AdviceDismissal {
  reason
  at
  person {
    id
    name
  }
}
fragment LanguageNote on CaseLanguageFinding {
  mark
  place
  before
  words
  after
  rule {
    ...RuleWords
  }
  section {
    position
  }
  actionItem {
    id
    key
  }
  dismissal {
    ...Dismissal
  }
}
fragment RuleWords on LanguageRule {
  name
  fault
  why
  ask
}`) as unknown as TypedDocumentString<CaseLanguageQuery, CaseLanguageQueryVariables>;
export const LanguageCheckDocument = new TypedDocumentString(`
    query LanguageCheck($text: Markdown!) {
  languageCheck(text: $text) {
    start
    end
    rule {
      ...RuleWords
    }
  }
}
    fragment RuleWords on LanguageRule {
  name
  fault
  why
  ask
}`) as unknown as TypedDocumentString<LanguageCheckQuery, LanguageCheckQueryVariables>;
export const AdviceDismissDocument = new TypedDocumentString(`
    mutation AdviceDismiss($id: ID!, $input: AdviceDismissInput!) {
  adviceDismiss(postmortemId: $id, input: $input) {
    postmortem {
      ...AdvisedCase
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment AdvisedCase on Postmortem {
  id
  completeness {
    met
    asked
    advice {
      ...GivenAdvice
    }
  }
}
fragment GivenAdvice on CaseAdvice {
  mark
  kind
  sections
  actionItems {
    id
    key
  }
  incidents {
    id
    key
  }
  timelineEvents {
    id
    at
    zone
  }
  dismissal {
    ...Dismissal
  }
}
fragment Dismissal on AdviceDismissal {
  reason
  at
  person {
    id
    name
  }
}`) as unknown as TypedDocumentString<AdviceDismissMutation, AdviceDismissMutationVariables>;
export const AdviceRestoreDocument = new TypedDocumentString(`
    mutation AdviceRestore($id: ID!, $mark: String!) {
  adviceRestore(postmortemId: $id, mark: $mark) {
    postmortem {
      ...AdvisedCase
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment AdvisedCase on Postmortem {
  id
  completeness {
    met
    asked
    advice {
      ...GivenAdvice
    }
  }
}
fragment GivenAdvice on CaseAdvice {
  mark
  kind
  sections
  actionItems {
    id
    key
  }
  incidents {
    id
    key
  }
  timelineEvents {
    id
    at
    zone
  }
  dismissal {
    ...Dismissal
  }
}
fragment Dismissal on AdviceDismissal {
  reason
  at
  person {
    id
    name
  }
}`) as unknown as TypedDocumentString<AdviceRestoreMutation, AdviceRestoreMutationVariables>;
export const IncidentsDocument = new TypedDocumentString(`
    query Incidents($filter: IncidentFilter, $after: String) {
  incidents(
    filter: $filter
    first: 50
    after: $after
    orderBy: {field: STARTED_AT, direction: DESC}
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...IncidentLine
    }
  }
}
    fragment IncidentLine on Incident {
  id
  key
  title
  kind
  severity
  status
  startedAt
  createdAt
  allowedActs
  measurements {
    name
    seconds
  }
  services {
    service {
      id
      name
    }
  }
  postmortems {
    id
    key
    title
    status
    language
  }
}`) as unknown as TypedDocumentString<IncidentsQuery, IncidentsQueryVariables>;
export const IncidentPageDocument = new TypedDocumentString(`
    query IncidentPage($key: String!) {
  incident(key: $key) {
    ...IncidentPage
  }
}
    fragment IncidentPage on Incident {
  id
  key
  version
  title
  kind
  severity
  status
  summary
  summaryHtml
  startedAt
  detectedAt
  acknowledgedAt
  identifiedAt
  mitigatedAt
  resolvedAt
  verifiedAt
  createdAt
  updatedAt
  allowedActs
  reporter {
    id
    name
  }
  services {
    impact
    recoveredAt
    service {
      id
      name
    }
  }
  responders {
    role
    person {
      id
      name
    }
  }
  references {
    source
    externalId
    url
  }
  postmortems {
    id
    key
    title
    status
    language
    visibility
  }
}`) as unknown as TypedDocumentString<IncidentPageQuery, IncidentPageQueryVariables>;
export const IncidentCreateDocument = new TypedDocumentString(`
    mutation IncidentCreate($input: IncidentCreateInput!) {
  incidentCreate(input: $input) {
    incident {
      id
      key
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<IncidentCreateMutation, IncidentCreateMutationVariables>;
export const NearMissReportDocument = new TypedDocumentString(`
    mutation NearMissReport($input: NearMissReportInput!) {
  nearMissReport(input: $input) {
    incident {
      id
      key
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<NearMissReportMutation, NearMissReportMutationVariables>;
export const IncidentUpdateDocument = new TypedDocumentString(`
    mutation IncidentUpdate($id: ID!, $input: IncidentUpdateInput!) {
  incidentUpdate(id: $id, input: $input) {
    incident {
      ...IncidentPage
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment IncidentPage on Incident {
  id
  key
  version
  title
  kind
  severity
  status
  summary
  summaryHtml
  startedAt
  detectedAt
  acknowledgedAt
  identifiedAt
  mitigatedAt
  resolvedAt
  verifiedAt
  createdAt
  updatedAt
  allowedActs
  reporter {
    id
    name
  }
  services {
    impact
    recoveredAt
    service {
      id
      name
    }
  }
  responders {
    role
    person {
      id
      name
    }
  }
  references {
    source
    externalId
    url
  }
  postmortems {
    id
    key
    title
    status
    language
    visibility
  }
}`) as unknown as TypedDocumentString<IncidentUpdateMutation, IncidentUpdateMutationVariables>;
export const IncidentDeleteDocument = new TypedDocumentString(`
    mutation IncidentDelete($id: ID!) {
  incidentDelete(id: $id) {
    incident {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<IncidentDeleteMutation, IncidentDeleteMutationVariables>;
export const InitiativeListDocument = new TypedDocumentString(`
    query InitiativeList($filter: InitiativeFilter!, $after: String) {
  initiatives(filter: $filter, first: 50, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...InitiativeLine
    }
  }
}
    fragment InitiativeLine on Initiative {
  id
  key
  title
  status
  targetOn
  late
  team {
    id
    key
    name
  }
  owner {
    id
    name
  }
  progress {
    ...InitiativeProgressCounts
  }
}
fragment InitiativeProgressCounts on InitiativeProgress {
  count
  finished
  effective
  overdue
  caseCount
  byStatus {
    status
    count
  }
}`) as unknown as TypedDocumentString<InitiativeListQuery, InitiativeListQueryVariables>;
export const InitiativePageDocument = new TypedDocumentString(`
    query InitiativePage($key: String!) {
  initiative(key: $key) {
    ...InitiativeFacts
  }
}
    fragment InitiativeLine on Initiative {
  id
  key
  title
  status
  targetOn
  late
  team {
    id
    key
    name
  }
  owner {
    id
    name
  }
  progress {
    ...InitiativeProgressCounts
  }
}
fragment InitiativeProgressCounts on InitiativeProgress {
  count
  finished
  effective
  overdue
  caseCount
  byStatus {
    status
    count
  }
}
fragment InitiativeFacts on Initiative {
  ...InitiativeLine
  version
  goal
  goalHtml
  reason
  createdAt
  updatedAt
  allowedMoves
  progress {
    byPriority {
      priority
      count
      finished
    }
  }
  cases(first: 50) {
    totalCount
    nodes {
      id
      key
      title
      language
    }
  }
  history(first: 100) {
    totalCount
    nodes {
      ...InitiativeEventFacts
    }
  }
}
fragment InitiativeEventFacts on InitiativeEvent {
  number
  at
  act
  fromStatus
  status
  reason
  targetOn
  actor {
    id
    name
  }
  owner {
    id
    name
  }
  team {
    id
    name
  }
}`) as unknown as TypedDocumentString<InitiativePageQuery, InitiativePageQueryVariables>;
export const InitiativeActionsDocument = new TypedDocumentString(`
    query InitiativeActions($filter: ActionItemFilter!, $after: String) {
  actionItems(
    filter: $filter
    first: 100
    after: $after
    orderBy: {field: URGENCY, direction: ASC}
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...ActionRow
    }
  }
}
    fragment ActionToMove on ActionItem {
  id
  key
  title
  status
  allowedMoves
  version
  doneWhen
  dueOn
  overdue
  owner {
    id
    name
  }
  ownerText
  team {
    id
    key
    name
  }
}
fragment ActionRow on ActionItem {
  ...ActionToMove
  type
  priority
  weight
  pausedUntil
  closedInTracker
  clock {
    ...ActionClock
  }
  postmortem {
    id
    key
    title
    language
  }
}
fragment ActionClock on Clock {
  state
  targetDays
  usedDays
  pausedDays
  breached
  targetOn
}`) as unknown as TypedDocumentString<InitiativeActionsQuery, InitiativeActionsQueryVariables>;
export const PickActionsToGatherDocument = new TypedDocumentString(`
    query PickActionsToGather($query: String!) {
  actionItems(
    filter: {query: $query}
    first: 20
    orderBy: {field: UPDATED_AT, direction: DESC}
  ) {
    nodes {
      id
      key
      title
      postmortem {
        id
        key
        language
      }
      initiative {
        id
        key
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PickActionsToGatherQuery, PickActionsToGatherQueryVariables>;
export const PickInitiativesDocument = new TypedDocumentString(`
    query PickInitiatives($query: String!) {
  initiatives(filter: {query: $query, status: [PROPOSED, ACTIVE]}, first: 20) {
    nodes {
      id
      key
      title
    }
  }
}
    `) as unknown as TypedDocumentString<PickInitiativesQuery, PickInitiativesQueryVariables>;
export const InitiativeCreateDocument = new TypedDocumentString(`
    mutation InitiativeCreate($input: InitiativeCreateInput!) {
  initiativeCreate(input: $input) {
    initiative {
      id
      key
      version
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<InitiativeCreateMutation, InitiativeCreateMutationVariables>;
export const InitiativeUpdateDocument = new TypedDocumentString(`
    mutation InitiativeUpdate($id: ID!, $input: InitiativeUpdateInput!) {
  initiativeUpdate(id: $id, input: $input) {
    initiative {
      id
      key
      version
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<InitiativeUpdateMutation, InitiativeUpdateMutationVariables>;
export const InitiativeStartDocument = new TypedDocumentString(`
    mutation InitiativeStart($id: ID!, $input: InitiativeStartInput) {
  initiativeStart(id: $id, input: $input) {
    initiative {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<InitiativeStartMutation, InitiativeStartMutationVariables>;
export const InitiativeCompleteDocument = new TypedDocumentString(`
    mutation InitiativeComplete($id: ID!) {
  initiativeComplete(id: $id) {
    initiative {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<InitiativeCompleteMutation, InitiativeCompleteMutationVariables>;
export const InitiativeDropDocument = new TypedDocumentString(`
    mutation InitiativeDrop($id: ID!, $input: InitiativeDropInput!) {
  initiativeDrop(id: $id, input: $input) {
    initiative {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<InitiativeDropMutation, InitiativeDropMutationVariables>;
export const InitiativeReopenDocument = new TypedDocumentString(`
    mutation InitiativeReopen($id: ID!, $input: InitiativeReopenInput!) {
  initiativeReopen(id: $id, input: $input) {
    initiative {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<InitiativeReopenMutation, InitiativeReopenMutationVariables>;
export const InitiativeAddActionsDocument = new TypedDocumentString(`
    mutation InitiativeAddActions($id: ID!, $input: InitiativeAddActionsInput!) {
  initiativeAddActions(id: $id, input: $input) {
    initiative {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<InitiativeAddActionsMutation, InitiativeAddActionsMutationVariables>;
export const InitiativeRemoveActionDocument = new TypedDocumentString(`
    mutation InitiativeRemoveAction($id: ID!, $actionItemId: ID!) {
  initiativeRemoveAction(id: $id, actionItemId: $actionItemId) {
    initiative {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<InitiativeRemoveActionMutation, InitiativeRemoveActionMutationVariables>;
export const KinCasesDocument = new TypedDocumentString(`
    query KinCases($id: ID!) {
  kinCases(postmortemId: $id, first: 5) {
    ...KinReason
    actionCount
    postmortem {
      id
      key
      title
      language
    }
    actions {
      answer {
        answer
        person {
          id
          name
        }
      }
      actionItem {
        ...ActionRow
      }
    }
  }
}
    fragment ActionToMove on ActionItem {
  id
  key
  title
  status
  allowedMoves
  version
  doneWhen
  dueOn
  overdue
  owner {
    id
    name
  }
  ownerText
  team {
    id
    key
    name
  }
}
fragment ActionRow on ActionItem {
  ...ActionToMove
  type
  priority
  weight
  pausedUntil
  closedInTracker
  clock {
    ...ActionClock
  }
  postmortem {
    id
    key
    title
    language
  }
}
fragment ActionClock on Clock {
  state
  targetDays
  usedDays
  pausedDays
  breached
  targetOn
}
fragment KinReason on KinCase {
  isLinked
  isSimilar
  sharedCategories
  sharedFactors
  sharedServices
  sharedTerms
}`) as unknown as TypedDocumentString<KinCasesQuery, KinCasesQueryVariables>;
export const CasesSinceVerifiedDocument = new TypedDocumentString(`
    query CasesSinceVerified($id: ID!) {
  casesSinceVerified(actionItemId: $id, first: 5) {
    ...KinReason
    postmortem {
      ...CaseLine
    }
  }
}
    fragment KinReason on KinCase {
  isLinked
  isSimilar
  sharedCategories
  sharedFactors
  sharedServices
  sharedTerms
}
fragment CaseLine on Postmortem {
  id
  key
  title
  status
  visibility
  language
  updatedAt
  publishedAt
  incidents {
    key
    severity
    startedAt
    measurements {
      name
      seconds
    }
    services {
      service {
        name
      }
    }
  }
  actionProgress {
    count
    finished
  }
  helpedCount
}`) as unknown as TypedDocumentString<CasesSinceVerifiedQuery, CasesSinceVerifiedQueryVariables>;
export const RecurrenceAnswerDocument = new TypedDocumentString(`
    mutation RecurrenceAnswer($postmortem: ID!, $action: ID!, $answer: PreventionAnswer!) {
  recurrenceAnswer(
    postmortemId: $postmortem
    actionItemId: $action
    answer: $answer
  ) {
    recurrenceAnswer {
      answer
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RecurrenceAnswerMutation, RecurrenceAnswerMutationVariables>;
export const RecurrenceAnswerWithdrawDocument = new TypedDocumentString(`
    mutation RecurrenceAnswerWithdraw($postmortem: ID!, $action: ID!) {
  recurrenceAnswerWithdraw(postmortemId: $postmortem, actionItemId: $action) {
    recurrenceAnswer {
      answer
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RecurrenceAnswerWithdrawMutation, RecurrenceAnswerWithdrawMutationVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($query: String!, $filter: SearchFilter, $first: Int!, $after: String) {
  search(query: $query, filter: $filter, first: $first, after: $after) {
    totalCount
    tookMs
    didYouMean
    relaxed
    degraded
    understood {
      kind
      field
      value
      negated
      start
      end
    }
    facets {
      field
      values {
        value
        count
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      score
      highlights {
        field
        fragments {
          text
          matched
        }
      }
      postmortem {
        ...CaseLine
      }
    }
  }
}
    fragment CaseLine on Postmortem {
  id
  key
  title
  status
  visibility
  language
  updatedAt
  publishedAt
  incidents {
    key
    severity
    startedAt
    measurements {
      name
      seconds
    }
    services {
      service {
        name
      }
    }
  }
  actionProgress {
    count
    finished
  }
  helpedCount
}`) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const QuickSearchDocument = new TypedDocumentString(`
    query QuickSearch($query: String!) {
  search(query: $query, first: 8) {
    totalCount
    didYouMean
    nodes {
      highlights {
        field
        fragments {
          text
          matched
        }
      }
      postmortem {
        ...CaseLine
      }
    }
  }
}
    fragment CaseLine on Postmortem {
  id
  key
  title
  status
  visibility
  language
  updatedAt
  publishedAt
  incidents {
    key
    severity
    startedAt
    measurements {
      name
      seconds
    }
    services {
      service {
        name
      }
    }
  }
  actionProgress {
    count
    finished
  }
  helpedCount
}`) as unknown as TypedDocumentString<QuickSearchQuery, QuickSearchQueryVariables>;
export const LibraryHomeDocument = new TypedDocumentString(`
    query LibraryHome($me: ID!, $today: Date!) {
  organization {
    name
  }
  savedSearches {
    ...SavedSearchLine
  }
  onThisDay(date: $today) {
    ...CaseLine
  }
  myReviews: postmortems(
    filter: {status: [IN_REVIEW], reviewerId: $me}
    orderBy: {field: UPDATED_AT, direction: DESC}
    first: 8
  ) {
    totalCount
    nodes {
      ...CaseLine
    }
  }
  published: postmortems(
    filter: {status: [PUBLISHED]}
    orderBy: {field: UPDATED_AT, direction: DESC}
    first: 8
  ) {
    totalCount
    nodes {
      ...CaseLine
    }
  }
  mine: postmortems(
    filter: {authorId: $me, status: [DRAFT, IN_REVIEW, APPROVED]}
    orderBy: {field: UPDATED_AT, direction: DESC}
    first: 8
  ) {
    totalCount
    nodes {
      ...CaseLine
    }
  }
  inReview: postmortems(
    filter: {status: [IN_REVIEW]}
    orderBy: {field: UPDATED_AT, direction: DESC}
    first: 8
  ) {
    totalCount
    nodes {
      ...CaseLine
    }
  }
}
    fragment SavedSearchLine on SavedSearch {
  id
  version
  name
  address
  shared
  isMine
  owner {
    name
  }
}
fragment CaseLine on Postmortem {
  id
  key
  title
  status
  visibility
  language
  updatedAt
  publishedAt
  incidents {
    key
    severity
    startedAt
    measurements {
      name
      seconds
    }
    services {
      service {
        name
      }
    }
  }
  actionProgress {
    count
    finished
  }
  helpedCount
}`) as unknown as TypedDocumentString<LibraryHomeQuery, LibraryHomeQueryVariables>;
export const SavedSearchCreateDocument = new TypedDocumentString(`
    mutation SavedSearchCreate($input: SavedSearchCreateInput!) {
  savedSearchCreate(input: $input) {
    savedSearch {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SavedSearchCreateMutation, SavedSearchCreateMutationVariables>;
export const SavedSearchUpdateDocument = new TypedDocumentString(`
    mutation SavedSearchUpdate($id: ID!, $input: SavedSearchUpdateInput!) {
  savedSearchUpdate(id: $id, input: $input) {
    savedSearch {
      ...SavedSearchLine
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment SavedSearchLine on SavedSearch {
  id
  version
  name
  address
  shared
  isMine
  owner {
    name
  }
}`) as unknown as TypedDocumentString<SavedSearchUpdateMutation, SavedSearchUpdateMutationVariables>;
export const SavedSearchDeleteDocument = new TypedDocumentString(`
    mutation SavedSearchDelete($id: ID!) {
  savedSearchDelete(id: $id) {
    savedSearch {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SavedSearchDeleteMutation, SavedSearchDeleteMutationVariables>;
export const OwedDocument = new TypedDocumentString(`
    query Owed($me: ID!, $teams: [String!]!) {
  open: actionItems(
    filter: {ownerId: $me, open: true}
    orderBy: {field: DUE_ON, direction: ASC}
    first: 100
  ) {
    totalCount
    nodes {
      ...ActionRow
    }
  }
  verified: actionItems(
    filter: {ownerId: $me, status: [VERIFIED]}
    orderBy: {field: DUE_ON, direction: ASC}
    first: 100
  ) {
    nodes {
      ...ActionRow
      effectCheckOn
    }
  }
  paused: actionItems(
    filter: {ownerId: $me, status: [PAUSED]}
    orderBy: {field: DUE_ON, direction: ASC}
    first: 50
  ) {
    nodes {
      ...ActionRow
    }
  }
  done: actionItems(
    filter: {team: $teams, status: [DONE]}
    orderBy: {field: UPDATED_AT, direction: ASC}
    first: 50
  ) {
    nodes {
      ...ActionRow
    }
  }
  tasks: recurringTasks(
    filter: {ownerId: $me, archived: false, state: [MISSED, DUE, FAILED]}
    first: 20
  ) {
    totalCount
    nodes {
      id
      key
      title
      state
    }
  }
  reviews: postmortems(
    filter: {status: [IN_REVIEW], reviewerId: $me}
    orderBy: {field: UPDATED_AT, direction: ASC}
    first: 20
  ) {
    totalCount
    nodes {
      id
      key
      title
      language
      updatedAt
    }
  }
}
    fragment ActionToMove on ActionItem {
  id
  key
  title
  status
  allowedMoves
  version
  doneWhen
  dueOn
  overdue
  owner {
    id
    name
  }
  ownerText
  team {
    id
    key
    name
  }
}
fragment ActionRow on ActionItem {
  ...ActionToMove
  type
  priority
  weight
  pausedUntil
  closedInTracker
  clock {
    ...ActionClock
  }
  postmortem {
    id
    key
    title
    language
  }
}
fragment ActionClock on Clock {
  state
  targetDays
  usedDays
  pausedDays
  breached
  targetOn
}`) as unknown as TypedDocumentString<OwedQuery, OwedQueryVariables>;
export const PublicEditionPageDocument = new TypedDocumentString(`
    query PublicEditionPage($key: String!) {
  postmortem(key: $key) {
    id
    key
    title
    language
    status
    visibility
    revision
    publicEditionActs
    sections {
      position
      heading
    }
    timeline {
      id
      at
      zone
      text
    }
    publicEdition {
      ...EditionOnPage
    }
  }
}
    fragment EditionOnPage on PublicEdition {
  id
  version
  status
  title
  text
  language
  markdown
  insideMarkdown
  editedAt
  approvedAt
  changedParts
  omittedSections
  withActionDetails
  withFindings
  withPractices
  isListed
  isServed
  url
  omittedEvents {
    id
  }
  editor {
    id
    name
  }
  approver {
    id
    name
  }
  publicVersion {
    number
    publishedAt
  }
  findings {
    kind
    words
    line
    heading
    isBlocking
  }
  replacements {
    kind
    found
    instead
    count
  }
}`) as unknown as TypedDocumentString<PublicEditionPageQuery, PublicEditionPageQueryVariables>;
export const PublicEditionFilesDocument = new TypedDocumentString(`
    query PublicEditionFiles($key: String!) {
  postmortem(key: $key) {
    id
    publicEdition {
      id
      markdown
      html
    }
  }
}
    `) as unknown as TypedDocumentString<PublicEditionFilesQuery, PublicEditionFilesQueryVariables>;
export const InternalWordsDocument = new TypedDocumentString(`
    query InternalWords {
  internalWords {
    version
    words {
      word
      instead
    }
  }
}
    `) as unknown as TypedDocumentString<InternalWordsQuery, InternalWordsQueryVariables>;
export const PublicEditionMakeDocument = new TypedDocumentString(`
    mutation PublicEditionMake($postmortemId: ID!, $input: PublicEditionMakeInput!) {
  publicEditionMake(postmortemId: $postmortemId, input: $input) {
    publicEdition {
      id
      version
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PublicEditionMakeMutation, PublicEditionMakeMutationVariables>;
export const PublicEditionUpdateDocument = new TypedDocumentString(`
    mutation PublicEditionUpdate($id: ID!, $input: PublicEditionUpdateInput!) {
  publicEditionUpdate(id: $id, input: $input) {
    publicEdition {
      id
      version
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PublicEditionUpdateMutation, PublicEditionUpdateMutationVariables>;
export const PublicEditionApproveDocument = new TypedDocumentString(`
    mutation PublicEditionApprove($id: ID!, $input: PublicEditionMoveInput!) {
  publicEditionApprove(id: $id, input: $input) {
    publicEdition {
      id
      version
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PublicEditionApproveMutation, PublicEditionApproveMutationVariables>;
export const PublicEditionPublishDocument = new TypedDocumentString(`
    mutation PublicEditionPublish($id: ID!, $input: PublicEditionMoveInput!) {
  publicEditionPublish(id: $id, input: $input) {
    publicEdition {
      id
      version
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PublicEditionPublishMutation, PublicEditionPublishMutationVariables>;
export const PublicEditionWithdrawDocument = new TypedDocumentString(`
    mutation PublicEditionWithdraw($id: ID!) {
  publicEditionWithdraw(id: $id) {
    publicEdition {
      id
      version
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PublicEditionWithdrawMutation, PublicEditionWithdrawMutationVariables>;
export const InternalWordsUpdateDocument = new TypedDocumentString(`
    mutation InternalWordsUpdate($input: InternalWordsUpdateInput!) {
  internalWordsUpdate(input: $input) {
    internalWords {
      version
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<InternalWordsUpdateMutation, InternalWordsUpdateMutationVariables>;
export const MeetingPageDocument = new TypedDocumentString(`
    query MeetingPage($key: String!) {
  reviewMeeting(key: $key) {
    ...MeetingFacts
  }
}
    fragment ActionToMove on ActionItem {
  id
  key
  title
  status
  allowedMoves
  version
  doneWhen
  dueOn
  overdue
  owner {
    id
    name
  }
  ownerText
  team {
    id
    key
    name
  }
}
fragment ActionRow on ActionItem {
  ...ActionToMove
  type
  priority
  weight
  pausedUntil
  closedInTracker
  clock {
    ...ActionClock
  }
  postmortem {
    id
    key
    title
    language
  }
}
fragment ActionClock on Clock {
  state
  targetDays
  usedDays
  pausedDays
  breached
  targetOn
}
fragment MeetingFacts on ReviewMeeting {
  id
  version
  key
  title
  state
  startsAt
  zone
  durationMinutes
  place
  reason
  startedAt
  endedAt
  closing
  closingHtml
  allowedActs
  facilitator {
    id
    name
  }
  teams {
    id
    key
    name
  }
  people {
    id
    name
  }
  series {
    id
    title
  }
  agenda {
    ...AgendaCase
  }
  attendance {
    ...MeetingAttendee
  }
  overdueActions(first: 50) {
    totalCount
    nodes {
      ...ActionRow
    }
  }
}
fragment MeetingAttendee on ReviewAttendee {
  isInvited
  answer
  presence
  person {
    id
    name
    teams {
      team {
        id
      }
    }
  }
}
fragment AgendaCase on ReviewAgendaCase {
  id
  version
  plannedMinutes
  notes
  notesHtml
  outcome
  decisions {
    ...AgendaDecision
  }
  unmeasuredSpans {
    name
    missing
    incident {
      id
      key
    }
  }
  postmortem {
    id
    key
    title
    language
    status
    allowedActs
    incidents {
      key
      severity
    }
    threads(first: 50, filter: {kind: QUESTION, states: [OPEN, CARRIED]}) {
      totalCount
      nodes {
        ...AgendaQuestion
      }
    }
    approval {
      teams {
        team {
          id
          name
        }
        signOff {
          verdict
        }
      }
    }
  }
}
fragment AgendaQuestion on CommentThread {
  id
  state
  comments {
    id
    text
  }
}
fragment AgendaDecision on ReviewDecision {
  id
  version
  text
  textHtml
  createdAt
  createdBy {
    id
    name
  }
  actionItem {
    id
    key
    title
    status
  }
}`) as unknown as TypedDocumentString<MeetingPageQuery, MeetingPageQueryVariables>;
export const ShownCaseDocument = new TypedDocumentString(`
    query ShownCase($key: String!) {
  postmortem(key: $key) {
    id
    key
    title
    language
    status
    summaryHtml
    incidents {
      ...CaseIncident
    }
    timeline {
      ...CaseEvent
    }
  }
}
    fragment CaseIncident on Incident {
  id
  key
  title
  kind
  severity
  status
  startedAt
  detectedAt
  acknowledgedAt
  identifiedAt
  mitigatedAt
  resolvedAt
  verifiedAt
  measurements {
    name
    seconds
    fromMilestone
    toMilestone
  }
  services {
    impact
    recoveredAt
    service {
      id
      name
      tier
    }
  }
}
fragment CaseEvent on TimelineEvent {
  id
  at
  zone
  marker
  text
  evidence
  evidenceHtml
  original
  version
  source {
    kind
    name
  }
}`) as unknown as TypedDocumentString<ShownCaseQuery, ShownCaseQueryVariables>;
export const MeetingCalendarFileDocument = new TypedDocumentString(`
    query MeetingCalendarFile($id: ID!) {
  reviewMeeting(id: $id) {
    calendarFile
  }
}
    `) as unknown as TypedDocumentString<MeetingCalendarFileQuery, MeetingCalendarFileQueryVariables>;
export const CaseReviewsDocument = new TypedDocumentString(`
    query CaseReviews($key: String!) {
  postmortem(key: $key) {
    id
    reviews {
      id
      outcome
      notesHtml
      decisions {
        ...AgendaDecision
      }
      reviewMeeting {
        id
        key
        title
        state
        startsAt
        zone
      }
    }
  }
}
    fragment AgendaDecision on ReviewDecision {
  id
  version
  text
  textHtml
  createdAt
  createdBy {
    id
    name
  }
  actionItem {
    id
    key
    title
    status
  }
}`) as unknown as TypedDocumentString<CaseReviewsQuery, CaseReviewsQueryVariables>;
export const MeetingStartDocument = new TypedDocumentString(`
    mutation MeetingStart($id: ID!) {
  reviewMeetingStart(id: $id) {
    reviewMeeting {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<MeetingStartMutation, MeetingStartMutationVariables>;
export const MeetingEndDocument = new TypedDocumentString(`
    mutation MeetingEnd($id: ID!) {
  reviewMeetingEnd(id: $id) {
    reviewMeeting {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<MeetingEndMutation, MeetingEndMutationVariables>;
export const MeetingCancelDocument = new TypedDocumentString(`
    mutation MeetingCancel($id: ID!, $input: ReviewMeetingCancelInput!) {
  reviewMeetingCancel(id: $id, input: $input) {
    reviewMeeting {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<MeetingCancelMutation, MeetingCancelMutationVariables>;
export const MeetingAnswerDocument = new TypedDocumentString(`
    mutation MeetingAnswer($id: ID!, $answer: ReviewMeetingAnswer) {
  reviewMeetingAnswer(id: $id, answer: $answer) {
    reviewMeeting {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<MeetingAnswerMutation, MeetingAnswerMutationVariables>;
export const MeetingAttendanceSetDocument = new TypedDocumentString(`
    mutation MeetingAttendanceSet($id: ID!, $input: ReviewMeetingAttendanceSetInput!) {
  reviewMeetingAttendanceSet(id: $id, input: $input) {
    reviewMeeting {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<MeetingAttendanceSetMutation, MeetingAttendanceSetMutationVariables>;
export const MeetingMoveCaseDocument = new TypedDocumentString(`
    mutation MeetingMoveCase($id: ID!, $postmortemId: ID!, $input: ReviewMeetingMoveCaseInput!) {
  reviewMeetingMoveCase(id: $id, postmortemId: $postmortemId, input: $input) {
    reviewMeeting {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<MeetingMoveCaseMutation, MeetingMoveCaseMutationVariables>;
export const MeetingRemoveCaseDocument = new TypedDocumentString(`
    mutation MeetingRemoveCase($id: ID!, $postmortemId: ID!) {
  reviewMeetingRemoveCase(id: $id, postmortemId: $postmortemId) {
    reviewMeeting {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<MeetingRemoveCaseMutation, MeetingRemoveCaseMutationVariables>;
export const AgendaCaseUpdateDocument = new TypedDocumentString(`
    mutation AgendaCaseUpdate($id: ID!, $input: ReviewAgendaCaseUpdateInput!) {
  reviewAgendaCaseUpdate(id: $id, input: $input) {
    agendaCase {
      id
      version
      notes
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AgendaCaseUpdateMutation, AgendaCaseUpdateMutationVariables>;
export const DecisionCreateDocument = new TypedDocumentString(`
    mutation DecisionCreate($input: ReviewDecisionCreateInput!) {
  reviewDecisionCreate(input: $input) {
    decision {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DecisionCreateMutation, DecisionCreateMutationVariables>;
export const DecisionUpdateDocument = new TypedDocumentString(`
    mutation DecisionUpdate($id: ID!, $input: ReviewDecisionUpdateInput!) {
  reviewDecisionUpdate(id: $id, input: $input) {
    decision {
      id
      version
      text
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DecisionUpdateMutation, DecisionUpdateMutationVariables>;
export const DecisionDeleteDocument = new TypedDocumentString(`
    mutation DecisionDelete($id: ID!) {
  reviewDecisionDelete(id: $id) {
    decision {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DecisionDeleteMutation, DecisionDeleteMutationVariables>;
export const DecisionToActionDocument = new TypedDocumentString(`
    mutation DecisionToAction($id: ID!, $input: ReviewDecisionToActionInput!) {
  reviewDecisionToAction(id: $id, input: $input) {
    decision {
      id
      actionItem {
        id
        key
      }
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DecisionToActionMutation, DecisionToActionMutationVariables>;
export const MeetingListDocument = new TypedDocumentString(`
    query MeetingList($filter: ReviewMeetingFilter!, $direction: OrderDirection!, $after: String) {
  reviewMeetings(
    filter: $filter
    orderBy: {field: STARTS_AT, direction: $direction}
    first: 30
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...MeetingLine
    }
  }
}
    fragment MeetingLine on ReviewMeeting {
  id
  key
  title
  state
  startsAt
  zone
  durationMinutes
  facilitator {
    id
    name
  }
  teams {
    id
    key
    name
  }
  series {
    id
  }
  agenda {
    id
  }
}`) as unknown as TypedDocumentString<MeetingListQuery, MeetingListQueryVariables>;
export const MeetingsToComeDocument = new TypedDocumentString(`
    query MeetingsToCome {
  reviewMeetings(
    filter: {state: [PLANNED, RUNNING]}
    orderBy: {field: STARTS_AT, direction: ASC}
    first: 20
  ) {
    nodes {
      id
      key
      title
      startsAt
    }
  }
}
    `) as unknown as TypedDocumentString<MeetingsToComeQuery, MeetingsToComeQueryVariables>;
export const ReviewQueueDocument = new TypedDocumentString(`
    query ReviewQueue($after: String) {
  reviewQueue(first: 20, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...QueuedCase
    }
  }
}
    fragment ActionClock on Clock {
  state
  targetDays
  usedDays
  pausedDays
  breached
  targetOn
}
fragment QueuedCase on ReviewQueueEntry {
  severity
  waitingSince
  clock {
    ...ActionClock
  }
  postmortem {
    id
    key
    title
    language
    allowedActs
  }
}`) as unknown as TypedDocumentString<ReviewQueueQuery, ReviewQueueQueryVariables>;
export const ReviewSeriesListDocument = new TypedDocumentString(`
    query ReviewSeriesList {
  reviewSeriesList {
    ...ReviewSeriesFacts
  }
}
    fragment ReviewSeriesFacts on ReviewSeries {
  id
  version
  title
  durationMinutes
  place
  archivedAt
  cadence {
    rule
    startsOn
    zone
    time
  }
  createdBy {
    id
  }
  facilitator {
    id
    name
  }
  teams {
    id
    key
    name
  }
  people {
    id
    name
  }
  nextMeetings {
    id
    key
    startsAt
    zone
  }
}`) as unknown as TypedDocumentString<ReviewSeriesListQuery, ReviewSeriesListQueryVariables>;
export const MeetingCreateDocument = new TypedDocumentString(`
    mutation MeetingCreate($input: ReviewMeetingCreateInput!) {
  reviewMeetingCreate(input: $input) {
    reviewMeeting {
      id
      key
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<MeetingCreateMutation, MeetingCreateMutationVariables>;
export const MeetingUpdateDocument = new TypedDocumentString(`
    mutation MeetingUpdate($id: ID!, $input: ReviewMeetingUpdateInput!) {
  reviewMeetingUpdate(id: $id, input: $input) {
    reviewMeeting {
      id
      key
      version
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<MeetingUpdateMutation, MeetingUpdateMutationVariables>;
export const ReviewSeriesCreateDocument = new TypedDocumentString(`
    mutation ReviewSeriesCreate($input: ReviewSeriesCreateInput!) {
  reviewSeriesCreate(input: $input) {
    reviewSeries {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ReviewSeriesCreateMutation, ReviewSeriesCreateMutationVariables>;
export const ReviewSeriesUpdateDocument = new TypedDocumentString(`
    mutation ReviewSeriesUpdate($id: ID!, $input: ReviewSeriesUpdateInput!) {
  reviewSeriesUpdate(id: $id, input: $input) {
    reviewSeries {
      id
      version
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ReviewSeriesUpdateMutation, ReviewSeriesUpdateMutationVariables>;
export const ReviewSeriesArchiveDocument = new TypedDocumentString(`
    mutation ReviewSeriesArchive($id: ID!) {
  reviewSeriesArchive(id: $id) {
    reviewSeries {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ReviewSeriesArchiveMutation, ReviewSeriesArchiveMutationVariables>;
export const ReviewSeriesRestoreDocument = new TypedDocumentString(`
    mutation ReviewSeriesRestore($id: ID!) {
  reviewSeriesRestore(id: $id) {
    reviewSeries {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ReviewSeriesRestoreMutation, ReviewSeriesRestoreMutationVariables>;
export const MeetingAddCaseDocument = new TypedDocumentString(`
    mutation MeetingAddCase($id: ID!, $input: ReviewMeetingAddCaseInput!) {
  reviewMeetingAddCase(id: $id, input: $input) {
    reviewMeeting {
      id
      key
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<MeetingAddCaseMutation, MeetingAddCaseMutationVariables>;
export const MeetingMinutesDocument = new TypedDocumentString(`
    query MeetingMinutes($key: String!, $language: Language!) {
  reviewMeeting(key: $key) {
    id
    minutes(language: $language) {
      title
      text
      html
    }
  }
}
    `) as unknown as TypedDocumentString<MeetingMinutesQuery, MeetingMinutesQueryVariables>;
export const MeetingFeedbackDocument = new TypedDocumentString(`
    query MeetingFeedback($key: String!) {
  reviewMeeting(key: $key) {
    id
    feedback {
      ...FeedbackFacts
    }
  }
}
    fragment FeedbackFacts on ReviewMeetingFeedback {
  openUntil
  mayAnswer
  mine {
    timeWellSpent
    learnedSomething
    decisionsCarriedOut
    word
  }
  results {
    count
    timeWellSpent
    learnedSomething
    decisionsCarriedOut
    words
  }
}`) as unknown as TypedDocumentString<MeetingFeedbackQuery, MeetingFeedbackQueryVariables>;
export const MeetingClosingSetDocument = new TypedDocumentString(`
    mutation MeetingClosingSet($id: ID!, $input: ReviewMeetingClosingSetInput!) {
  reviewMeetingClosingSet(id: $id, input: $input) {
    reviewMeeting {
      id
      version
      closing
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<MeetingClosingSetMutation, MeetingClosingSetMutationVariables>;
export const MinutesSendDocument = new TypedDocumentString(`
    mutation MinutesSend($id: ID!) {
  reviewMinutesSend(id: $id) {
    reviewMeeting {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<MinutesSendMutation, MinutesSendMutationVariables>;
export const MeetingFeedbackGiveDocument = new TypedDocumentString(`
    mutation MeetingFeedbackGive($id: ID!, $input: ReviewMeetingFeedbackInput!) {
  reviewMeetingFeedback(id: $id, input: $input) {
    reviewMeeting {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<MeetingFeedbackGiveMutation, MeetingFeedbackGiveMutationVariables>;
export const AdminPeopleDocument = new TypedDocumentString(`
    query AdminPeople($query: String, $archived: Boolean!, $after: String) {
  people(first: 50, after: $after, filter: {query: $query, archived: $archived}) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...AdminPerson
    }
  }
}
    fragment AdminPerson on Person {
  id
  version
  name
  email
  role
  createdAt
  archivedAt
  teams {
    team {
      key
      name
    }
  }
}`) as unknown as TypedDocumentString<AdminPeopleQuery, AdminPeopleQueryVariables>;
export const AdminPersonCreateDocument = new TypedDocumentString(`
    mutation AdminPersonCreate($input: PersonCreateInput!) {
  personCreate(input: $input) {
    person {
      id
      name
      email
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AdminPersonCreateMutation, AdminPersonCreateMutationVariables>;
export const AdminInviteDocument = new TypedDocumentString(`
    mutation AdminInvite($input: InvitationCreateInput!) {
  invitationCreate(input: $input) {
    invitation {
      url
      expiresAt
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AdminInviteMutation, AdminInviteMutationVariables>;
export const AdminPersonUpdateDocument = new TypedDocumentString(`
    mutation AdminPersonUpdate($id: ID!, $input: PersonUpdateInput!) {
  personUpdate(id: $id, input: $input) {
    person {
      ...AdminPerson
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment AdminPerson on Person {
  id
  version
  name
  email
  role
  createdAt
  archivedAt
  teams {
    team {
      key
      name
    }
  }
}`) as unknown as TypedDocumentString<AdminPersonUpdateMutation, AdminPersonUpdateMutationVariables>;
export const AdminPersonArchiveDocument = new TypedDocumentString(`
    mutation AdminPersonArchive($id: ID!) {
  personArchive(id: $id) {
    person {
      ...AdminPerson
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment AdminPerson on Person {
  id
  version
  name
  email
  role
  createdAt
  archivedAt
  teams {
    team {
      key
      name
    }
  }
}`) as unknown as TypedDocumentString<AdminPersonArchiveMutation, AdminPersonArchiveMutationVariables>;
export const AdminPersonRestoreDocument = new TypedDocumentString(`
    mutation AdminPersonRestore($id: ID!) {
  personRestore(id: $id) {
    person {
      ...AdminPerson
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment AdminPerson on Person {
  id
  version
  name
  email
  role
  createdAt
  archivedAt
  teams {
    team {
      key
      name
    }
  }
}`) as unknown as TypedDocumentString<AdminPersonRestoreMutation, AdminPersonRestoreMutationVariables>;
export const AdminAuditDocument = new TypedDocumentString(`
    query AdminAudit($filter: AuditEntryFilter, $after: String) {
  auditEntries(first: 50, after: $after, filter: $filter) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...AuditLine
    }
  }
}
    fragment AuditLine on AuditEntry {
  id
  at
  act
  actor
  outcome
  code
  address
  subjectKey
  subjectPerson {
    id
    name
  }
  person {
    id
    name
  }
  postmortem {
    key
    title
    language
  }
  details {
    name
    values
  }
}`) as unknown as TypedDocumentString<AdminAuditQuery, AdminAuditQueryVariables>;
export const AdminAuditPersonDocument = new TypedDocumentString(`
    query AdminAuditPerson($id: ID!) {
  person(id: $id) {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<AdminAuditPersonQuery, AdminAuditPersonQueryVariables>;
export const AdminDeadLettersDocument = new TypedDocumentString(`
    query AdminDeadLetters($after: String) {
  deadLetters(first: 50, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...DeadLetterLine
    }
  }
}
    fragment DeadLetterLine on DeadLetter {
  id
  topic
  subject
  attempts
  lastError
  createdAt
  failedAt
}`) as unknown as TypedDocumentString<AdminDeadLettersQuery, AdminDeadLettersQueryVariables>;
export const AdminLetterRetryDocument = new TypedDocumentString(`
    mutation AdminLetterRetry($id: ID!) {
  deadLetterRetry(id: $id) {
    deadLetter {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AdminLetterRetryMutation, AdminLetterRetryMutationVariables>;
export const AdminLetterDiscardDocument = new TypedDocumentString(`
    mutation AdminLetterDiscard($id: ID!) {
  deadLetterDiscard(id: $id) {
    deadLetter {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AdminLetterDiscardMutation, AdminLetterDiscardMutationVariables>;
export const OrganizationNameDocument = new TypedDocumentString(`
    query OrganizationName {
  organization {
    name
    version
  }
}
    `) as unknown as TypedDocumentString<OrganizationNameQuery, OrganizationNameQueryVariables>;
export const OrganizationSaveDocument = new TypedDocumentString(`
    mutation OrganizationSave($input: OrganizationUpdateInput!) {
  organizationUpdate(input: $input) {
    organization {
      name
      version
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<OrganizationSaveMutation, OrganizationSaveMutationVariables>;
export const ImprovementRulesDocument = new TypedDocumentString(`
    query ImprovementRules {
  improvementPolicy {
    ...Rules
  }
}
    fragment Rules on ImprovementPolicy {
  version
  boundedWording
  evidence
  otherVerifier
  otherApprover
  effectCheckWeeks
  timelineGapMinutes
  approval
  targets {
    subject
    severity
    days
  }
  reminders {
    before
    every
    escalateAfter
    verifyAfter
  }
}`) as unknown as TypedDocumentString<ImprovementRulesQuery, ImprovementRulesQueryVariables>;
export const ImprovementRulesSaveDocument = new TypedDocumentString(`
    mutation ImprovementRulesSave($input: ImprovementPolicyUpdateInput!) {
  improvementPolicyUpdate(input: $input) {
    improvementPolicy {
      ...Rules
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment Rules on ImprovementPolicy {
  version
  boundedWording
  evidence
  otherVerifier
  otherApprover
  effectCheckWeeks
  timelineGapMinutes
  approval
  targets {
    subject
    severity
    days
  }
  reminders {
    before
    every
    escalateAfter
    verifyAfter
  }
}`) as unknown as TypedDocumentString<ImprovementRulesSaveMutation, ImprovementRulesSaveMutationVariables>;
export const CalendarsDocument = new TypedDocumentString(`
    query Calendars {
  workCalendars {
    ...CalendarFacts
  }
  organization {
    version
    calendar {
      id
    }
  }
}
    fragment CalendarFacts on WorkCalendar {
  id
  version
  name
  zone
  weekdays
  specialDays {
    from
    to
    name
    isWorked
  }
  teams {
    id
    name
  }
}`) as unknown as TypedDocumentString<CalendarsQuery, CalendarsQueryVariables>;
export const CalendarCreateDocument = new TypedDocumentString(`
    mutation CalendarCreate($input: WorkCalendarCreateInput!) {
  workCalendarCreate(input: $input) {
    workCalendar {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CalendarCreateMutation, CalendarCreateMutationVariables>;
export const CalendarUpdateDocument = new TypedDocumentString(`
    mutation CalendarUpdate($id: ID!, $input: WorkCalendarUpdateInput!) {
  workCalendarUpdate(id: $id, input: $input) {
    workCalendar {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CalendarUpdateMutation, CalendarUpdateMutationVariables>;
export const CalendarDeleteDocument = new TypedDocumentString(`
    mutation CalendarDelete($id: ID!) {
  workCalendarDelete(id: $id) {
    workCalendar {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CalendarDeleteMutation, CalendarDeleteMutationVariables>;
export const ChannelsDocument = new TypedDocumentString(`
    query Channels {
  mailStatus {
    isOn
    from
  }
  channels {
    ...ChannelLine
  }
}
    fragment ChannelLine on Channel {
  id
  version
  kind
  name
  locale
  topics
  address
  isSigned
  lastSentAt
  lastError
  archivedAt
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<ChannelsQuery, ChannelsQueryVariables>;
export const ChannelCreateDocument = new TypedDocumentString(`
    mutation ChannelCreate($input: ChannelCreateInput!) {
  channelCreate(input: $input) {
    channel {
      ...ChannelLine
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment ChannelLine on Channel {
  id
  version
  kind
  name
  locale
  topics
  address
  isSigned
  lastSentAt
  lastError
  archivedAt
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<ChannelCreateMutation, ChannelCreateMutationVariables>;
export const ChannelUpdateDocument = new TypedDocumentString(`
    mutation ChannelUpdate($id: ID!, $input: ChannelUpdateInput!) {
  channelUpdate(id: $id, input: $input) {
    channel {
      ...ChannelLine
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment ChannelLine on Channel {
  id
  version
  kind
  name
  locale
  topics
  address
  isSigned
  lastSentAt
  lastError
  archivedAt
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<ChannelUpdateMutation, ChannelUpdateMutationVariables>;
export const ChannelArchiveDocument = new TypedDocumentString(`
    mutation ChannelArchive($id: ID!) {
  channelArchive(id: $id) {
    channel {
      ...ChannelLine
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment ChannelLine on Channel {
  id
  version
  kind
  name
  locale
  topics
  address
  isSigned
  lastSentAt
  lastError
  archivedAt
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<ChannelArchiveMutation, ChannelArchiveMutationVariables>;
export const ChannelRestoreDocument = new TypedDocumentString(`
    mutation ChannelRestore($id: ID!) {
  channelRestore(id: $id) {
    channel {
      ...ChannelLine
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment ChannelLine on Channel {
  id
  version
  kind
  name
  locale
  topics
  address
  isSigned
  lastSentAt
  lastError
  archivedAt
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<ChannelRestoreMutation, ChannelRestoreMutationVariables>;
export const ChannelDeleteDocument = new TypedDocumentString(`
    mutation ChannelDelete($id: ID!) {
  channelDelete(id: $id) {
    channel {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ChannelDeleteMutation, ChannelDeleteMutationVariables>;
export const ChannelTestDocument = new TypedDocumentString(`
    mutation ChannelTest($id: ID!) {
  channelTest(id: $id) {
    channel {
      ...ChannelLine
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment ChannelLine on Channel {
  id
  version
  kind
  name
  locale
  topics
  address
  isSigned
  lastSentAt
  lastError
  archivedAt
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<ChannelTestMutation, ChannelTestMutationVariables>;
export const MailTestDocument = new TypedDocumentString(`
    mutation MailTest {
  mailTest {
    mailStatus {
      isOn
      from
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<MailTestMutation, MailTestMutationVariables>;
export const ProfileDocument = new TypedDocumentString(`
    query Profile {
  viewer {
    id
    version
    name
    email
    role
    locale
    zone
  }
}
    `) as unknown as TypedDocumentString<ProfileQuery, ProfileQueryVariables>;
export const ProfileSaveDocument = new TypedDocumentString(`
    mutation ProfileSave($id: ID!, $input: PersonUpdateInput!) {
  personUpdate(id: $id, input: $input) {
    person {
      id
      version
      name
      locale
      zone
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ProfileSaveMutation, ProfileSaveMutationVariables>;
export const MailSettingsDocument = new TypedDocumentString(`
    query MailSettings {
  viewer {
    id
    email
    mailPreferences {
      ...MailChoices
    }
  }
}
    fragment MailChoices on MailPreferences {
  version
  digest
  reminders
  comments
  meetings
  quietFrom
  quietUntil
}`) as unknown as TypedDocumentString<MailSettingsQuery, MailSettingsQueryVariables>;
export const MailSettingsSaveDocument = new TypedDocumentString(`
    mutation MailSettingsSave($input: MailPreferencesUpdateInput!) {
  mailPreferencesUpdate(input: $input) {
    mailPreferences {
      ...MailChoices
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment MailChoices on MailPreferences {
  version
  digest
  reminders
  comments
  meetings
  quietFrom
  quietUntil
}`) as unknown as TypedDocumentString<MailSettingsSaveMutation, MailSettingsSaveMutationVariables>;
export const SignInSettingsDocument = new TypedDocumentString(`
    query SignInSettings {
  signInMethods {
    password
    openIdConnect {
      label
    }
  }
  viewer {
    id
    email
    sessions {
      ...SessionLine
    }
  }
}
    fragment SessionLine on Session {
  id
  method
  createdAt
  lastSeenAt
  address
  userAgent
  isCurrent
}`) as unknown as TypedDocumentString<SignInSettingsQuery, SignInSettingsQueryVariables>;
export const PasswordChangeDocument = new TypedDocumentString(`
    mutation PasswordChange($input: PasswordChangeInput!) {
  passwordChange(input: $input) {
    person {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PasswordChangeMutation, PasswordChangeMutationVariables>;
export const SessionRevokeDocument = new TypedDocumentString(`
    mutation SessionRevoke($id: ID!) {
  sessionRevoke(id: $id) {
    session {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SessionRevokeMutation, SessionRevokeMutationVariables>;
export const SessionRevokeOthersDocument = new TypedDocumentString(`
    mutation SessionRevokeOthers {
  sessionRevokeOthers {
    person {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SessionRevokeOthersMutation, SessionRevokeOthersMutationVariables>;
export const TokensDocument = new TypedDocumentString(`
    query Tokens {
  viewer {
    id
    role
    apiTokens {
      ...TokenLine
    }
  }
}
    fragment TokenLine on ApiToken {
  id
  name
  kind
  hint
  scopes
  createdAt
  expiresAt
  lastUsedAt
  revokedAt
}`) as unknown as TypedDocumentString<TokensQuery, TokensQueryVariables>;
export const FeedTokensDocument = new TypedDocumentString(`
    query FeedTokens {
  viewer {
    id
    apiTokens {
      ...TokenLine
    }
  }
  teams(first: 100) {
    nodes {
      id
      key
      name
    }
  }
}
    fragment TokenLine on ApiToken {
  id
  name
  kind
  hint
  scopes
  createdAt
  expiresAt
  lastUsedAt
  revokedAt
}`) as unknown as TypedDocumentString<FeedTokensQuery, FeedTokensQueryVariables>;
export const TokenCreateDocument = new TypedDocumentString(`
    mutation TokenCreate($input: ApiTokenCreateInput!) {
  apiTokenCreate(input: $input) {
    apiToken {
      id
    }
    token
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TokenCreateMutation, TokenCreateMutationVariables>;
export const TokenRevokeDocument = new TypedDocumentString(`
    mutation TokenRevoke($id: ID!) {
  apiTokenRevoke(id: $id) {
    apiToken {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TokenRevokeMutation, TokenRevokeMutationVariables>;
export const TrackerConnectionsDocument = new TypedDocumentString(`
    query TrackerConnections {
  trackerConnections {
    ...TrackerConnectionLine
  }
}
    fragment TrackerConnectionLine on ConnectedTracker {
  id
  version
  provider
  name
  baseUrl
  projects
  hookUrl
  lastDeliveryAt
  lastError
  lastErrorAt
  archivedAt
}`) as unknown as TypedDocumentString<TrackerConnectionsQuery, TrackerConnectionsQueryVariables>;
export const TrackerConnectionCreateDocument = new TypedDocumentString(`
    mutation TrackerConnectionCreate($input: TrackerConnectionCreateInput!) {
  trackerConnectionCreate(input: $input) {
    trackerConnection {
      ...TrackerConnectionLine
    }
    secret
    userErrors {
      code
      field
      message
    }
  }
}
    fragment TrackerConnectionLine on ConnectedTracker {
  id
  version
  provider
  name
  baseUrl
  projects
  hookUrl
  lastDeliveryAt
  lastError
  lastErrorAt
  archivedAt
}`) as unknown as TypedDocumentString<TrackerConnectionCreateMutation, TrackerConnectionCreateMutationVariables>;
export const TrackerConnectionUpdateDocument = new TypedDocumentString(`
    mutation TrackerConnectionUpdate($id: ID!, $input: TrackerConnectionUpdateInput!) {
  trackerConnectionUpdate(id: $id, input: $input) {
    trackerConnection {
      ...TrackerConnectionLine
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment TrackerConnectionLine on ConnectedTracker {
  id
  version
  provider
  name
  baseUrl
  projects
  hookUrl
  lastDeliveryAt
  lastError
  lastErrorAt
  archivedAt
}`) as unknown as TypedDocumentString<TrackerConnectionUpdateMutation, TrackerConnectionUpdateMutationVariables>;
export const TrackerConnectionRotateSecretDocument = new TypedDocumentString(`
    mutation TrackerConnectionRotateSecret($id: ID!, $expectedVersion: Int) {
  trackerConnectionRotateSecret(id: $id, expectedVersion: $expectedVersion) {
    trackerConnection {
      ...TrackerConnectionLine
    }
    secret
    userErrors {
      code
      field
      message
    }
  }
}
    fragment TrackerConnectionLine on ConnectedTracker {
  id
  version
  provider
  name
  baseUrl
  projects
  hookUrl
  lastDeliveryAt
  lastError
  lastErrorAt
  archivedAt
}`) as unknown as TypedDocumentString<TrackerConnectionRotateSecretMutation, TrackerConnectionRotateSecretMutationVariables>;
export const TrackerConnectionArchiveDocument = new TypedDocumentString(`
    mutation TrackerConnectionArchive($id: ID!) {
  trackerConnectionArchive(id: $id) {
    trackerConnection {
      ...TrackerConnectionLine
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment TrackerConnectionLine on ConnectedTracker {
  id
  version
  provider
  name
  baseUrl
  projects
  hookUrl
  lastDeliveryAt
  lastError
  lastErrorAt
  archivedAt
}`) as unknown as TypedDocumentString<TrackerConnectionArchiveMutation, TrackerConnectionArchiveMutationVariables>;
export const WelcomeDocument = new TypedDocumentString(`
    query Welcome {
  organization {
    name
    version
  }
  teams(first: 50) {
    totalCount
    nodes {
      id
      key
      name
    }
  }
  postmortems(first: 1) {
    totalCount
  }
  people(first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<WelcomeQuery, WelcomeQueryVariables>;
export const WelcomeTeamDocument = new TypedDocumentString(`
    mutation WelcomeTeam($input: TeamCreateInput!) {
  teamCreate(input: $input) {
    team {
      id
      name
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<WelcomeTeamMutation, WelcomeTeamMutationVariables>;
export const WelcomeTeamLeadDocument = new TypedDocumentString(`
    mutation WelcomeTeamLead($id: ID!, $input: TeamMemberInput!) {
  teamMemberSet(id: $id, input: $input) {
    team {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<WelcomeTeamLeadMutation, WelcomeTeamLeadMutationVariables>;
export const WelcomeImportDocument = new TypedDocumentString(`
    mutation WelcomeImport($input: LibraryImportInput!) {
  libraryImport(input: $input) {
    result {
      created
      updated
      unchanged
      failed {
        file
        line
        message
      }
      notes {
        file
        message
      }
      keys {
        inFiles
        inLibrary
      }
      waiting
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<WelcomeImportMutation, WelcomeImportMutationVariables>;
export const CaseApprovalDocument = new TypedDocumentString(`
    query CaseApproval($key: String!) {
  postmortem(key: $key) {
    ...ApprovedCase
  }
}
    fragment ApprovedCase on Postmortem {
  id
  approval {
    rule
    revision
    changedParts
    missing {
      id
      name
    }
    teams {
      ...AskedTeam
    }
  }
}
fragment AskedTeam on TeamApproval {
  maySign
  mayRecord
  team {
    id
    key
    name
  }
  signOff {
    verdict
    reservations
    at
    changedParts
    person {
      id
      name
    }
    recordedBy {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<CaseApprovalQuery, CaseApprovalQueryVariables>;
export const SigningPeopleDocument = new TypedDocumentString(`
    query SigningPeople($teamId: ID!) {
  team(id: $teamId) {
    id
    members {
      person {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SigningPeopleQuery, SigningPeopleQueryVariables>;
export const SignOffCaseDocument = new TypedDocumentString(`
    mutation SignOffCase($id: ID!, $input: SignOffInput!) {
  reviewSignOff(postmortemId: $id, input: $input) {
    postmortem {
      ...ApprovedCase
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment ApprovedCase on Postmortem {
  id
  approval {
    rule
    revision
    changedParts
    missing {
      id
      name
    }
    teams {
      ...AskedTeam
    }
  }
}
fragment AskedTeam on TeamApproval {
  maySign
  mayRecord
  team {
    id
    key
    name
  }
  signOff {
    verdict
    reservations
    at
    changedParts
    person {
      id
      name
    }
    recordedBy {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<SignOffCaseMutation, SignOffCaseMutationVariables>;
export const SignOffWithdrawDocument = new TypedDocumentString(`
    mutation SignOffWithdraw($id: ID!, $teamId: ID!) {
  reviewSignOffWithdraw(postmortemId: $id, teamId: $teamId) {
    postmortem {
      ...ApprovedCase
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment ApprovedCase on Postmortem {
  id
  approval {
    rule
    revision
    changedParts
    missing {
      id
      name
    }
    teams {
      ...AskedTeam
    }
  }
}
fragment AskedTeam on TeamApproval {
  maySign
  mayRecord
  team {
    id
    key
    name
  }
  signOff {
    verdict
    reservations
    at
    changedParts
    person {
      id
      name
    }
    recordedBy {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<SignOffWithdrawMutation, SignOffWithdrawMutationVariables>;
export const TaskListDocument = new TypedDocumentString(`
    query TaskList($filter: RecurringTaskFilter!, $after: String) {
  recurringTasks(filter: $filter, first: 50, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...TaskLine
    }
  }
}
    fragment TaskLine on RecurringTask {
  id
  key
  title
  state
  archivedAt
  team {
    id
    key
    name
  }
  owner {
    id
    name
  }
  service {
    id
    name
  }
  cadences {
    ...CadenceValues
  }
  occurrences(last: 6, next: 1) {
    dueOn
    state
  }
}
fragment CadenceValues on TaskCadence {
  rule
  startsOn
  zone
  time
  graceDays
  validFrom
  validUntil
}`) as unknown as TypedDocumentString<TaskListQuery, TaskListQueryVariables>;
export const TaskPageDocument = new TypedDocumentString(`
    query TaskPage($key: String!) {
  recurringTask(key: $key) {
    ...TaskFacts
  }
}
    fragment CadenceValues on TaskCadence {
  rule
  startsOn
  zone
  time
  graceDays
  validFrom
  validUntil
}
fragment TaskFacts on RecurringTask {
  id
  version
  key
  title
  detail
  practice
  state
  archivedAt
  team {
    id
    key
    name
  }
  owner {
    id
    name
  }
  service {
    id
    name
    tier
  }
  cadences {
    ...CadenceValues
  }
  occurrences(last: 24, next: 3) {
    ...OccurrenceFacts
  }
}
fragment OccurrenceFacts on TaskOccurrence {
  dueOn
  dueAt
  graceUntil
  state
  runs {
    id
    result
    note
    evidence
    doneAt
    recordedAt
    doneBy {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<TaskPageQuery, TaskPageQueryVariables>;
export const TaskCreateDocument = new TypedDocumentString(`
    mutation TaskCreate($input: RecurringTaskCreateInput!) {
  recurringTaskCreate(input: $input) {
    recurringTask {
      id
      key
      version
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TaskCreateMutation, TaskCreateMutationVariables>;
export const TaskUpdateDocument = new TypedDocumentString(`
    mutation TaskUpdate($id: ID!, $input: RecurringTaskUpdateInput!) {
  recurringTaskUpdate(id: $id, input: $input) {
    recurringTask {
      id
      key
      version
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TaskUpdateMutation, TaskUpdateMutationVariables>;
export const TaskArchiveDocument = new TypedDocumentString(`
    mutation TaskArchive($id: ID!) {
  recurringTaskArchive(id: $id) {
    recurringTask {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TaskArchiveMutation, TaskArchiveMutationVariables>;
export const TaskRestoreDocument = new TypedDocumentString(`
    mutation TaskRestore($id: ID!) {
  recurringTaskRestore(id: $id) {
    recurringTask {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TaskRestoreMutation, TaskRestoreMutationVariables>;
export const TaskRecordDocument = new TypedDocumentString(`
    mutation TaskRecord($id: ID!, $input: RecurringTaskRunInput!) {
  recurringTaskRun(id: $id, input: $input) {
    recurringTask {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TaskRecordMutation, TaskRecordMutationVariables>;
export const CaseTemplateDocument = new TypedDocumentString(`
    query CaseTemplate($key: String!) {
  postmortem(key: $key) {
    id
    templateSections {
      heading
      guidance
      practice
      starter
    }
  }
}
    `) as unknown as TypedDocumentString<CaseTemplateQuery, CaseTemplateQueryVariables>;
export const TemplateSuggestionDocument = new TypedDocumentString(`
    query TemplateSuggestion($language: Language!, $incidentIds: [ID!]!) {
  templateSuggestion(language: $language, input: {incidentIds: $incidentIds}) {
    template {
      name
      label
    }
    rule {
      ...RuleOfTemplate
    }
    passed {
      rule {
        ...RuleOfTemplate
      }
      because
    }
  }
}
    fragment RuleOfTemplate on TemplateRule {
  number
  template
  kinds
  severities
  services
  tiers
}`) as unknown as TypedDocumentString<TemplateSuggestionQuery, TemplateSuggestionQueryVariables>;
export const KeptTemplatesDocument = new TypedDocumentString(`
    query KeptTemplates {
  ownTemplates {
    id
    version
    name
    language
    text
    archivedAt
  }
  templateFiles {
    name
    language
    label
    text
  }
  templateRules {
    version
    text
    isOwn
    rules {
      ...RuleOfTemplate
    }
  }
}
    fragment RuleOfTemplate on TemplateRule {
  number
  template
  kinds
  severities
  services
  tiers
}`) as unknown as TypedDocumentString<KeptTemplatesQuery, KeptTemplatesQueryVariables>;
export const TemplateCheckDocument = new TypedDocumentString(`
    query TemplateCheck($language: Language!, $text: String!) {
  templateCheck(language: $language, text: $text) {
    template {
      label
      description
      sections {
        heading
        guidance
        starter
        isRequired
        practice
      }
    }
    faults {
      line
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TemplateCheckQuery, TemplateCheckQueryVariables>;
export const TemplateRulesCheckDocument = new TypedDocumentString(`
    query TemplateRulesCheck($text: String!) {
  templateRulesCheck(text: $text) {
    line
    message
  }
}
    `) as unknown as TypedDocumentString<TemplateRulesCheckQuery, TemplateRulesCheckQueryVariables>;
export const OwnTemplateCreateDocument = new TypedDocumentString(`
    mutation OwnTemplateCreate($input: OwnTemplateCreateInput!) {
  ownTemplateCreate(input: $input) {
    ownTemplate {
      id
      name
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<OwnTemplateCreateMutation, OwnTemplateCreateMutationVariables>;
export const OwnTemplateUpdateDocument = new TypedDocumentString(`
    mutation OwnTemplateUpdate($id: ID!, $input: OwnTemplateUpdateInput!) {
  ownTemplateUpdate(id: $id, input: $input) {
    ownTemplate {
      id
      name
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<OwnTemplateUpdateMutation, OwnTemplateUpdateMutationVariables>;
export const OwnTemplateArchiveDocument = new TypedDocumentString(`
    mutation OwnTemplateArchive($id: ID!) {
  ownTemplateArchive(id: $id) {
    ownTemplate {
      id
      name
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<OwnTemplateArchiveMutation, OwnTemplateArchiveMutationVariables>;
export const OwnTemplateRestoreDocument = new TypedDocumentString(`
    mutation OwnTemplateRestore($id: ID!) {
  ownTemplateRestore(id: $id) {
    ownTemplate {
      id
      name
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<OwnTemplateRestoreMutation, OwnTemplateRestoreMutationVariables>;
export const TemplateRulesSaveDocument = new TypedDocumentString(`
    mutation TemplateRulesSave($input: TemplateRulesUpdateInput!) {
  templateRulesUpdate(input: $input) {
    templateRules {
      version
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TemplateRulesSaveMutation, TemplateRulesSaveMutationVariables>;
export const ActionTiesDocument = new TypedDocumentString(`
    query ActionTies($id: ID!) {
  actionItem(id: $id) {
    id
    weight
    links {
      id
      kind
      actionItem {
        ...TiedAction
      }
    }
    sameIdea {
      ...TiedAction
    }
    wouldHavePrevented {
      yes
      partly
      no
    }
    recurrenceAnswers {
      answer
      at
      person {
        id
        name
      }
      postmortem {
        id
        key
        title
        language
      }
    }
  }
}
    fragment ActionToMove on ActionItem {
  id
  key
  title
  status
  allowedMoves
  version
  doneWhen
  dueOn
  overdue
  owner {
    id
    name
  }
  ownerText
  team {
    id
    key
    name
  }
}
fragment ActionRow on ActionItem {
  ...ActionToMove
  type
  priority
  weight
  pausedUntil
  closedInTracker
  clock {
    ...ActionClock
  }
  postmortem {
    id
    key
    title
    language
  }
}
fragment ActionClock on Clock {
  state
  targetDays
  usedDays
  pausedDays
  breached
  targetOn
}
fragment TiedAction on ActionItem {
  ...ActionRow
}`) as unknown as TypedDocumentString<ActionTiesQuery, ActionTiesQueryVariables>;
export const ActionAlternativesDocument = new TypedDocumentString(`
    query ActionAlternatives($id: ID!) {
  actionItem(id: $id) {
    id
    links {
      id
      kind
      actionItem {
        id
        key
        title
        status
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ActionAlternativesQuery, ActionAlternativesQueryVariables>;
export const PickActionsDocument = new TypedDocumentString(`
    query PickActions($query: String!) {
  actionItems(
    filter: {query: $query}
    first: 20
    orderBy: {field: UPDATED_AT, direction: DESC}
  ) {
    nodes {
      id
      key
      title
      postmortem {
        id
        key
        language
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PickActionsQuery, PickActionsQueryVariables>;
export const ActionLinkDocument = new TypedDocumentString(`
    mutation ActionLink($id: ID!, $input: ActionItemLinkInput!) {
  actionItemLink(actionItemId: $id, input: $input) {
    actionLink {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ActionLinkMutation, ActionLinkMutationVariables>;
export const ActionUnlinkDocument = new TypedDocumentString(`
    mutation ActionUnlink($id: ID!) {
  actionItemUnlink(id: $id) {
    actionLink {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ActionUnlinkMutation, ActionUnlinkMutationVariables>;
export const ActionTrendsDocument = new TypedDocumentString(`
    query ActionTrends($team: String, $weeks: Int!) {
  actionTrends(teamKey: $team, weeks: $weeks) {
    at
    zone
    team {
      id
      key
      name
    }
    ageing {
      count
      medianDays
      p90Days
      bands {
        fromDays
        toDays
        inTime
        overdue
        withoutDate
        paused
      }
    }
    burnUp {
      week
      at
      proposed
      done
      verified
      effective
      rejected
    }
  }
}
    `) as unknown as TypedDocumentString<ActionTrendsQuery, ActionTrendsQueryVariables>;
export const WriteDetailsDocument = new TypedDocumentString(`
    query WriteDetails($id: ID!) {
  postmortem(id: $id) {
    ...DetailsOfCase
  }
}
    fragment DetailsOfCase on Postmortem {
  id
  version
  title
  language
  status
  visibility
  tags
  allowedActs
  authors {
    id
    name
  }
  reviewers {
    id
    name
  }
  facilitator {
    id
    name
  }
  readers {
    person {
      id
      name
    }
    team {
      id
      key
      name
    }
  }
  incidents {
    id
    key
    title
  }
}`) as unknown as TypedDocumentString<WriteDetailsQuery, WriteDetailsQueryVariables>;
export const SaveDetailsDocument = new TypedDocumentString(`
    mutation SaveDetails($id: ID!, $input: PostmortemUpdateInput!) {
  postmortemUpdate(id: $id, input: $input) {
    postmortem {
      ...DetailsOfCase
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment DetailsOfCase on Postmortem {
  id
  version
  title
  language
  status
  visibility
  tags
  allowedActs
  authors {
    id
    name
  }
  reviewers {
    id
    name
  }
  facilitator {
    id
    name
  }
  readers {
    person {
      id
      name
    }
    team {
      id
      key
      name
    }
  }
  incidents {
    id
    key
    title
  }
}`) as unknown as TypedDocumentString<SaveDetailsMutation, SaveDetailsMutationVariables>;
export const CaseDraftsDocument = new TypedDocumentString(`
    query CaseDrafts($id: ID!) {
  postmortem(id: $id) {
    drafts {
      part
      text
      updatedAt
    }
  }
}
    `) as unknown as TypedDocumentString<CaseDraftsQuery, CaseDraftsQueryVariables>;
export const MyDraftsDocument = new TypedDocumentString(`
    query MyDrafts {
  drafts(first: 20) {
    part
    updatedAt
    postmortem {
      id
      key
      title
      language
    }
  }
}
    `) as unknown as TypedDocumentString<MyDraftsQuery, MyDraftsQueryVariables>;
export const SubmitCaseDocument = new TypedDocumentString(`
    mutation SubmitCase($id: ID!) {
  postmortemSubmit(id: $id) {
    postmortem {
      ...LifecycleOfCase
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment LifecycleOfCase on Postmortem {
  id
  status
  version
}`) as unknown as TypedDocumentString<SubmitCaseMutation, SubmitCaseMutationVariables>;
export const ApproveCaseDocument = new TypedDocumentString(`
    mutation ApproveCase($id: ID!) {
  postmortemApprove(id: $id) {
    postmortem {
      ...LifecycleOfCase
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment LifecycleOfCase on Postmortem {
  id
  status
  version
}`) as unknown as TypedDocumentString<ApproveCaseMutation, ApproveCaseMutationVariables>;
export const PublishCaseDocument = new TypedDocumentString(`
    mutation PublishCase($id: ID!) {
  postmortemPublish(id: $id) {
    postmortem {
      ...LifecycleOfCase
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment LifecycleOfCase on Postmortem {
  id
  status
  version
}`) as unknown as TypedDocumentString<PublishCaseMutation, PublishCaseMutationVariables>;
export const ArchiveCaseDocument = new TypedDocumentString(`
    mutation ArchiveCase($id: ID!) {
  postmortemArchive(id: $id) {
    postmortem {
      ...LifecycleOfCase
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment LifecycleOfCase on Postmortem {
  id
  status
  version
}`) as unknown as TypedDocumentString<ArchiveCaseMutation, ArchiveCaseMutationVariables>;
export const ReopenCaseDocument = new TypedDocumentString(`
    mutation ReopenCase($id: ID!) {
  postmortemReopen(id: $id) {
    postmortem {
      ...LifecycleOfCase
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment LifecycleOfCase on Postmortem {
  id
  status
  version
}`) as unknown as TypedDocumentString<ReopenCaseMutation, ReopenCaseMutationVariables>;
export const DeleteCaseDocument = new TypedDocumentString(`
    mutation DeleteCase($id: ID!) {
  postmortemDelete(id: $id) {
    postmortem {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteCaseMutation, DeleteCaseMutationVariables>;
export const PickCasesDocument = new TypedDocumentString(`
    query PickCases($query: String!) {
  linkTargets(query: $query, first: 20) {
    kind
    key
    title
    language
  }
}
    `) as unknown as TypedDocumentString<PickCasesQuery, PickCasesQueryVariables>;
export const PickedCaseDocument = new TypedDocumentString(`
    query PickedCase($key: String!) {
  postmortem(key: $key) {
    id
  }
}
    `) as unknown as TypedDocumentString<PickedCaseQuery, PickedCaseQueryVariables>;
export const IncidentForCaseDocument = new TypedDocumentString(`
    query IncidentForCase($key: String!) {
  incident(key: $key) {
    id
    key
    title
  }
}
    `) as unknown as TypedDocumentString<IncidentForCaseQuery, IncidentForCaseQueryVariables>;
export const CreateCaseDocument = new TypedDocumentString(`
    mutation CreateCase($input: PostmortemCreateInput!) {
  postmortemCreate(input: $input) {
    postmortem {
      key
      sections {
        position
        body
      }
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CreateCaseMutation, CreateCaseMutationVariables>;
export const FactorCreateDocument = new TypedDocumentString(`
    mutation FactorCreate($postmortemId: ID!, $input: FactorCreateInput!) {
  factorCreate(postmortemId: $postmortemId, input: $input) {
    factor {
      ...CaseFactor
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment CaseFactor on Factor {
  id
  text
  kind
  category
  practice
  version
  parent {
    id
  }
}`) as unknown as TypedDocumentString<FactorCreateMutation, FactorCreateMutationVariables>;
export const FactorUpdateDocument = new TypedDocumentString(`
    mutation FactorUpdate($id: ID!, $input: FactorUpdateInput!) {
  factorUpdate(id: $id, input: $input) {
    factor {
      ...CaseFactor
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment CaseFactor on Factor {
  id
  text
  kind
  category
  practice
  version
  parent {
    id
  }
}`) as unknown as TypedDocumentString<FactorUpdateMutation, FactorUpdateMutationVariables>;
export const FactorDeleteDocument = new TypedDocumentString(`
    mutation FactorDelete($id: ID!) {
  factorDelete(id: $id) {
    factor {
      id
      version
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<FactorDeleteMutation, FactorDeleteMutationVariables>;
export const FindingCreateDocument = new TypedDocumentString(`
    mutation FindingCreate($postmortemId: ID!, $input: FindingCreateInput!) {
  findingCreate(postmortemId: $postmortemId, input: $input) {
    finding {
      ...CaseFinding
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment CaseFinding on Finding {
  id
  kind
  text
  version
}`) as unknown as TypedDocumentString<FindingCreateMutation, FindingCreateMutationVariables>;
export const FindingUpdateDocument = new TypedDocumentString(`
    mutation FindingUpdate($id: ID!, $input: FindingUpdateInput!) {
  findingUpdate(id: $id, input: $input) {
    finding {
      ...CaseFinding
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment CaseFinding on Finding {
  id
  kind
  text
  version
}`) as unknown as TypedDocumentString<FindingUpdateMutation, FindingUpdateMutationVariables>;
export const FindingDeleteDocument = new TypedDocumentString(`
    mutation FindingDelete($id: ID!) {
  findingDelete(id: $id) {
    finding {
      id
      version
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<FindingDeleteMutation, FindingDeleteMutationVariables>;
export const PracticeAssessDocument = new TypedDocumentString(`
    mutation PracticeAssess($postmortemId: ID!, $input: PracticeAssessInput!) {
  practiceAssess(postmortemId: $postmortemId, input: $input) {
    practiceAssessment {
      ...CasePractice
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment CasePractice on PracticeAssessment {
  practice
  verdict
  note
}`) as unknown as TypedDocumentString<PracticeAssessMutation, PracticeAssessMutationVariables>;
export const PracticeClearDocument = new TypedDocumentString(`
    mutation PracticeClear($postmortemId: ID!, $practice: Practice!) {
  practiceClear(postmortemId: $postmortemId, practice: $practice) {
    practiceAssessment {
      practice
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PracticeClearMutation, PracticeClearMutationVariables>;
export const TimelineEventCreateDocument = new TypedDocumentString(`
    mutation TimelineEventCreate($postmortemId: ID!, $input: TimelineEventCreateInput!) {
  timelineEventCreate(postmortemId: $postmortemId, input: $input) {
    timelineEvent {
      ...CaseEvent
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment CaseEvent on TimelineEvent {
  id
  at
  zone
  marker
  text
  evidence
  evidenceHtml
  original
  version
  source {
    kind
    name
  }
}`) as unknown as TypedDocumentString<TimelineEventCreateMutation, TimelineEventCreateMutationVariables>;
export const TimelineEventUpdateDocument = new TypedDocumentString(`
    mutation TimelineEventUpdate($id: ID!, $input: TimelineEventUpdateInput!) {
  timelineEventUpdate(id: $id, input: $input) {
    timelineEvent {
      ...CaseEvent
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment CaseEvent on TimelineEvent {
  id
  at
  zone
  marker
  text
  evidence
  evidenceHtml
  original
  version
  source {
    kind
    name
  }
}`) as unknown as TypedDocumentString<TimelineEventUpdateMutation, TimelineEventUpdateMutationVariables>;
export const TimelineEventDeleteDocument = new TypedDocumentString(`
    mutation TimelineEventDelete($id: ID!) {
  timelineEventDelete(id: $id) {
    timelineEvent {
      id
      version
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TimelineEventDeleteMutation, TimelineEventDeleteMutationVariables>;
export const CaseActionCreateDocument = new TypedDocumentString(`
    mutation CaseActionCreate($input: ActionItemCreateInput!) {
  actionItemCreate(input: $input) {
    actionItem {
      ...CaseAction
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment ActionToMove on ActionItem {
  id
  key
  title
  status
  allowedMoves
  version
  doneWhen
  dueOn
  overdue
  owner {
    id
    name
  }
  ownerText
  team {
    id
    key
    name
  }
}
fragment CaseAction on ActionItem {
  ...ActionToMove
  weight
  detail
  priority
  type
  reason
  pausedUntil
  trackerUrl
}`) as unknown as TypedDocumentString<CaseActionCreateMutation, CaseActionCreateMutationVariables>;
export const CaseActionUpdateDocument = new TypedDocumentString(`
    mutation CaseActionUpdate($id: ID!, $input: ActionItemUpdateInput!) {
  actionItemUpdate(id: $id, input: $input) {
    actionItem {
      ...CaseAction
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment ActionToMove on ActionItem {
  id
  key
  title
  status
  allowedMoves
  version
  doneWhen
  dueOn
  overdue
  owner {
    id
    name
  }
  ownerText
  team {
    id
    key
    name
  }
}
fragment CaseAction on ActionItem {
  ...ActionToMove
  weight
  detail
  priority
  type
  reason
  pausedUntil
  trackerUrl
}`) as unknown as TypedDocumentString<CaseActionUpdateMutation, CaseActionUpdateMutationVariables>;
export const CaseActionDeleteDocument = new TypedDocumentString(`
    mutation CaseActionDelete($id: ID!) {
  actionItemDelete(id: $id) {
    actionItem {
      id
      version
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CaseActionDeleteMutation, CaseActionDeleteMutationVariables>;
export const CaseLinkCreateDocument = new TypedDocumentString(`
    mutation CaseLinkCreate($postmortemId: ID!, $input: CaseLinkInput!) {
  caseLink(postmortemId: $postmortemId, input: $input) {
    caseLink {
      ...CaseLink
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment CaseLink on CaseLink {
  id
  kind
  direction
  note
  postmortem {
    id
    key
    title
    language
    status
  }
}`) as unknown as TypedDocumentString<CaseLinkCreateMutation, CaseLinkCreateMutationVariables>;
export const CaseLinkRemoveDocument = new TypedDocumentString(`
    mutation CaseLinkRemove($id: ID!) {
  caseUnlink(id: $id) {
    caseLink {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CaseLinkRemoveMutation, CaseLinkRemoveMutationVariables>;
export const PresentTimelineDocument = new TypedDocumentString(`
    query PresentTimeline($postmortemId: ID!) {
  postmortem(id: $postmortemId) {
    id
    timeline {
      ...CaseEvent
    }
  }
}
    fragment CaseEvent on TimelineEvent {
  id
  at
  zone
  marker
  text
  evidence
  evidenceHtml
  original
  version
  source {
    kind
    name
  }
}`) as unknown as TypedDocumentString<PresentTimelineQuery, PresentTimelineQueryVariables>;
export const PresentFactorsDocument = new TypedDocumentString(`
    query PresentFactors($postmortemId: ID!) {
  postmortem(id: $postmortemId) {
    id
    allFactors {
      ...CaseFactor
    }
  }
}
    fragment CaseFactor on Factor {
  id
  text
  kind
  category
  practice
  version
  parent {
    id
  }
}`) as unknown as TypedDocumentString<PresentFactorsQuery, PresentFactorsQueryVariables>;
export const PresentFindingsDocument = new TypedDocumentString(`
    query PresentFindings($postmortemId: ID!) {
  postmortem(id: $postmortemId) {
    id
    findings {
      ...CaseFinding
    }
  }
}
    fragment CaseFinding on Finding {
  id
  kind
  text
  version
}`) as unknown as TypedDocumentString<PresentFindingsQuery, PresentFindingsQueryVariables>;
export const LatestActionsDocument = new TypedDocumentString(`
    query LatestActions($postmortemId: ID!) {
  actionItems(
    filter: {postmortemId: $postmortemId}
    orderBy: {field: CREATED_AT, direction: DESC}
    first: 20
  ) {
    nodes {
      ...CaseAction
    }
  }
}
    fragment ActionToMove on ActionItem {
  id
  key
  title
  status
  allowedMoves
  version
  doneWhen
  dueOn
  overdue
  owner {
    id
    name
  }
  ownerText
  team {
    id
    key
    name
  }
}
fragment CaseAction on ActionItem {
  ...ActionToMove
  weight
  detail
  priority
  type
  reason
  pausedUntil
  trackerUrl
}`) as unknown as TypedDocumentString<LatestActionsQuery, LatestActionsQueryVariables>;
export const TemplatesDocument = new TypedDocumentString(`
    query Templates($language: Language!) {
  postmortemTemplates(language: $language) {
    name
    label
    description
    origin
    sections {
      heading
      isRequired
    }
  }
}
    `) as unknown as TypedDocumentString<TemplatesQuery, TemplatesQueryVariables>;
export const TimelineReadDocument = new TypedDocumentString(`
    query TimelineRead($text: String!, $date: Date, $zone: String) {
  timelineRead(text: $text, date: $date, zone: $zone) {
    line
    original
    at
    zone
    marker
    text
    source {
      kind
      name
    }
  }
}
    `) as unknown as TypedDocumentString<TimelineReadQuery, TimelineReadQueryVariables>;
export const TimelineEventsCreateDocument = new TypedDocumentString(`
    mutation TimelineEventsCreate($postmortemId: ID!, $input: TimelineEventsCreateInput!) {
  timelineEventsCreate(postmortemId: $postmortemId, input: $input) {
    timelineEvents {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TimelineEventsCreateMutation, TimelineEventsCreateMutationVariables>;
export const WriteProseDocument = new TypedDocumentString(`
    query WriteProse($id: ID!) {
  postmortem(id: $id) {
    ...ProseOfCase
    drafts {
      part
      text
      base
      baseVersion
      updatedAt
    }
  }
}
    fragment ProseOfCase on Postmortem {
  id
  key
  version
  summary
  sections {
    heading
    body
  }
  revisions(first: 1) {
    nodes {
      at
      editor {
        name
      }
    }
  }
}`) as unknown as TypedDocumentString<WriteProseQuery, WriteProseQueryVariables>;
export const SaveProseDocument = new TypedDocumentString(`
    mutation SaveProse($id: ID!, $input: PostmortemUpdateInput!) {
  postmortemUpdate(id: $id, input: $input) {
    postmortem {
      ...ProseOfCase
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment ProseOfCase on Postmortem {
  id
  key
  version
  summary
  sections {
    heading
    body
  }
  revisions(first: 1) {
    nodes {
      at
      editor {
        name
      }
    }
  }
}`) as unknown as TypedDocumentString<SaveProseMutation, SaveProseMutationVariables>;
export const SaveDraftDocument = new TypedDocumentString(`
    mutation SaveDraft($id: ID!, $input: DraftSaveInput!) {
  draftSave(postmortemId: $id, input: $input) {
    draft {
      updatedAt
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveDraftMutation, SaveDraftMutationVariables>;
export const DiscardDraftDocument = new TypedDocumentString(`
    mutation DiscardDraft($id: ID!, $part: String!) {
  draftDiscard(postmortemId: $id, part: $part) {
    postmortem {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DiscardDraftMutation, DiscardDraftMutationVariables>;
export const PreviewDocument = new TypedDocumentString(`
    query Preview($text: Markdown!) {
  markdownRender(text: $text)
}
    `) as unknown as TypedDocumentString<PreviewQuery, PreviewQueryVariables>;
export const MentionsDocument = new TypedDocumentString(`
    query Mentions($query: String!) {
  linkTargets(query: $query, first: 8) {
    kind
    key
    title
  }
}
    `) as unknown as TypedDocumentString<MentionsQuery, MentionsQueryVariables>;
export const AttendCaseDocument = new TypedDocumentString(`
    mutation AttendCase($id: ID!, $writing: String) {
  caseAttend(postmortemId: $id, writing: $writing) {
    others {
      writing
      since
      person {
        id
        name
      }
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AttendCaseMutation, AttendCaseMutationVariables>;