import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';

import { change, RefusedError } from '../../app/api.js';
import { useAsk } from '../../app/ask.js';
import { useDelayed } from '../../app/delayed.js';
import { forget, keep, unsent } from '../../app/kept.js';
import {
  TimelineEventsCreateDocument,
  TimelineReadDocument,
  type TimelineMarker,
  type TimelineSourceKind,
} from '../../gql/documents.js';
import { finder } from './alike.js';
import type { EventValues } from './event-values.js';
import type { SlackLine } from './slack-export.js';
import { batches, rowsOf, type PasteRow } from './paste-rows.js';

export type Row = PasteRow<TimelineMarker, TimelineSourceKind>;

/** Milliseconds without another key until the text is read again. */
const STILL_MS = 300;
/** Events that one request may bring. */
const AT_ONCE = 500;

export interface PasteOptions {
  readonly postmortemId: string;
  readonly text: string;
  readonly date: string;
  readonly zone: string;
  readonly present: readonly EventValues[];
}

/** Pasted text on its way to the timeline: read by the server, corrected here, added in one go. */
export function usePaste(options: PasteOptions) {
  const { postmortemId, present } = options;
  const name = `${postmortemId}/timeline/paste`;
  const [text, setText] = useState(
    () => options.text || ((unsent.read(name) as string | undefined) ?? ''),
  );
  const [date, setDate] = useState(options.date);
  const [zone, setZone] = useState(options.zone);
  const [rows, setRows] = useState<readonly Row[]>([]);
  const [error, setError] = useState<unknown>(null);
  const [faults, setFaults] = useState<ReadonlyMap<string, string>>(new Map());
  const [isSaving, setSaving] = useState(false);
  const queries = useQueryClient();
  useEffect(() => {
    if (text.trim() === '') forget(name);
    else keep(name, text);
  }, [name, text]);

  const find = useMemo(() => finder(present), [present]);
  const still = useDelayed(text, STILL_MS);
  const reading = useAsk(
    TimelineReadDocument,
    { text: still, date, zone },
    { when: still.trim() !== '', keep: true },
  );
  const [given, setGiven] = useState<readonly SlackLine[]>();
  const fromSlack = useMemo(() => given?.map((line) => ({ ...line, zone })), [given, zone]);
  const typed = still.trim() === '' ? undefined : reading.data?.timelineRead;
  const lines = fromSlack ?? typed;
  const [readLines, setReadLines] = useState<typeof lines>(undefined);
  if (lines !== readLines) {
    setReadLines(lines);
    setRows(lines ? rowsOf(lines, rows, (one) => find(one) !== undefined) : []);
  }

  /** Adds what is chosen; what is not added stays in the table. */
  const save = async (): Promise<readonly string[] | null> => {
    setSaving(true);
    setError(null);
    setFaults(new Map());
    const ids: string[] = [];
    let batch: Row[] = [];
    try {
      for (batch of batches(rows, AT_ONCE)) {
        const { timelineEvents } = await change(TimelineEventsCreateDocument, {
          postmortemId,
          input: { events: batch.map(inputOf) },
        });
        ids.push(...(timelineEvents ?? []).map(({ id }) => id));
        const added = new Set(batch.map(({ key }) => key));
        setRows((all) => all.filter(({ key }) => !added.has(key)));
      }
      forget(name);
      return ids;
    } catch (failure) {
      setError(failure);
      if (failure instanceof RefusedError) setFaults(faultsOf(failure, batch));
      return null;
    } finally {
      setSaving(false);
      if (ids.length > 0) void queries.invalidateQueries();
    }
  };

  return {
    setGiven,
    ...{ text, setText, date, setDate, zone, setZone, rows, setRows, find },
    ...{ reading, isSaving, error, faults, save },
  };
}

const inputOf = ({ at, zone, marker, text, source, sourceName, originals }: Row) => ({
  at: at ?? '',
  zone,
  marker,
  text,
  source: source && { kind: source, name: sourceName },
  original: originals.join('\n'),
});

/** Which rows were refused, by the paths of the complaints: `input.events.3.text`. */
function faultsOf({ complaints }: RefusedError, batch: readonly Row[]): Map<string, string> {
  return new Map(
    complaints.flatMap(({ field, message }): [string, string][] => {
      const at = field?.indexOf('events') ?? -1;
      const row = at === -1 ? undefined : batch[Number(field?.[at + 1])];
      return row ? [[row.key, message]] : [];
    }),
  );
}
