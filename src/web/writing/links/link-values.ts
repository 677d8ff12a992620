import { change, send } from '../../app/api.js';
import {
  CaseLinkCreateDocument,
  CaseLinkRemoveDocument,
  PickedCaseDocument,
  type CaseLinkFragment,
  type CaseLinkKind,
  type Language,
} from '../../gql/documents.js';
import { attempt } from '../entries/attempt.js';
import type { Rules } from '../entries/steps.js';
import type { Maker, Outcome, Present } from '../entries/store.js';

/** What an editor knows of a link. */
export interface LinkValues {
  readonly kind: CaseLinkKind;
  readonly note: string;
  readonly to: {
    readonly key: string;
    readonly title: string;
    readonly language: Language | null;
  };
  /** Whether it was made from this case; a link from the other one is changed there. */
  readonly isOwn: boolean;
}

export const LINK_KINDS = [
  'SAME_FACTOR',
  'RELATED',
  'DUPLICATE',
] as const satisfies readonly CaseLinkKind[];

export const presentLink = (link: CaseLinkFragment): Present<LinkValues> => ({
  id: link.id,
  version: 0,
  parentId: null,
  values: {
    kind: link.kind,
    note: link.note ?? '',
    to: {
      key: link.postmortem.key,
      title: link.postmortem.title,
      language: link.postmortem.language,
    },
    isOwn: link.direction === 'OUTGOING',
  },
});

export const linkRules: Rules<LinkValues> = {
  isOrdered: false,
  isReady: () => true,
  clean: (values) => ({ ...values, note: values.note.trim() }),
};

/** Links cases and takes links away. There is no changing one: it is taken away and made anew. */
export function linkMaker(postmortemId: string): Maker<LinkValues> {
  const create = async (values: LinkValues): Promise<Outcome<LinkValues>> => {
    const { postmortem } = await send(PickedCaseDocument, { key: values.to.key });
    // As the server says it of what may not be seen: by its own words.
    const toId = postmortem?.id ?? values.to.key;
    const input = { toId, kind: values.kind, note: values.note || null };
    const outcome = await attempt(
      'caseLink',
      change(CaseLinkCreateDocument, { postmortemId, input }),
      () => values,
    );
    return outcome.kind === 'gone' ? { kind: 'refused', message: outcome.message } : outcome;
  };
  const remove = (id: string, values: LinkValues) =>
    attempt('caseLink', change(CaseLinkRemoveDocument, { id }), () => values);
  return {
    create,
    update: async ({ id, values }, changes) => {
      const removed = await remove(id, values);
      return removed.kind === 'made' ? create({ ...values, ...changes }) : removed;
    },
    remove: ({ id, values }) => remove(id, values),
  };
}
