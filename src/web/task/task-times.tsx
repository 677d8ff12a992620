import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { OccurrenceFactsFragment, TaskFactsFragment } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Day } from '../ui/instant.js';
import { Line } from '../ui/line.js';
import { calendarDay } from '../ui/time.js';
import { ZonedTime } from '../ui/zoned-time.js';
import { Strip, TaskState } from './task-state.js';
import css from './task.module.css';

const RunDialog = lazy(() => import('./run-dialog.js').then((m) => ({ default: m.RunDialog })));

/** The times that a task was due and is due next, and what came of each. */
export function TaskTimes({
  task,
  mayWrite,
}: {
  readonly task: TaskFactsFragment;
  readonly mayWrite: boolean;
}) {
  const { t } = useTranslation('tasks');
  const [recording, setRecording] = useState<string>();
  const { occurrences } = task;
  const toCome = occurrences.filter(({ state }) => state === 'UPCOMING');
  const past = occurrences.filter(({ state }) => state !== 'UPCOMING').reverse();
  const open = occurrences.find(({ dueOn }) => dueOn === recording);
  const zone = task.cadences.at(-1)?.zone ?? 'UTC';
  const rows = (times: readonly OccurrenceFactsFragment[], recordable: number) => (
    <ol className={css['times']}>
      {times.map((occurrence, at) => (
        <TimeRow
          key={occurrence.dueOn}
          of={occurrence}
          zone={zone}
          onRecord={
            mayWrite && at < recordable
              ? () => {
                  setRecording(occurrence.dueOn);
                }
              : undefined
          }
        />
      ))}
    </ol>
  );
  return (
    <>
      <Strip of={[...past].reverse()} />
      <h2 className={css['title']}>{t('next')}</h2>
      {toCome.length === 0 ? <p className={css['soft']}>{t('noneNext')}</p> : rows(toCome, 1)}
      <h2 className={css['title']}>{t('past')}</h2>
      {past.length === 0 ? <p className={css['soft']}>{t('nonePast')}</p> : rows(past, past.length)}
      {open && (
        <Suspense>
          <RunDialog
            taskId={task.id}
            occurrence={open}
            onClose={() => {
              setRecording(undefined);
            }}
          />
        </Suspense>
      )}
    </>
  );
}

function TimeRow({
  of: { dueOn, dueAt, graceUntil, state, runs },
  zone,
  onRecord,
}: {
  readonly of: OccurrenceFactsFragment;
  readonly zone: string;
  readonly onRecord: (() => void) | undefined;
}) {
  const { t, i18n } = useTranslation('tasks');
  const [run, ...earlier] = runs;
  const day = calendarDay(dueOn, i18n.language);
  return (
    <li>
      <div>
        <div className={css['day']}>{day}</div>
        <TaskState of={state} />
      </div>
      <div>
        {!run && (state === 'DUE' || state === 'UPCOMING') && (
          <p className={css['soft']}>
            {t('dueAt')} <ZonedTime at={dueAt} zone={zone} />
            {graceUntil !== dueOn &&
              ` · ${t('graceUntil', { day: calendarDay(graceUntil, i18n.language) })}`}
          </p>
        )}
        {run?.note && (
          <p>
            <Line text={run.note} />
          </p>
        )}
        {run?.evidence && (
          <p>
            <Line text={run.evidence} />
          </p>
        )}
        {run && (
          <p className={css['soft']}>
            {run.doneBy && <span dir="auto">{run.doneBy.name}</span>} <Day at={run.doneAt} />
          </p>
        )}
        {earlier.length > 0 && (
          <details>
            <summary className={css['soft']}>{t('earlier', { count: earlier.length })}</summary>
            {earlier.map((each) => (
              <p key={each.id} className={css['soft']}>
                {t(`result${each.result}`)} <Day at={each.recordedAt} />{' '}
                <Line text={[each.note, each.evidence].filter(Boolean).join(' · ')} />
              </p>
            ))}
          </details>
        )}
      </div>
      {onRecord ? (
        <Button
          size="small"
          kind={state === 'DUE' || state === 'MISSED' ? 'main' : 'plain'}
          aria-label={t('recordOf', { day })}
          onClick={onRecord}
        >
          {run ? t('correct') : t('record')}
        </Button>
      ) : (
        <span />
      )}
    </li>
  );
}
