import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import type { TxCtx } from '../../core/ctx.js';
import { FupanError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { checked, text } from '../../core/validation.js';
import type { Language } from '../../core/vocabulary.js';
import { zoneSchema } from '../../core/zone.js';
import { caseDocumentSchema, type TimelineEventDocument } from '../case-file/case-document.js';
import { emptyDraft } from '../case-file/case-draft.js';
import { readTimeline } from '../case-file/prose-timeline.js';
import { readTree, walk } from '../case-file/prose-tree.js';
import { CaseAccess } from '../postmortem/case-access.service.js';
import { CaseEntries } from '../postmortem/case-entries.service.js';
import { knownEvents } from './known-events.js';
import { timelineOf } from './timeline.loaders.js';
import { TimelineEventEntity } from './timeline-event.entity.js';

const pasteSchema = z.object({
  text: text.prose,
  date: z.iso.date().nullish(),
  zone: zoneSchema.nullish(),
});

export type TimelinePasteValues = z.input<typeof pasteSchema>;

/** What became of pasted lines. */
export interface PastedTimeline {
  readonly timelineEvents: TimelineEventEntity[];
  /** Lines of which no event could be made. */
  readonly unread: string[];
  /** How many were on the timeline already, in the same words or from the same line. */
  readonly leftOut: number;
}

/** Makes events of lines that somebody copied from a chat, a log or a document. */
@Injectable()
export class TimelinePaste {
  constructor(
    private readonly access: CaseAccess,
    private readonly entries: CaseEntries,
  ) {}

  /** @throws FupanError NOT_FOUND, FORBIDDEN; VALIDATION `noTimes` if no line has a time */
  async paste(
    tx: TxCtx,
    postmortemId: string,
    input: TimelinePasteValues,
  ): Promise<PastedTimeline> {
    const { language } = await this.access.require(tx, 'edit', postmortemId, ['postmortemId']);
    const values = checked(pasteSchema, input);
    const { events: read, unread } = readLines(values, language);
    const known = knownEvents(await timelineOf(tx).load(postmortemId));
    const events = read.filter((event) => !known.has({ ...event, at: new Date(event.at) }));
    const leftOut = read.length - events.length;
    if (read.length === 0) throw new FupanError('VALIDATION', 'noTimes', {}, ['input', 'text']);
    const field = ['input', 'text'];
    await this.entries.requireRoom(tx, TimelineEventEntity, postmortemId, field, events.length);
    const last = await tx.db.maximum(TimelineEventEntity, 'position', { postmortemId });
    const rows = events.map((event, index): TimelineEventEntity => ({
      id: newId(),
      version: 1,
      postmortemId,
      position: (last ?? -1) + 1 + index,
      at: new Date(event.at),
      zone: event.zone,
      marker: event.marker,
      text: event.text,
      sourceKind: event.source?.kind ?? null,
      sourceName: event.source?.name ?? null,
      original: event.original ?? null,
      evidence: event.evidence ?? null,
    }));
    if (rows.length > 0) await this.entries.addAll(tx, TimelineEventEntity, rows);
    return { timelineEvents: rows, unread, leftOut };
  }
}

/** Reads lines as an import reads the timeline of a document. */
function readLines(
  { text, date, zone }: z.output<typeof pasteSchema>,
  language: Language,
): { events: TimelineEventDocument[]; unread: string[] } {
  const draft = { ...emptyDraft(), zone: zone ?? undefined, day: dayOf(date) };
  const tree = readTree(text, 1);
  readTimeline(draft, tree, language);
  const left = [...walk(tree)].flatMap((node) => node.lines).filter((line) => !line.used);
  return {
    events: caseDocumentSchema.shape.timeline.parse(draft.timeline),
    unread: left.map((line) => line.text.trim()).filter((line) => line !== ''),
  };
}

function dayOf(date: string | null | undefined) {
  if (!date) return undefined;
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { year, month, day };
}
