/** What the renderer of Markdown may make, attribute by attribute; anything else is a fault. */
const ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  a: {
    href: /^(https?:\/\/[^/]|mailto:[^/]|\/(?![/\\])|#|\/$)[^"<>\s]*$/,
    rel: /^noopener noreferrer$/,
    title: /^[^"]*$/,
    id: /^fnref-[\w-]+-\d+(:\d+)?$/,
    class: /^footnote-backref$/,
  },
  blockquote: {},
  br: {},
  code: { class: /^language-[a-z\d-]+$/, dir: /^ltr$/ },
  div: { class: /^(table|as-written)$/, tabindex: /^0$/ },
  em: {},
  h4: {},
  h5: {},
  h6: {},
  hr: { class: /^footnotes-sep$/ },
  img: {
    src: /^\/attachments\/[\da-f-]{36}\/[^/?#"<>\s]+$/,
    alt: /^[^"]*$/,
    title: /^[^"]*$/,
    loading: /^lazy$/,
  },
  input: { type: /^checkbox$/, disabled: /^$/, checked: /^$/ },
  label: {},
  li: { class: /^(task|footnote-item)$/, id: /^fn-[\w-]+-\d+(:\d+)?$/ },
  ol: { start: /^\d+$/, class: /^footnotes-list$/ },
  p: { class: /^note$/ },
  pre: { dir: /^ltr$/, tabindex: /^0$/ },
  s: {},
  section: { class: /^footnotes$/ },
  span: { class: /^(hljs-[\w-]+( [a-z]+_)*|language-[a-z]+)$/ },
  strong: {},
  sup: { class: /^footnote-ref$/ },
  table: {},
  tbody: {},
  td: { class: /^align-(left|center|right)$/ },
  th: { class: /^align-(left|center|right)$/ },
  thead: {},
  tr: {},
  ul: {},
};
const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input']);

const TOKEN = /<(\/?)([a-z][a-z\d]*)((?: [a-z]+(?:="[^"<>]*")?)*)>|([^<>]+)|([<>])/gy;

/** An element of the page as it was found. */
export interface Found {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/**
 * Reads HTML more strictly than any browser: what it lets pass, every browser reads the same way.
 * @returns the elements
 * @throws Error about the first thing that does not belong there
 */
export function walkHtml(html: string): Found[] {
  const open: string[] = [];
  const found: Found[] = [];
  const ids = new Set<string>();
  TOKEN.lastIndex = 0;
  for (;;) {
    const at = TOKEN.lastIndex;
    if (at === html.length) break;
    const match = TOKEN.exec(html);
    const near = html.slice(at, at + 120);
    if (!match || match[5] !== undefined) throw new Error(`neither text nor a tag: ${near}`);
    const [, slash, tag, given = ''] = match;
    if (tag === undefined) continue;
    if (slash === '/') {
      const expected = open.pop();
      if (expected !== tag) throw new Error(`</${tag}> closes <${String(expected)}>: ${near}`);
      continue;
    }
    const attributes = attributesOf(tag, given, near);
    const id = attributes.get('id');
    if (id !== undefined && ids.has(id)) throw new Error(`the id ${id} stands twice`);
    if (id !== undefined) ids.add(id);
    if (tag === 'a' && open.includes('a')) throw new Error(`a link in a link: ${near}`);
    if (!VOID.has(tag)) open.push(tag);
    found.push({ tag, attributes });
  }
  if (open.length > 0) throw new Error(`left open: ${open.join(' ')}`);
  return found;
}

function attributesOf(tag: string, given: string, near: string): Map<string, string> {
  const allowed = ATTRIBUTES[tag];
  if (!allowed) throw new Error(`<${tag}> is not allowed: ${near}`);
  const attributes = new Map<string, string>();
  for (const [, name = '', value = ''] of given.matchAll(/ ([a-z]+)(?:="([^"]*)")?/g)) {
    if (!(name in allowed) || attributes.has(name)) {
      throw new Error(`${name} is not allowed on <${tag}>: ${near}`);
    }
    if (!allowed[name]?.test(value)) throw new Error(`${name}="${value}" on <${tag}>`);
    attributes.set(name, value);
  }
  return attributes;
}
