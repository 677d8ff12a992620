import { getRouteApi, Link } from '@tanstack/react-router';
import { Pencil, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useAsk } from '../app/ask.js';
import { Failure, NothingHere } from '../app/failure.js';
import { tagOf } from '../app/language.js';
import { useTitle } from '../app/title.js';
import { ActionPageDocument, type ActionPageQuery } from '../gql/documents.js';
import { Weight } from '../ties/weight.js';
import { Button, buttonClass } from '../ui/button.js';
import { Skeleton } from '../ui/notice.js';
import { ActionDetails } from './action-details.js';
import { ActionFacts } from './action-facts.js';
import { ActionMoves } from './action-moves.js';
import css from './action-page.module.css';
import { DueWords } from './due-cell.js';
import { Priority } from './priority.js';
import { TrackerProposal } from './tracker-proposal.js';

const ActionForm = lazy(() => import('./action-form.js').then((m) => ({ default: m.ActionForm })));
const CameBack = lazy(() => import('../kin/came-back.js').then((m) => ({ default: m.CameBack })));
const DeleteAction = lazy(() =>
  import('./delete-action.js').then((m) => ({ default: m.DeleteAction })),
);

const route = getRouteApi('/actions/$key');

type ActionOnPage = NonNullable<ActionPageQuery['actionItem']>;

/** One action: what is to be done, whose it is, how it stands, and what has come of it. */
export function ActionPage() {
  const { key } = route.useParams();
  const { data, error, refetch } = useAsk(ActionPageDocument, { key });
  const item = data?.actionItem;
  useTitle(item ? `${item.key} ${item.title}` : key);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={9} />;
  return item ? <Action item={item} /> : <NothingHere />;
}

function Action({ item }: { readonly item: ActionOnPage }) {
  const { edit } = route.useSearch();
  const navigate = route.useNavigate();
  const mayEdit = item.allowedMoves.includes('EDIT');
  return (
    <article className={css['page']}>
      <Head item={item} isEditing={mayEdit && edit !== undefined} />
      <TrackerProposal item={item} />
      {item.effectCheckDue && (
        <Suspense>
          <CameBack actionItemId={item.id} />
        </Suspense>
      )}
      {mayEdit && edit !== undefined ? (
        <Suspense fallback={<Skeleton lines={9} />}>
          <ActionForm
            item={item}
            onDone={() => {
              void navigate({ search: {}, replace: true });
            }}
          />
        </Suspense>
      ) : (
        <div className={css['columns']}>
          <ActionDetails
            item={item}
            others={item.postmortem.actionItems}
            count={item.postmortem.actionProgress.count}
          />
          <ActionFacts item={item} />
        </div>
      )}
    </article>
  );
}

function Head({ item, isEditing }: { readonly item: ActionOnPage; readonly isEditing: boolean }) {
  const { t } = useTranslation(['action', 'frame']);
  const [isDeleting, setDeleting] = useState(false);
  const { postmortem } = item;
  const lang = tagOf(postmortem.language);
  return (
    <header className={css['head']}>
      <div className={css['top']}>
        <h1>
          <span className={css['key']}>{item.key}</span>
          <span lang={lang} dir="auto">
            {item.title}
          </span>
        </h1>
        {!isEditing && (
          <div className={css['tools']}>
            {item.allowedMoves.includes('EDIT') && (
              <Link
                to="/actions/$key"
                params={{ key: item.key }}
                search={{ edit: 'details' }}
                replace
                className={buttonClass()}
              >
                <Pencil aria-hidden />
                {t('frame:edit')}
              </Link>
            )}
            {item.allowedMoves.includes('DELETE') && (
              <Button
                kind="quiet"
                icon={<Trash2 />}
                aria-label={t('action:deleteTitle', { key: item.key })}
                onClick={() => {
                  setDeleting(true);
                }}
              />
            )}
          </div>
        )}
      </div>
      <p className={css['case']}>
        <Link to="/postmortems/$key" params={{ key: postmortem.key }}>
          <span className={css['caseKey']}>{postmortem.key}</span>
          <span lang={lang} dir="auto">
            {postmortem.title}
          </span>
        </Link>
      </p>
      <div className={css['state']}>
        <ActionMoves item={item} />
        <Priority of={item.priority} />
        <Weight of={item.weight} />
        <DueWords of={item} />
      </div>
      {isDeleting && (
        <Suspense>
          <DeleteAction
            item={item}
            onClose={() => {
              setDeleting(false);
            }}
          />
        </Suspense>
      )}
    </header>
  );
}
