import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { tagOf } from '../app/language.js';
import { personOfPage } from '../app/person-of-page.js';
import { say } from '../app/said.js';
import { readSetting, writeSetting } from '../app/theme.js';
import type { CaseOnPage } from '../case/case-on-page.js';
import { browserZone } from '../ui/time.js';
import { wallOf, wordsOf } from '../ui/zone.js';
import { EditorFrame } from './entries/editor-frame.js';
import { freshKey } from './entries/fresh-key.js';
import { putBack } from './entries/list.js';
import type { Entry } from './entries/steps.js';
import { useEntries } from './entries/use-entries.js';
import { useGradual } from './entries/use-gradual.js';
import { EventLine } from './timeline/event-line.js';
import {
  eventMaker,
  eventRules,
  inTime,
  presentEvent,
  type EventValues,
} from './timeline/event-values.js';
import { FastEntry } from './timeline/fast-entry.js';
import css from './timeline/timeline.module.css';

/** Zones of the timeline that are offered to choose from. */
const MANY_ZONES = 6;

const PasteDialog = lazy(() =>
  import('./timeline/paste-dialog.js').then((m) => ({ default: m.PasteDialog })),
);

/** What happened when: entered line by line, pasted, and corrected where it stands. */
export function TimelineEditor({
  postmortem,
  onDone,
}: {
  readonly postmortem: CaseOnPage;
  readonly onDone: () => void;
}) {
  const { t, i18n } = useTranslation('parts');
  const { id, timeline, language, incidents } = postmortem;
  const lang = tagOf(language);
  const present = useMemo(() => timeline.map(presentEvent), [timeline]);
  const edited = useEntries(`${id}/timeline`, present, eventRules, () => eventMaker(id));
  const { entries, store, troubles } = edited;
  const events = useMemo(() => inTime(entries), [entries]);
  const days = useMemo(
    () => events.map(({ values }) => wallOf(values.at, values.zone).day),
    [events],
  );
  const drawn = useGradual(events.length);
  const [last, setLast] = useState<string | null>(null);
  const [pasted, setPasted] = useState<string | null>(null);
  const { zone, zones, setZone } = useAuthorZone(events);

  const remove = useCallback(
    (key: string): void => {
      const before = store.get().entries;
      store.edit((all) => all.filter((each) => each.key !== key));
      const text = before.find((each) => each.key === key)?.values.text ?? '';
      say({
        text: t('entryRemoved', { text: text.slice(0, 60) }),
        undo: () => {
          store.edit((all) => putBack(all, before, key));
        },
      });
    },
    [store, t],
  );
  const before = last ?? events.at(-1)?.values.at ?? null;
  return (
    <EditorFrame label={t('timeline')} help={t('timelineHelp')} entries={edited} onDone={onDone}>
      <FastEntry
        name={`${id}/timeline/new`}
        lang={lang}
        zone={zone}
        zones={zones}
        onZone={setZone}
        before={before}
        startedAt={incidents[0]?.startedAt ?? null}
        onPaste={setPasted}
        onAdd={(values, guess) => {
          const key = freshKey();
          setLast(values.at);
          store.edit((all) => [...all, { key, parent: null, values }]);
          guess?.then(
            (marker) => {
              store.set(key, { marker });
            },
            () => undefined,
          );
        }}
      />
      <ol className={css['events']}>
        {events.slice(0, drawn).map((entry, place) => {
          const day = days[place];
          return [
            day !== days[place - 1] && (
              <li key={`day-${entry.key}`} className={css['newDay']}>
                {wordsOf(`${day}T00:00:00Z`, i18n.language, 'UTC', { dateStyle: 'full' })}
              </li>
            ),
            <EventLine
              key={entry.key}
              entry={entry}
              store={store}
              trouble={troubles.get(entry.key)}
              lang={lang}
              zones={zones}
              onRemove={remove}
            />,
          ];
        })}
      </ol>
      {pasted !== null && (
        <Suspense>
          <PasteDialog
            postmortemId={id}
            text={pasted}
            date={wallOf(before ?? incidents[0]?.startedAt ?? new Date().toISOString(), zone).day}
            zone={zone}
            zones={zones}
            lang={lang}
            span={{
              from: incidents[0]?.startedAt ?? incidents[0]?.detectedAt ?? null,
              to: incidents[0]?.resolvedAt ?? incidents[0]?.mitigatedAt ?? null,
            }}
            present={events.map(({ values }) => values)}
            onClose={() => {
              setPasted(null);
            }}
          />
        </Suspense>
      )}
    </EditorFrame>
  );
}

/** In which zone each person wrote last in this browser. */
const zoneSetting = (): string => `fupan.entry-zone/${personOfPage()}`;

/** The zone the author writes in: the last one that was chosen, else that of the timeline. */
function useAuthorZone(events: readonly Entry<EventValues>[]) {
  const [chosen, setChosen] = useState(() => readSetting(zoneSetting()));
  const used = [...new Set(events.map(({ values }) => values.zone))].slice(0, MANY_ZONES).join(' ');
  // The same list as long as it says the same, so that not every line is drawn anew.
  const zones = useMemo(() => used.split(' ').filter((zone) => zone !== ''), [used]);
  return {
    zone: chosen ?? events.at(-1)?.values.zone ?? browserZone(),
    zones,
    setZone: (zone: string): void => {
      writeSetting(zoneSetting(), zone);
      setChosen(zone);
    },
  };
}
