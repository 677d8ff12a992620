/** What is typed by accident or to do harm. */
export const HOSTILE: readonly string[] = [
  '"',
  '"""" AND OR NOT (',
  'title:server* NEAR(database timeout, 9999)',
  "'; DROP TABLE postmortem; --",
  'e',
  'co',
  'the of and to in',
  '* ** ***',
  '%00\0\0server',
  '👩‍🚒🔥 \u202eserver',
  'a b c d e f g h i j k l m n o p q r s t u v w x y z',
  Array.from({ length: 100 }, (_, at) => `request${at} database server timeout`).join(' '),
  'x'.repeat(9_000),
  '連'.repeat(3_000),
  'severity:SEV1 severity:SEV2 -server -database -timeout -request -failed -slow',
];
