import { StyleModule as WithElement } from 'style-mod';

/** Those of each document that are in use, the weakest first, with the sheet of each. */
const inUse = new WeakMap<DocumentOrShadowRoot, StyleModule[]>();
const sheets = new WeakMap<StyleModule, CSSStyleSheet>();

/** The styles of an editor, put on the page without a `<style>` element. Stands in for `style-mod`. */
export class StyleModule extends WithElement {
  static override mount(
    root: Document | ShadowRoot,
    modules: StyleModule | readonly StyleModule[],
  ): void {
    const before = inUse.get(root) ?? [];
    const wanted = modules instanceof WithElement ? [modules] : modules;
    const after = ordered(before, wanted);
    if (after.length === before.length && after.every((each, place) => each === before[place])) {
      return;
    }
    inUse.set(root, after);
    const foreign = root.adoptedStyleSheets.filter(
      (sheet) => !before.some((each) => sheets.get(each) === sheet),
    );
    root.adoptedStyleSheets = [...after.map(sheetOf), ...foreign];
  }
}

/** All of them, each once, those that are wanted now in their order. */
function ordered(before: readonly StyleModule[], wanted: readonly StyleModule[]): StyleModule[] {
  const after = [...before];
  let place = 0;
  for (const module of wanted) {
    let index = after.indexOf(module);
    if (index !== -1 && index < place) {
      after.splice(index, 1);
      place -= 1;
      index = -1;
    }
    if (index === -1) after.splice(place, 0, module);
    else place = index;
    place += 1;
  }
  return after;
}

function sheetOf(module: StyleModule): CSSStyleSheet {
  const known = sheets.get(module);
  if (known) return known;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(module.getRules());
  sheets.set(module, sheet);
  return sheet;
}
