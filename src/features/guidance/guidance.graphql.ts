import { Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import { LIMITS } from '../../core/limits.js';
import { enumOf } from '../../infra/graphql/enums.js';
import { payloadType } from '../../infra/graphql/payload.js';
import { DateTimeScalar } from '../../infra/graphql/scalars.js';
import { Postmortem } from '../postmortem/postmortem.graphql.js';
import { TEXT_PLACES, type TextPlace } from './case-language.js';
import { ADVICE_KINDS, type AdviceKind } from './completeness.js';

const AdviceKindEnum = enumOf(ADVICE_KINDS);
registerEnumType(AdviceKindEnum, {
  name: 'AdviceKind',
  description: 'What a case lacks. It is advice; nothing is refused for it.',
  valuesMap: {
    NO_SUMMARY: { description: 'The summary is empty or a placeholder.' },
    REQUIRED_SECTION: {
      description:
        'The template of the case requires these sections, and they are missing, empty or as they began.',
    },
    EMPTY_SECTION: {
      description:
        'These sections, of which its template does not speak, are empty or hold a placeholder.',
    },
    IMPACT_WITHOUT_NUMBER: {
      description: 'Users felt it, and neither the impact nor the summary holds a number.',
    },
    NO_DETECTION_STORY: {
      description: 'Neither a section nor an entry of the timeline tells how it was noticed.',
    },
    NO_TIMELINE: { description: 'The timeline has fewer than two entries.' },
    TIMELINE_GAP: {
      description:
        'After these entries nothing is told for longer than `ImprovementPolicy.timelineGapMinutes`, while the incident went on.',
    },
    MILESTONES_OUT_OF_ORDER: {
      description: 'Of these incidents a milestone lies before one that it follows.',
    },
    NO_FACTOR_BEYOND_TRIGGER: { description: 'No factor says what lay behind the trigger.' },
    PRACTICES_NOT_ASSESSED: {
      description: 'It is said of none of the sixteen practices whether it held.',
    },
    NO_URGENT_ACTION: { description: 'An incident that users felt has no action of P0 or P1.' },
    ONLY_INVESTIGATIONS: { description: 'All of its actions only find something out.' },
    NOTHING_LASTING: {
      description: 'None of its actions prevents, detects or softens the next one.',
    },
    WITHOUT_END: { description: 'These actions do not say where they end.' },
    WITHOUT_PROMISE: {
      description: 'The case is approved or published, and these lack an owner, a team or a day.',
    },
  },
});

const TextPlaceEnum = enumOf(TEXT_PLACES);
registerEnumType(TextPlaceEnum, {
  name: 'TextPlace',
  description: 'Where a text of a case is.',
  valuesMap: {
    SUMMARY: { description: 'Its summary.' },
    SECTION: { description: 'The text of a section.' },
    TIMELINE_EVENT: { description: 'An entry of its timeline.' },
    FACTOR: { description: 'A contributing factor.' },
    FINDING: { description: 'What went well, wrong or luckily, or surprised.' },
    ACTION_ITEM: { description: 'The title or the details of an action.' },
  },
});

@ObjectType({ description: 'That somebody has put advice aside.' })
export class AdviceDismissal {
  @Field({ description: 'Why.' })
  reason!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;
}

const MARK =
  'By what it is known while it is about the same things, for `adviceDismiss` and `adviceRestore`.';
const DISMISSAL = {
  nullable: true,
  description: 'Who put it aside and why; null while nobody has.',
};

@ObjectType({ description: 'Something that a case lacks.' })
export class CaseAdvice {
  @Field({ description: MARK })
  mark!: string;

  @Field(() => AdviceKindEnum, { description: 'What.' })
  kind!: AdviceKind;

  @Field(() => [String], { description: 'The headings of the sections that it is about.' })
  sections!: string[];

  @Field(() => AdviceDismissal, DISMISSAL)
  dismissal!: AdviceDismissal | null;
}

@ObjectType({
  description:
    'How far a case is: of the questions that apply to it, how many it answers. For those who write it; cases and people are not ranked by it.',
})
export class CaseCompleteness {
  @Field(() => Int, { description: 'Questions that it answers, or that were put aside.' })
  met!: number;

  @Field(() => Int, { description: 'Questions that apply to it; see `AdviceKind`.' })
  asked!: number;

  @Field(() => [CaseAdvice], { description: 'What it lacks, most important first.' })
  advice!: CaseAdvice[];
}

@ObjectType({
  description: 'A place in a case that is put in a way which keeps people from learning.',
})
export class CaseLanguageFinding {
  @Field({ description: MARK })
  mark!: string;

  @Field(() => TextPlaceEnum, { description: 'In which text of the case.' })
  place!: TextPlace;

  @Field({ description: 'The rest of the sentence before the words, at most 120 characters.' })
  before!: string;

  @Field({ description: 'The words.' })
  words!: string;

  @Field({ description: 'The rest of the sentence after them, at most 120 characters.' })
  after!: string;

  @Field(() => AdviceDismissal, DISMISSAL)
  dismissal!: AdviceDismissal | null;
}

@InputType({ description: 'Advice to put aside.' })
export class AdviceDismissInput {
  @Field({ description: '`mark` of the advice, or of what the language check found.' })
  mark!: string;

  @Field({ description: `Why it does not hold here; at most ${LIMITS.entry} characters.` })
  reason!: string;
}

const payload = (typeName: string) => payloadType(typeName, 'postmortem', () => Postmortem);
export const AdviceDismissPayload = payload('AdviceDismissPayload');
export const AdviceRestorePayload = payload('AdviceRestorePayload');
