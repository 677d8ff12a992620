import { getRouteApi, Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';

import { usePages } from '../app/pages.js';
import { useTitle } from '../app/title.js';
import { useViewer } from '../app/viewer.js';
import { catalogFilter, type CatalogAddress } from '../catalog/catalog-address.js';
import { CatalogList } from '../catalog/catalog-list.js';
import css from '../catalog/catalog.module.css';
import { TaskListDocument, type TaskLineFragment } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { calendarDay } from '../ui/time.js';
import { useCadenceWords } from './cadence-words.js';
import { Strip, TaskState } from './task-state.js';

const TaskForm = lazy(() => import('./task-form.js').then((m) => ({ default: m.TaskForm })));

const route = getRouteApi('/tasks');

/** What has to be done again and again; what waits for somebody comes first. */
export function TasksPage() {
  const { t } = useTranslation(['tasks', 'frame']);
  const address = route.useSearch();
  const navigate = route.useNavigate();
  const viewer = useViewer();
  useTitle(t('frame:tasks'));
  const pages = usePages(
    TaskListDocument,
    { filter: catalogFilter(address) },
    ({ recurringTasks }) => recurringTasks,
  );
  const show = (next: CatalogAddress): void => {
    void navigate({ search: next, replace: true, resetScroll: false });
  };
  const mayWrite = viewer !== undefined && viewer.role !== 'VIEWER';
  return (
    <>
      <CatalogList
        title={t('frame:tasks')}
        findLabel={t('tasks:find')}
        address={address}
        onAddress={show}
        count={pages.data?.pages[0]?.recurringTasks.totalCount}
        none={t('tasks:noTasks')}
        pages={pages}
        create={
          mayWrite && (
            <Button
              icon={<Plus />}
              onClick={() => {
                show({ ...address, edit: 'new' });
              }}
            >
              {t('tasks:newTask')}
            </Button>
          )
        }
      >
        {pages.data?.pages.flatMap(({ recurringTasks }) =>
          recurringTasks.nodes.map((task) => (
            <li key={task.id}>
              <TaskLine of={task} />
            </li>
          )),
        )}
      </CatalogList>
      {mayWrite && address.edit === 'new' && (
        <Suspense>
          <TaskForm
            task={null}
            onClose={() => {
              show({ ...address, edit: undefined });
            }}
          />
        </Suspense>
      )}
    </>
  );
}

function TaskLine({ of: task }: { readonly of: TaskLineFragment }) {
  const { t, i18n } = useTranslation(['tasks', 'catalog']);
  const wordsOf = useCadenceWords();
  const { key, title, state, archivedAt, team, owner, service, occurrences } = task;
  const cadence = task.cadences.at(-1);
  const next = occurrences.find((each) => each.state === 'UPCOMING');
  return (
    <>
      <div className={css['line']}>
        <span className={css['key']}>{key}</span>
        <Link to="/tasks/$key" params={{ key }} className={css['name']} dir="auto">
          {title}
        </Link>
        {archivedAt !== null && <span className={css['archived']}>{t('catalog:archived')}</span>}
        <span className={css['end']}>{state && <TaskState of={state} />}</span>
      </div>
      <div className={css['facts']}>
        {cadence && <span>{wordsOf(cadence.rule, cadence.startsOn)}</span>}
        {next && <span>{t('tasks:nextOn', { day: calendarDay(next.dueOn, i18n.language) })}</span>}
        {owner && <span dir="auto">{owner.name}</span>}
        {team && <span dir="auto">{team.name}</span>}
        {service && <span dir="auto">{service.name}</span>}
        <span className={css['end']}>
          <Strip of={occurrences.filter((each) => each !== next)} />
        </span>
      </div>
    </>
  );
}
