import { In } from 'typeorm';

import type { TxCtx } from '../../core/ctx.js';
import { newId } from '../../core/ids.js';
import { ActionItemEntity } from '../action-item/action-item.entity.js';
import type {
  ActionEventDocument,
  ActionItemDocument,
  CaseDocument,
} from '../case-file/case-document.js';
import { withoutBlanks } from './case-parts.js';
import { KeyRing } from './key-ring.js';
import type { PersonBook } from './person-book.js';
import { settledTrackers } from './tracker-rows.js';

/** An action item that has its id, and its key once the book is closed. */
export type SettledAction = ActionItemDocument & { id: string };

/**
 * The action items of one batch: one that the case has already, by
 * id, by key or else by title, stays the same action item.
 */
export class ActionBook {
  readonly #keys: KeyRing;

  private constructor(
    /** The action items that the library has under the ids in the files. */
    private readonly takenIds: Set<string>,
    takenKeys: readonly string[],
    private readonly people: PersonBook,
  ) {
    this.#keys = new KeyRing('AI', takenKeys);
  }

  static async open(
    tx: TxCtx,
    documents: readonly CaseDocument[],
    people: PersonBook,
  ): Promise<ActionBook> {
    const actions = documents.flatMap((document) => document.actions);
    const ids = actions.flatMap(({ id }) => id?.toLowerCase() ?? []);
    const keys = actions.flatMap(({ key }) => key ?? []);
    const rows =
      ids.length + keys.length === 0
        ? []
        : await tx.db.find(ActionItemEntity, {
            select: { id: true, key: true },
            where: [{ id: In(ids) }, { key: In(keys) }],
          });
    return new ActionBook(
      new Set(rows.map(({ id }) => id)),
      rows.map(({ key }) => key),
      people,
    );
  }

  /** @param present the actions that the case has now */
  settle(
    documents: readonly ActionItemDocument[],
    present: readonly ActionItemDocument[],
    isConfidential = false,
  ): SettledAction[] {
    const left = new Set(present);
    const match = (is: (there: ActionItemDocument) => boolean): ActionItemDocument | undefined => {
      const there = [...left].find(is);
      if (there) left.delete(there);
      return there;
    };
    // First all that are known for sure, so that no title takes the place of an id.
    const sure = documents.map(({ id, key }) =>
      match(
        (there) =>
          (id !== undefined && there.id === id.toLowerCase()) ||
          (key !== undefined && there.key === key),
      ),
    );
    return documents.map((document, index): SettledAction => {
      const there = sure[index] ?? match(({ title }) => title === document.title);
      const wantedId = document.id?.toLowerCase();
      const isFree = wantedId !== undefined && !this.takenIds.has(wantedId);
      const id = there?.id ?? (isFree ? wantedId : newId());
      this.takenIds.add(id);
      const { owner, verifier, pauseApprover } = document;
      const told = document.history ?? [];
      // A file that is older than the library, or says nothing of it, does not make anything undone.
      const history = told.length > (there?.history?.length ?? 0) ? told : there?.history;
      const settled: SettledAction = {
        ...withoutBlanks({
          ...document,
          owner: owner && this.people.refOf(owner),
          verifier: verifier && this.people.refOf(verifier),
          pauseApprover: pauseApprover && this.people.refOf(pauseApprover),
          trackers: settledTrackers(document, there?.trackers, this.people),
          history: history?.map((event) => this.#canonical(event)),
        }),
        id,
      };
      if (there) settled.key = there.key;
      else this.#keys.give(settled, document.key, isConfidential);
      return settled;
    });
  }

  #canonical({ by, owner, ...event }: ActionEventDocument): ActionEventDocument {
    return {
      ...event,
      ...(by ? { by: this.people.refOf(by) } : {}),
      ...(owner === undefined ? {} : { owner: owner && this.people.refOf(owner) }),
    };
  }

  close(tx: TxCtx): Promise<void> {
    return this.#keys.close(tx);
  }
}
