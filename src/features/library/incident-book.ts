import { In } from 'typeorm';
import { isDeepStrictEqual } from 'node:util';

import type { TxCtx } from '../../core/ctx.js';
import { newId } from '../../core/ids.js';
import { MILESTONES, type Milestone } from '../../core/vocabulary.js';
import { insertRows } from '../../infra/database/insert.js';
import { numberOf } from '../../infra/database/keys.js';
import type { IncidentDocument } from '../case-file/case-document.js';
import {
  IncidentEntity,
  IncidentReferenceEntity,
  IncidentResponderEntity,
  IncidentServiceEntity,
} from '../incident/incident.entity.js';
import { withoutBlanks } from './case-parts.js';
import type { Ids } from './catalog-book.js';
import { readIncidents } from './incident-reader.js';
import { keyOf, KeyRing } from './key-ring.js';
import type { PersonBook } from './person-book.js';

/** An incident that has its id, and its key once the book is closed. */
export type SettledIncident = IncidentDocument & { id: string };

/** The incidents of one batch of documents: finds those that the library has, makes the others. */
export class IncidentBook {
  readonly #present: Map<string, SettledIncident>;
  readonly #settled = new Map<string, SettledIncident>();
  readonly #byKey: Map<string, string>;
  readonly #keys: KeyRing;
  /** Further mentions of incidents that get their key when the book is closed. */
  readonly #mentions: { again: SettledIncident; first: SettledIncident }[] = [];

  private constructor(
    present: readonly SettledIncident[],
    private readonly people: PersonBook,
    private readonly services: Ids,
  ) {
    this.#present = new Map(present.map((incident) => [incident.id, incident]));
    this.#byKey = new Map(present.flatMap(({ id, key }) => (key === undefined ? [] : [[key, id]])));
    this.#keys = new KeyRing('INC', this.#byKey.keys());
  }

  /** @param presentIds incidents of the cases that are about to be replaced */
  static async open(
    tx: TxCtx,
    documents: readonly IncidentDocument[],
    presentIds: readonly string[],
    people: PersonBook,
    services: Ids,
  ): Promise<IncidentBook> {
    const keys = documents.flatMap(({ key }) => key ?? []);
    const ids = [...presentIds, ...documents.flatMap(({ id }) => id?.toLowerCase() ?? [])];
    if (keys.length > 0) {
      const rows = await tx.db.find(IncidentEntity, {
        select: { id: true },
        where: { key: In([...new Set(keys)]) },
      });
      ids.push(...rows.map((row) => row.id));
    }
    const present = ids.length === 0 ? [] : [...(await readIncidents(tx.db, ids))];
    return new IncidentBook(
      present.map(([id, { document }]) => ({ ...document, id })),
      people,
      services,
    );
  }

  /**
   * Gives a document its incident: the one with its id; without an id the one of this case with its
   * key, the one with its key and title, or the one at its place in this case; else a new one.
   * @param ofCase the incidents that the case has at present, in order
   * @param isConfidential only those who may read the case may know of it
   */
  settle(
    document: IncidentDocument,
    ofCase: readonly IncidentDocument[],
    place: number,
    isConfidential = false,
  ): SettledIncident {
    const id = document.id?.toLowerCase() ?? this.#findUnnamed(document, ofCase, place) ?? newId();
    const settled = this.#canonical(document, id);
    const known = this.#settled.get(id) ?? this.#present.get(id);
    if (known === undefined) this.#keys.give(settled, document.key, isConfidential);
    else if (known.key !== undefined) settled.key = known.key;
    else {
      delete settled.key;
      this.#mentions.push({ again: settled, first: known });
    }
    if (settled.key !== undefined) this.#byKey.set(settled.key, id);
    this.#settled.set(id, settled);
    return settled;
  }

