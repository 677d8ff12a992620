import { getRouteApi, Link } from '@tanstack/react-router';
import { Archive, ArchiveRestore, Pencil } from 'lucide-react';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { useAsk, useChange } from '../app/ask.js';
import { Failure, NothingHere } from '../app/failure.js';
import { say } from '../app/said.js';
import { useTitle } from '../app/title.js';
import { useViewer } from '../app/viewer.js';
import { numberOf } from '../case/practice-number.js';
import catalog from '../catalog/catalog.module.css';
import {
  TaskArchiveDocument,
  TaskPageDocument,
  TaskRestoreDocument,
  type TaskFactsFragment,
} from '../gql/documents.js';
import { Button, buttonClass } from '../ui/button.js';
import { Line } from '../ui/line.js';
import { Skeleton } from '../ui/notice.js';
import { calendarDay } from '../ui/time.js';
import { zoneName } from '../ui/zone.js';
import { useCadenceWords } from './cadence-words.js';
import { TaskState } from './task-state.js';
import { TaskTimes } from './task-times.js';
import css from './task.module.css';

const TaskForm = lazy(() => import('./task-form.js').then((m) => ({ default: m.TaskForm })));

const route = getRouteApi('/tasks/$key');

/** One recurring task: when it is due, what came of it, and whose it is. */
export function TaskPage() {
  const { key } = route.useParams();
  const { edit } = route.useSearch();
  const navigate = route.useNavigate();
  const viewer = useViewer();
  const { data, error, refetch } = useAsk(TaskPageDocument, { key });
  useTitle(data?.recurringTask?.title ?? key);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={9} />;
  const { recurringTask: task } = data;
  if (!task) return <NothingHere />;
  const mayWrite = viewer !== undefined && viewer.role !== 'VIEWER';
  return (
    <article className={catalog['page']}>
      <Head task={task} mayWrite={mayWrite} />
      <div className={catalog['columns']}>
        <div>
          {task.detail !== null && (
            <p className={css['detail']}>
              <Line text={task.detail} />
            </p>
          )}
          <TaskTimes task={task} mayWrite={mayWrite && task.archivedAt === null} />
        </div>
        <Facts task={task} />
      </div>
      {mayWrite && edit !== undefined && (
        <Suspense>
          <TaskForm
            task={task}
            onClose={() => {
              void navigate({ search: {}, replace: true });
            }}
          />
        </Suspense>
      )}
    </article>
  );
}

function Head({
  task: { id, key, title, state, archivedAt },
  mayWrite,
}: {
  readonly task: TaskFactsFragment;
  readonly mayWrite: boolean;
}) {
  const { t } = useTranslation(['tasks', 'catalog', 'frame']);
  const restore = useChange(TaskRestoreDocument, {
    onDone: () => {
      say({ text: t('catalog:restoredSaid', { name: key }) });
    },
  });
  const archive = useChange(TaskArchiveDocument, {
    onDone: () => {
      say({
        text: t('catalog:archivedSaid', { name: key }),
        undo: () => {
          restore.mutate({ id });
        },
      });
    },
  });
  const fault = archive.error ?? restore.error;
  const isGone = archivedAt !== null;
  return (
    <header className={catalog['head']}>
      <div>
        <div className={catalog['line']}>
          <span className={catalog['key']}>{key}</span>
          {state && <TaskState of={state} />}
          {isGone && <span className={catalog['archived']}>{t('catalog:archived')}</span>}
        </div>
        <h1 dir="auto">{title}</h1>
      </div>
      {mayWrite && (
        <div className={catalog['tools']}>
          <Button
            icon={isGone ? <ArchiveRestore /> : <Archive />}
            disabled={archive.isPending || restore.isPending}
            onClick={() => {
              (isGone ? restore : archive).mutate({ id });
            }}
          >
            {isGone ? t('catalog:restore') : t('catalog:archive')}
          </Button>
          <Link
            to="/tasks/$key"
            params={{ key }}
            search={{ edit: 'facts' }}
            replace
            className={buttonClass()}
          >
            <Pencil aria-hidden />
            {t('frame:edit')}
          </Link>
        </div>
      )}
      {fault && <Failure error={fault} />}
    </header>
  );
}

function Facts({ task }: { readonly task: TaskFactsFragment }) {
  const { t, i18n } = useTranslation(['tasks', 'frame', 'vocabulary', 'catalog']);
  const wordsOf = useCadenceWords();
  const { team, owner, service, practice, cadences } = task;
  const present = cadences.at(-1);
  const none = <span className={catalog['none']}>{t('frame:none')}</span>;
  return (
    <aside aria-label={t('catalog:facts')}>
      <dl className={catalog['rail']}>
        {present && (
          <Fact name={t('tasks:when')}>
            {wordsOf(present.rule, present.startsOn)}
            <br />
            {present.time} {zoneName(present.zone, new Date().toISOString())}
          </Fact>
        )}
        {present && (
          <Fact name={t('tasks:graceDays')}>{t('tasks:days', { count: present.graceDays })}</Fact>
        )}
        <Fact name={t('tasks:owner')}>{owner ? <span dir="auto">{owner.name}</span> : none}</Fact>
        <Fact name={t('tasks:team')}>
          {team ? (
            <Link to="/teams/$key" params={{ key: team.key }} dir="auto">
              {team.name}
            </Link>
          ) : (
            none
          )}
        </Fact>
        {service && (
          <Fact name={t('tasks:service')}>
            <Link to="/services/$name" params={{ name: service.name }} dir="auto">
              {service.name}
            </Link>
          </Fact>
        )}
        {practice && (
          <Fact name={t('tasks:practice')}>
            {numberOf(practice)} {t(`vocabulary:practice${practice}`)}
          </Fact>
        )}
        {cadences.length > 1 && (
          <Fact name={t('tasks:before')}>
            <ul>
              {cadences.slice(0, -1).map(({ rule, startsOn, validFrom, validUntil }) => (
                <li key={validFrom}>
                  {wordsOf(rule, startsOn)}
                  {validUntil !== null &&
                    ` (${t('tasks:until', { day: calendarDay(validUntil, i18n.language) })})`}
                </li>
              ))}
            </ul>
          </Fact>
        )}
      </dl>
    </aside>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
