import type { TimelineSource } from '../../core/vocabulary.js';
import type { Stamp } from './pasted-moment.js';

/** Where an event is known from. */
export interface PastedSource {
  readonly kind: TimelineSource;
  /** Which one; null where the line does not say. */
  readonly name: string | null;
}

/** What one line says by itself. */
export interface PastedLine {
  readonly stamp: Stamp;
  readonly text: string;
  readonly source: PastedSource | null;
  /** Who wrote what follows, if anything follows: then this line was the head of a message. */
  readonly writer?: string | undefined;
}
