/** Text that may stand in a page as it is. */
export class Html {
  constructor(readonly text: string) {}
}

/** What can be put into a page; anything but `Html` is shown letter by letter. */
export type Part = Html | string | number | false | null | undefined | readonly Part[];

/** Makes a part of a page. What is put in is escaped, for text as well as for quoted attributes. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(
    strings
      .map((string, index) => string + (index < parts.length ? show(parts[index]) : ''))
      .join(''),
  );
}

function show(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(show).join('');
  return String(part).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