  #findUnnamed(
    { key, title }: IncidentDocument,
    ofCase: readonly IncidentDocument[],
    place: number,
  ): string | undefined {
    if (key !== undefined) {
      const own = ofCase.find((incident) => incident.key === key);
      if (own) return own.id;
      const id = this.#byKey.get(key);
      const namesake =
        id === undefined ? undefined : (this.#settled.get(id) ?? this.#present.get(id));
      if (namesake?.title === title) return namesake.id;
    }
    const there = ofCase[place]?.id;
    return there === undefined || this.#settled.has(there) ? undefined : there;
  }

  #canonical(document: IncidentDocument, id: string): SettledIncident {
    const services = new Map<string, IncidentDocument['services'][number]>();
    for (const service of document.services) {
      const before = services.get(service.name);
      const impact = [before?.impact, service.impact].filter((text) => text !== undefined);
      services.set(
        service.name,
        withoutBlanks({
          ...service,
          impact: impact.length > 0 ? [...new Set(impact)].join('\n\n') : undefined,
          recoveredAt: before?.recoveredAt ?? service.recoveredAt,
        }),
      );
    }
    const responders = new Map<string, IncidentDocument['responders'][number]>();
    for (const { person, role } of document.responders) {
      const mark = `${role} ${this.people.idOf(person)}`;
      responders.set(mark, { person: this.people.refOf(person), role });
    }
    return {
      ...withoutBlanks({
        ...document,
        summary: document.summary === '' ? null : document.summary,
        reporter: document.reporter && this.people.refOf(document.reporter),
      }),
      id,
      services: [...services.values()],
      responders: [...responders.values()],
      references: document.references.map((reference) => withoutBlanks(reference)),
    };
  }

  /** Gives out the missing keys; from here on every settled incident is complete. */
  async close(tx: TxCtx): Promise<void> {
    await this.#keys.close(tx);
    for (const { again, first } of this.#mentions) again.key = keyOf(first);
  }

  /** Writes what is new or different. Returns the ids of those that were there before and have changed. */
  async write(tx: TxCtx): Promise<string[]> {
    const added: SettledIncident[] = [];
    const changed: SettledIncident[] = [];
    for (const incident of this.#settled.values()) {
      const present = this.#present.get(incident.id);
      if (!present) added.push(incident);
      else if (!isDeepStrictEqual(incident, present)) changed.push(incident);
    }
    const changedIds = changed.map(({ id }) => id);
    if (changedIds.length > 0) {
      const of = { incidentId: In(changedIds) };
      await tx.db.delete(IncidentServiceEntity, of);
      await tx.db.delete(IncidentResponderEntity, of);
      await tx.db.delete(IncidentReferenceEntity, of);
    }
    const now = tx.clock.now();
    for (const incident of changed) {
      await tx.db
        .createQueryBuilder()
        .update(IncidentEntity)
        .set({ ...columnsOf(incident, this.people), updatedAt: now, version: () => 'version + 1' })
        .where('id = :id', { id: incident.id })
        .execute();
    }
    await insertRows(
      tx,
      IncidentEntity,
      added.map((incident) => ({
        ...columnsOf(incident, this.people),
        id: incident.id,
        version: 1,
        key: keyOf(incident),
        number: numberOf(keyOf(incident)),
        createdAt: now,
        updatedAt: now,
      })),
    );
    await this.#insertParts(tx, [...added, ...changed]);
    return changedIds;
  }

  async #insertParts(tx: TxCtx, incidents: readonly SettledIncident[]): Promise<void> {
    await insertRows(
      tx,
      IncidentServiceEntity,
      incidents.flatMap(({ id: incidentId, services }) =>
        services.map(({ name, impact, recoveredAt }, position) => ({
          id: newId(),
          incidentId,
          serviceId: this.services.get(name) ?? '',
          position,
          impact: impact ?? null,
          recoveredAt: instant(recoveredAt),
        })),
      ),
    );
    await insertRows(
      tx,
      IncidentResponderEntity,
      incidents.flatMap(({ id: incidentId, responders }) =>
        responders.map(({ person, role }, position) => ({
          id: newId(),
          incidentId,
          personId: this.people.idOf(person),
          position,
          role,
        })),
      ),
    );
    await insertRows(
      tx,
      IncidentReferenceEntity,
      incidents.flatMap(({ id: incidentId, references }) =>
        references.map(({ source, externalId, url }, position) => ({
          id: newId(),
          incidentId,
          position,
          source,
          externalId: externalId ?? null,
          url: url ?? null,
        })),
      ),
    );
  }
}

function columnsOf(incident: SettledIncident, people: PersonBook) {
  const milestones = Object.fromEntries(
    MILESTONES.map((name) => [name, instant(incident[name])]),
  ) as Record<Milestone, Date | null>;
  return {
    title: incident.title,
    summary: incident.summary ?? '',
    kind: incident.kind,
    severity: incident.severity ?? null,
    status: incident.status,
    reporterId: incident.reporter ? people.idOf(incident.reporter) : null,
    ...milestones,
  };
}

/** The point in time that a document holds as text. */
export function instant(text: string | undefined): Date | null {
  return text === undefined ? null : new Date(text);
}
