import { getRouteApi, Link } from '@tanstack/react-router';
import { Pencil } from 'lucide-react';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { useAsk } from '../app/ask.js';
import { Failure, NothingHere } from '../app/failure.js';
import { pageLanguage, tagOf } from '../app/language.js';
import { useTitle } from '../app/title.js';
import catalog from '../catalog/catalog.module.css';
import { InitiativePageDocument, type InitiativeFactsFragment } from '../gql/documents.js';
import { ActionState } from '../ui/badge.js';
import { buttonClass } from '../ui/button.js';
import { Ago } from '../ui/instant.js';
import { Line } from '../ui/line.js';
import { Notice, Skeleton } from '../ui/notice.js';
import { Prose } from '../ui/prose.js';
import { calendarDay } from '../ui/time.js';
import { InitiativeActions } from './initiative-actions.js';
import { InitiativeHistory } from './initiative-history.js';
import { InitiativeMoves } from './initiative-moves.js';
import { InitiativeProgress } from './initiative-progress.js';
import css from './initiative.module.css';
import { TargetDay } from './target-day.js';

const InitiativeForm = lazy(() =>
  import('./initiative-form.js').then((m) => ({ default: m.InitiativeForm })),
);

const route = getRouteApi('/initiatives/$key');

/** One initiative: what it is for, how far it has come, what it gathers, and whose it is. */
export function InitiativePage() {
  const { key } = route.useParams();
  const { edit } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useAsk(InitiativePageDocument, { key });
  const initiative = data?.initiative;
  useTitle(initiative ? `${initiative.key} ${initiative.title}` : key);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={9} />;
  if (!initiative) return <NothingHere />;
  const mayEdit = initiative.allowedMoves.includes('EDIT');
  return (
    <article className={catalog['page']}>
      <Head initiative={initiative} mayEdit={mayEdit} />
      <div className={`${catalog['columns']} ${css['columns']}`}>
        <Main initiative={initiative} />
        <Facts initiative={initiative} />
      </div>
      {mayEdit && edit !== undefined && (
        <Suspense>
          <InitiativeForm
            initiative={initiative}
            onClose={() => {
              void navigate({ search: {}, replace: true });
            }}
          />
        </Suspense>
      )}
    </article>
  );
}

interface Shown {
  readonly initiative: InitiativeFactsFragment;
}

function Head({ initiative, mayEdit }: Shown & { readonly mayEdit: boolean }) {
  const { t } = useTranslation();
  const { key, title } = initiative;
  return (
    <header className={catalog['head']}>
      <div>
        <span className={catalog['key']}>{key}</span>
        <h1 dir="auto">{title}</h1>
        <div className={css['standing']}>
          <InitiativeMoves initiative={initiative} />
          <TargetDay of={initiative} />
        </div>
      </div>
      {mayEdit && (
        <div className={catalog['tools']}>
          <Link
            to="/initiatives/$key"
            params={{ key }}
            search={{ edit: 'facts' }}
            replace
            className={buttonClass()}
          >
            <Pencil aria-hidden />
            {t('edit')}
          </Link>
        </div>
      )}
    </header>
  );
}

function Main({ initiative }: Shown) {
  const { t } = useTranslation(['initiatives', 'vocabulary']);
  const { goalHtml, reason, progress, history } = initiative;
  return (
    <div>
      {reason !== null && (
        <Notice>
          <strong>{t('initiatives:droppedBecause')}</strong>{' '}
          <Line text={reason} lang={pageLanguage()} />
        </Notice>
      )}
      {goalHtml === null ? (
        <p className={catalog['none']}>{t('initiatives:noGoal')}</p>
      ) : (
        <Prose html={goalHtml} lang={pageLanguage()} />
      )}
      {progress.count > 0 && (
        <section className={css['section']}>
          <h2>{t('initiatives:progress')}</h2>
          <InitiativeProgress of={progress} />
          <ul className={css['states']} aria-label={t('initiatives:byState')}>
            {progress.byStatus.map(({ status, count }) => (
              <li key={status}>
                <ActionState of={status} /> {count}
              </li>
            ))}
          </ul>
          <ul className={css['states']} aria-label={t('initiatives:byPriority')}>
            {progress.byPriority.map(({ priority, count, finished }) => (
              <li key={priority}>
                <b>{priority ?? t('initiatives:noPriority')}</b>{' '}
                {t('initiatives:finishedOf', { finished, count })}
              </li>
            ))}
          </ul>
        </section>
      )}
      <InitiativeActions initiative={initiative} />
      <section className={css['section']}>
        <h2>{t('initiatives:history')}</h2>
        <InitiativeHistory of={history} />
      </section>
    </div>
  );
}

function Facts({ initiative }: Shown) {
  const { t, i18n } = useTranslation(['initiatives', 'frame', 'catalog']);
  const { team, owner, targetOn, cases, updatedAt } = initiative;
  const none = <span className={catalog['none']}>{t('frame:none')}</span>;
  return (
    <aside aria-label={t('catalog:facts')}>
      <dl className={catalog['rail']}>
        <Fact name={t('initiatives:owner')}>
          {owner ? <span dir="auto">{owner.name}</span> : none}
        </Fact>
        <Fact name={t('initiatives:team')}>
          {team ? (
            <Link to="/teams/$key" params={{ key: team.key }} dir="auto">
              {team.name}
            </Link>
          ) : (
            none
          )}
        </Fact>
        <Fact name={t('initiatives:targetOn')}>
          {targetOn === null ? none : calendarDay(targetOn, i18n.language)}
        </Fact>
        <Fact name={t('initiatives:casesAnswered', { count: cases.totalCount })}>
          {cases.totalCount === 0 ? none : <Cases of={cases} />}
        </Fact>
        <Fact name={t('initiatives:lastChanged')}>
          <Ago at={updatedAt} />
        </Fact>
      </dl>
    </aside>
  );
}

/** The cases that ask for what is gathered, the newest first. */
function Cases({ of: { nodes, totalCount } }: { readonly of: InitiativeFactsFragment['cases'] }) {
  const { t } = useTranslation('initiatives');
  const left = totalCount - nodes.length;
  return (
    <ul className={css['cases']}>
      {nodes.map(({ id, key, title, language }) => (
        <li key={id}>
          <Link to="/postmortems/$key" params={{ key }}>
            <span className={css['key']}>{key}</span>
            <span lang={tagOf(language)} dir="auto">
              {title}
            </span>
          </Link>
        </li>
      ))}
      {left > 0 && <li>{t('moreCases', { count: left })}</li>}
    </ul>
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
