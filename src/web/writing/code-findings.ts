import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';

/** A place in the text that is pointed at. */
export interface FoundPlace {
  readonly start: number;
  readonly end: number;
}

const setPlaces = StateEffect.define<readonly FoundPlace[]>();
const underline = Decoration.mark({ class: 'cm-found' });

/** The underlines, which move with the text around them until they are set anew. */
const places = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { changes, effects, newDoc }) {
    let now = marks.map(changes);
    for (const effect of effects) {
      if (!effect.is(setPlaces)) continue;
      // What was found in an earlier text may not be there any more.
      const still = effect.value.filter(({ start, end }) => start < end && end <= newDoc.length);
      now = Decoration.set(
        still.map(({ start, end }) => underline.range(start, end)),
        true,
      );
    }
    return now;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Lets places of a text be underlined from outside of it. */
export const findings: Extension = places;

/** Underlines these places and no others. */
export function showFindings(view: EditorView, found: readonly FoundPlace[]): void {
  view.dispatch({ effects: setPlaces.of(found) });
}
