import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import lines from '../action/action-lines.module.css';
import { ActionMoves } from '../action/action-moves.js';
import { ClosedThere } from '../action/closed-there.js';
import { DueCell } from '../action/due-cell.js';
import { Priority } from '../action/priority.js';
import { useAsk } from '../app/ask.js';
import { Failure } from '../app/failure.js';
import { tagOf } from '../app/language.js';
import { useTitle } from '../app/title.js';
import { useViewer, type Viewer } from '../app/viewer.js';
import { OwedDocument, type OwedQuery } from '../gql/documents.js';
import { buttonClass } from '../ui/button.js';
import { Ago } from '../ui/instant.js';
import { Empty, Skeleton } from '../ui/notice.js';
import { calendarDay } from '../ui/time.js';
import { TaskState } from '../task/task-state.js';
import css from './mine.module.css';
import { OWED_LISTS, owedOf, type OwedItem, type OwedList } from './owed.js';

/** What somebody owes: what presses first, each with the way to answer it. */
export function MinePage() {
  const { t } = useTranslation('mine');
  const viewer = useViewer();
  useTitle(t('title'));
  return (
    <article className={css['page']}>
      <header className={css['head']}>
        <h1>{t('title')}</h1>
        <nav className={css['tools']}>
          <Link to="/settings" search={{ tab: 'feeds', feed: 'ownDays' }} className={buttonClass()}>
            {t('asCalendar')}
          </Link>
          <Link to="/digest" className={buttonClass()}>
            {t('myWeek')}
          </Link>
        </nav>
      </header>
      {viewer ? <Owed viewer={viewer} /> : <Skeleton lines={9} />}
    </article>
  );
}

function Owed({ viewer }: { readonly viewer: Viewer }) {
  const { t } = useTranslation('mine');
  const teams = viewer.teams.map(({ team }) => team.key);
  const { data, error, refetch } = useAsk(OwedDocument, { me: viewer.id, teams });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={9} />;
  // Without a team, the list would be of every team.
  const lists = owedOf(teams.length === 0 ? { ...data, done: { nodes: [] } } : data, viewer.id);
  const { open, reviews, tasks } = data;
  const isNothing =
    OWED_LISTS.every((list) => lists[list].length === 0) &&
    reviews.totalCount + tasks.totalCount === 0;
  if (isNothing) return <Empty>{t('nothing')}</Empty>;
  const rest = open.totalCount - open.nodes.length;
  return (
    <>
      <p className={css['summary']}>{summaryOf(lists, data, t)}</p>
      {OWED_LISTS.filter((list) => list !== 'later').map((list) => (
        <Items key={list} list={list} items={lists[list]} />
      ))}
      <Reviews of={reviews} />
      <Tasks of={tasks} />
      <Items list="later" items={lists.later} />
      {rest > 0 && (
        <p>
          <Link to="/actions">{t('more', { count: rest })}</Link>
        </p>
      )}
    </>
  );
}

/** “2 overdue · 1 due within seven days · 3 reviews”, of what there is. */
function summaryOf(
  lists: ReturnType<typeof owedOf>,
  { reviews, tasks }: OwedQuery,
  t: ReturnType<typeof useTranslation<'mine'>>['t'],
): string {
  const counts = [
    ...OWED_LISTS.filter((list) => list !== 'later').map(
      (list) => [list, lists[list].length] as const,
    ),
    ['reviews', reviews.totalCount] as const,
    ['tasks', tasks.totalCount] as const,
  ];
  const said = counts.filter(([, count]) => count > 0);
  if (said.length === 0) return t('nothingPresses');
  return said.map(([name, count]) => t(`count_${name}`, { count })).join(' · ');
}

function Items({ list, items }: { readonly list: OwedList; readonly items: readonly OwedItem[] }) {
  const { t, i18n } = useTranslation('mine');
  if (items.length === 0) return null;
  return (
    <section className={css['section']}>
      <h2>
        {t(list)}
        <span>{items.length}</span>
      </h2>
      {list !== 'dueSoon' && list !== 'later' && (
        <p className={css['means']}>{t(`${list}Means`)}</p>
      )}
      <ul className={lines['lines']}>
        {items.map(({ item, day }) => (
          <li key={item.id} className={css['item']}>
            <div>
              <Link to="/actions/$key" params={{ key: item.key }}>
                <span className={lines['key']}>{item.key}</span>
                <span lang={tagOf(item.postmortem.language)} dir="auto">
                  {item.title}
                </span>
              </Link>
              <p className={css['case']}>
                <span className={lines['key']}>{item.postmortem.key}</span>
                <span lang={tagOf(item.postmortem.language)} dir="auto">
                  {item.postmortem.title}
                </span>
              </p>
            </div>
            <div className={css['how']}>
              <ActionMoves item={item} />
              <Priority of={item.priority} />
              <ClosedThere of={item} />
              {day !== null && <span>{t('onDay', { day: calendarDay(day, i18n.language) })}</span>}
              {list === 'verify' && item.owner && <span dir="auto">{item.owner.name}</span>}
              {day === null && list !== 'verify' && <DueCell item={item} />}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Reviews({ of: { totalCount, nodes } }: { readonly of: OwedQuery['reviews'] }) {
  const { t } = useTranslation('mine');
  if (totalCount === 0) return null;
  return (
    <section className={css['section']}>
      <h2>
        {t('reviews')}
        <span>{totalCount}</span>
      </h2>
      <ul className={lines['lines']}>
        {nodes.map(({ id, key, title, language, updatedAt }) => (
          <li key={id}>
            <Link to="/postmortems/$key" params={{ key }}>
              <span className={lines['key']}>{key}</span>
              <span lang={tagOf(language)} dir="auto">
                {title}
              </span>
            </Link>
            <span className={lines['how']}>
              <span>
                {t('changed')} <Ago at={updatedAt} />
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Tasks({ of: { totalCount, nodes } }: { readonly of: OwedQuery['tasks'] }) {
  const { t } = useTranslation('mine');
  if (totalCount === 0) return null;
  return (
    <section className={css['section']}>
      <h2>
        {t('tasks')}
        <span>{totalCount}</span>
      </h2>
      <ul className={lines['lines']}>
        {nodes.map(({ id, key, title, state }) => (
          <li key={id}>
            <Link to="/tasks/$key" params={{ key }}>
              <span className={lines['key']}>{key}</span>
              <span dir="auto">{title}</span>
            </Link>
            <span className={lines['how']}>{state && <TaskState of={state} />}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
