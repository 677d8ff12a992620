/** The parts of an incident that are edited where they stand, as the address names them. */
export const EDITOR_NAMES = [
  'details',
  'times',
  'summary',
  'services',
  'responders',
  'references',
] as const;
export type EditorName = (typeof EDITOR_NAMES)[number];
