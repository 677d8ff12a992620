import type { TimelineMarker } from '../gql/documents.js';
import css from './marker-shape.module.css';

const SHAPES: Readonly<Record<TimelineMarker, string>> = {
  DETECTION: 'M8 1.5 15 14H1Z',
  DIAGNOSIS: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Z',
  REPAIR: 'M2 2h12v12H2Z',
  COMMUNICATION: 'M1.5 2h13v9.5H8L4 15v-3.5H1.5Z',
  RECOVERY: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Z',
  KEY_MOMENT: 'M8 0.5 15.5 8 8 15.5 0.5 8Z',
  OTHER: 'M8 4.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7Z',
};

/** What kind of moment it was, as a shape; the word stands beside it. */
export function MarkerShape({ of }: { readonly of: TimelineMarker }) {
  return (
    <svg className={`${css['shape']} ${css[of] ?? ''}`} viewBox="0 0 16 16" aria-hidden>
      <path d={SHAPES[of]} />
    </svg>
  );
}
