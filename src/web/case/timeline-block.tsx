import { getRouteApi, useRouterState } from '@tanstack/react-router';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { useOwnZone } from '../app/viewer.js';
import { span } from '../ui/time.js';
import { zoneName } from '../ui/zone.js';
import { ZoneSwitch } from '../ui/zoned-time.js';
import { MARKERS, type CaseAddress, type ZoneChoice } from './case-address.js';
import { CaseBlock } from './case-block.js';
import { useCase } from './case-context.js';
import { MarkerShape } from './marker-shape.js';
import type { Part } from './parts-of.js';
import css from './timeline-block.module.css';
import { idOf, TimelineEntry } from './timeline-entry.js';
import { gapFrom, rowsOf } from './timeline-rows.js';

const route = getRouteApi('/postmortems/$key');

/** Entries that are shown before anything else of the timeline. */
const AT_ONCE = 60;

/** What happened when, from top to bottom. */
export function TimelineBlock({ part }: { readonly part: Part }) {
  const { t, i18n } = useTranslation(['case', 'incident']);
  const { postmortem } = useCase();
  const { zone = 'author', marker } = route.useSearch();
  const navigate = route.useNavigate();
  const show = (next: CaseAddress): void => {
    void navigate({
      search: (before) => ({ ...before, ...next }),
      replace: true,
      resetScroll: false,
    });
  };
  const pointedAt = useRouterState({ select: ({ location }) => location.hash });
  const { timeline } = postmortem;
  const mine = useOwnZone();
  const all = useMemo(() => rowsOf(timeline, zone, mine), [timeline, zone, mine]);
  // The first come with the page, the others when it is there; all at once if one of them is asked for.
  const isWhole = useDeferredValue(true, pointedAt.startsWith('event-'));
  const rows = isWhole ? all : all.slice(0, AT_ONCE);
  const [first] = rows;
  const shown = marker === undefined ? rows : rows.filter(({ event }) => event.marker === marker);
  const hasGaps = marker === undefined && rows.some(({ gap }) => gap !== null);
  return (
    <CaseBlock
      part={part}
      isEmpty={rows.length === 0}
      aside={
        rows.length > 0 && (
          <ZoneSwitch
            label={t('incident:zone')}
            zone={zone}
            zones={[
              { zone: 'mine', label: t('incident:zoneMine') },
              { zone: 'utc', label: t('incident:zoneUtc') },
              { zone: 'author', label: t('incident:zoneAuthor') },
            ]}
            onZone={(chosen) => {
              show({ zone: chosen as ZoneChoice });
            }}
          />
        )
      }
    >
      <MarkerFilter
        chosen={marker}
        onChoose={(chosen) => {
          show({ marker: chosen });
        }}
      />
      {first && (
        <p className={css['note']}>
          {t('case:timesIn', { zone: zoneName(first.zone, first.event.at) })}
        </p>
      )}
      <ol className={css['axis']}>
        {shown.map((row) => (
          <TimelineEntry
            key={row.event.id}
            row={row}
            isFiltered={marker !== undefined}
            isPointedAt={idOf(row.event) === pointedAt}
          />
        ))}
      </ol>
      {hasGaps && (
        <p className={css['note']}>
          {t('case:gapRule', { span: span(gapFrom(timeline), i18n.language) })}
        </p>
      )}
    </CaseBlock>
  );
}

/** Keeps entries of one kind; only the kinds that there are can be chosen. */
function MarkerFilter({
  chosen,
  onChoose,
}: {
  readonly chosen: CaseAddress['marker'];
  readonly onChoose: (marker: CaseAddress['marker']) => void;
}) {
  const { t } = useTranslation(['case', 'vocabulary', 'frame']);
  const { timeline } = useCase().postmortem;
  const kinds = MARKERS.map((marker) => ({
    marker,
    count: timeline.filter((event) => event.marker === marker).length,
  })).filter(({ count }) => count > 0);
  if (kinds.length < 2) return null;
  return (
    <div className={`${css['filter']} no-print`} role="group" aria-label={t('case:showOnly')}>
      <button
        type="button"
        aria-pressed={chosen === undefined}
        onClick={() => {
          onChoose(undefined);
        }}
      >
        {t('frame:all')} <span>{timeline.length}</span>
      </button>
      {kinds.map(({ marker, count }) => (
        <button
          key={marker}
          type="button"
          aria-pressed={chosen === marker}
          onClick={() => {
            onChoose(chosen === marker ? undefined : marker);
          }}
        >
          <MarkerShape of={marker} />
          {t(`vocabulary:marker${marker}`)} <span>{count}</span>
        </button>
      ))}
    </div>
  );
}
