/** Cases like another one, and what they asked for. */
export const kin = {
  title: 'Would one of these have prevented it?',
  means: 'Earlier cases like this one asked for this, and it is open, late, paused or rejected.',
  why: 'Alike:',
  linked: 'linked: same factor',
  similar: 'similar words',
  more_one: 'and {{count}} more',
  more_other: 'and {{count}} more',
  question: 'Would {{key}} have prevented it?',
  chooseYES: 'Yes',
  choosePARTLY: 'Partly',
  chooseNO: 'No',
  answerYES: 'It would have prevented this.',
  answerPARTLY: 'It would have made this milder.',
  answerNO: 'It would not have prevented this.',
  cameBack: 'Did it come back?',
  since:
    'Cases like the one it came from that began since it was verified. If it came back, reopen the action; if not, confirm the effect.',
  nothingSince:
    'No case like the one it came from has begun since it was verified. If you know of nothing else, confirm the effect.',
} as const;
