import { Link } from '@tanstack/react-router';
import { Archive, ArchiveRestore, Pencil } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';

import { useAsk, useChange } from '../app/ask.js';
import { Failure, failureText } from '../app/failure.js';
import { say } from '../app/said.js';
import type { Viewer } from '../app/viewer.js';
import catalog from '../catalog/catalog.module.css';
import {
  ReviewSeriesArchiveDocument,
  ReviewSeriesListDocument,
  ReviewSeriesRestoreDocument,
  type ReviewSeriesFactsFragment,
} from '../gql/documents.js';
import { useCadenceWords } from '../task/cadence-words.js';
import { Button } from '../ui/button.js';
import { Empty, Skeleton } from '../ui/notice.js';
import { zoneName } from '../ui/zone.js';
import { useStartWords } from './meeting-time.js';

const SeriesForm = lazy(() => import('./series-form.js').then((m) => ({ default: m.SeriesForm })));

/** The slots that come again and again; those set aside come last. */
export function SeriesList({
  viewer,
  edited,
  onEdit,
}: {
  readonly viewer: Viewer | undefined;
  /** The id of the series whose form is open. */
  readonly edited: string | undefined;
  readonly onEdit: (id: string | undefined) => void;
}) {
  const { t } = useTranslation('meetings');
  const { data, error, refetch } = useAsk(ReviewSeriesListDocument, {});
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={6} />;
  const { reviewSeriesList: all } = data;
  const series = all.find(({ id }) => id === edited);
  if (all.length === 0) return <Empty>{t('noSeries')}</Empty>;
  return (
    <>
      <ul className={catalog['list']}>
        {all.map((each) => (
          <li key={each.id}>
            <SeriesLine of={each} viewer={viewer} onEdit={onEdit} />
          </li>
        ))}
      </ul>
      {series && viewer?.role !== 'VIEWER' && (
        <Suspense>
          <SeriesForm
            series={series}
            onClose={() => {
              onEdit(undefined);
            }}
          />
        </Suspense>
      )}
    </>
  );
}

function SeriesLine({
  of: series,
  viewer,
  onEdit,
}: {
  readonly of: ReviewSeriesFactsFragment;
  readonly viewer: Viewer | undefined;
  readonly onEdit: (id: string) => void;
}) {
  const { t } = useTranslation(['meetings', 'catalog', 'frame']);
  const wordsOf = useCadenceWords();
  const startWords = useStartWords();
  const { id, title, cadence, archivedAt, durationMinutes, facilitator, teams } = series;
  const { rule, startsOn, time, zone } = cadence;
  const mayWrite = viewer !== undefined && viewer.role !== 'VIEWER';
  const [next] = series.nextMeetings;
  return (
    <>
      <div className={catalog['line']}>
        <span className={catalog['name']} dir="auto">
          {title}
        </span>
        {archivedAt !== null && (
          <span className={catalog['archived']}>{t('catalog:archived')}</span>
        )}
        {mayWrite && (
          <span className={catalog['end']}>
            <Button
              kind="quiet"
              size="small"
              icon={<Pencil />}
              aria-label={t('meetings:editSeries', { title })}
              onClick={() => {
                onEdit(id);
              }}
            >
              {t('frame:edit')}
            </Button>
            {isTheirs(series, viewer) && <ArchiveSeries of={series} />}
          </span>
        )}
      </div>
      <div className={catalog['facts']}>
        <span>
          {wordsOf(rule, startsOn)}, {time} {zoneName(zone, new Date().toISOString())}
        </span>
        <span>{t('meetings:minutes', { count: durationMinutes })}</span>
        {facilitator && <span dir="auto">{facilitator.name}</span>}
        {teams.map((team) => (
          <span key={team.id} dir="auto">
            {team.name}
          </span>
        ))}
      </div>
      {next && (
        <div className={catalog['facts']}>
          <Link to="/meetings/$key" params={{ key: next.key }}>
            {t('meetings:nextIs', { key: next.key, time: startWords(next.startsAt) })}
          </Link>
        </div>
      )}
    </>
  );
}

/** Whoever leads or began it sets it aside, or an administrator. */
const isTheirs = (
  { facilitator, createdBy }: ReviewSeriesFactsFragment,
  { id, role }: Viewer,
): boolean => role === 'ADMIN' || facilitator?.id === id || createdBy?.id === id;

function ArchiveSeries({
  of: { id, title, archivedAt },
}: {
  readonly of: ReviewSeriesFactsFragment;
}) {
  const { t } = useTranslation('catalog');
  const { t: tFrame } = useTranslation();
  const onFailed = (error: unknown): void => {
    say({ text: failureText(error, tFrame) });
  };
  const restore = useChange(ReviewSeriesRestoreDocument, {
    onFailed,
    onDone: () => {
      say({ text: t('restoredSaid', { name: title }) });
    },
  });
  const archive = useChange(ReviewSeriesArchiveDocument, {
    onFailed,
    onDone: () => {
      say({
        text: t('archivedSaid', { name: title }),
        undo: () => {
          restore.mutate({ id });
        },
      });
    },
  });
  const isGone = archivedAt !== null;
  return (
    <Button
      kind="quiet"
      size="small"
      icon={isGone ? <ArchiveRestore /> : <Archive />}
      disabled={archive.isPending || restore.isPending}
      aria-label={t(isGone ? 'restoreNamed' : 'archiveNamed', { name: title })}
      onClick={() => {
        (isGone ? restore : archive).mutate({ id });
      }}
    >
      {isGone ? t('restore') : t('archive')}
    </Button>
  );
}
