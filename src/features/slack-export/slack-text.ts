/** Names by the ids that Slack writes. */
export type Names = ReadonlyMap<string, string>;

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** `<@U1>`, `<#C1|general>`, `<!here>`, `<https://…|words>`. */
const TAG = /<([@#!]?)([^<>|]{1,2000})(?:\|([^<>]{0,2000}))?>/gu;

/** A text of Slack as people see it: names for ids, words and addresses for links. */
export function plainSlack(text: string, names: Names): string {
  return text
    .replace(TAG, (_, mark: string, target: string, words: string | undefined = '') => {
      if (mark === '@') return `@${words || (names.get(target) ?? target)}`;
      if (mark === '#') return `#${words || (names.get(target) ?? target)}`;
      if (mark === '!') return words || `@${target.replace(/^subteam\^/u, '')}`;
      const address = target.replace(/^(?:mailto|tel):/u, '');
      return words === '' || words === address ? address : `${words} (${address})`;
    })
    .replace(/&(?:lt|gt|amp);/gu, (entity) => ENTITIES[entity] ?? entity)
    .trim();
}
