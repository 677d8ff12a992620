import { Link } from '@tanstack/react-router';
import { Plus, X } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ActionMoves } from '../action/action-moves.js';
import { DueWords } from '../action/due-cell.js';
import { Priority } from '../action/priority.js';
import { useChange } from '../app/ask.js';
import { Failure, failureText } from '../app/failure.js';
import { tagOf } from '../app/language.js';
import { usePages } from '../app/pages.js';
import { say } from '../app/said.js';
import {
  InitiativeActionsDocument,
  InitiativeAddActionsDocument,
  InitiativeRemoveActionDocument,
  type ActionRowFragment,
  type InitiativeFactsFragment,
} from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Empty, Skeleton } from '../ui/notice.js';
import css from './initiative.module.css';

const AddActions = lazy(() => import('./add-actions.js').then((m) => ({ default: m.AddActions })));

/** The actions that an initiative gathers, by the case that asks for them; the most urgent case first. */
export function InitiativeActions({
  initiative,
}: {
  readonly initiative: InitiativeFactsFragment;
}) {
  const { t } = useTranslation(['initiatives', 'frame']);
  const [isAdding, setAdding] = useState(false);
  const { id, status, allowedMoves } = initiative;
  const pages = usePages(
    InitiativeActionsDocument,
    { filter: { initiative: id } },
    ({ actionItems }) => actionItems,
  );
  const items = pages.data?.pages.flatMap(({ actionItems }) => actionItems.nodes);
  const mayEdit = allowedMoves.includes('EDIT');
  const isOpen = status === 'PROPOSED' || status === 'ACTIVE';
  const add = mayEdit && isOpen && (
    <Button
      size="small"
      icon={<Plus />}
      onClick={() => {
        setAdding(true);
      }}
    >
      {t('initiatives:addActions')}
    </Button>
  );
  return (
    <section className={css['section']}>
      <div className={css['head']}>
        <h2>{t('initiatives:actions')}</h2>
        {items && items.length > 0 && add}
      </div>
      {pages.error && <Failure error={pages.error} onRetry={() => void pages.refetch()} />}
      {!items && !pages.error && <Skeleton lines={4} />}
      {items?.length === 0 && <Empty action={add}>{t('initiatives:noActions')}</Empty>}
      {items &&
        byCase(items).map((group) => (
          <CaseActions key={group[0].postmortem.key} of={group} to={mayEdit ? id : undefined} />
        ))}
      {pages.hasNextPage && (
        <Button onClick={() => void pages.fetchNextPage()} disabled={pages.isFetchingNextPage}>
          {t('frame:more')}
        </Button>
      )}
      {isAdding && (
        <Suspense>
          <AddActions
            initiative={initiative}
            onClose={() => {
              setAdding(false);
            }}
          />
        </Suspense>
      )}
    </section>
  );
}

type OfOneCase = readonly [ActionRowFragment, ...ActionRowFragment[]];

function byCase(items: readonly ActionRowFragment[]): OfOneCase[] {
  const groups = new Map<string, [ActionRowFragment, ...ActionRowFragment[]]>();
  for (const item of items) {
    const group = groups.get(item.postmortem.id);
    if (group) group.push(item);
    else groups.set(item.postmortem.id, [item]);
  }
  return [...groups.values()];
}

function CaseActions({
  of: items,
  to,
}: {
  readonly of: OfOneCase;
  /** The initiative, if the viewer may take actions out of it. */
  readonly to: string | undefined;
}) {
  const [{ postmortem }] = items;
  const lang = tagOf(postmortem.language);
  return (
    <>
      <h3>
        <Link to="/postmortems/$key" params={{ key: postmortem.key }}>
          <span className={css['key']}>{postmortem.key}</span>
          <span lang={lang} dir="auto">
            {postmortem.title}
          </span>
        </Link>
      </h3>
      <ul className={css['list']}>
        {items.map((item) => (
          <li key={item.id}>
            <p className={css['what']}>
              <Link to="/actions/$key" params={{ key: item.key }}>
                <span className={css['key']}>{item.key}</span>
                <span lang={lang} dir="auto">
                  {item.title}
                </span>
              </Link>
              {to !== undefined && <TakeOut item={item} of={to} />}
            </p>
            <p className={css['how']}>
              <ActionMoves item={item} />
              <Priority of={item.priority} />
              {item.owner && <span dir="auto">{item.owner.name}</span>}
              {item.dueOn !== null && <DueWords of={item} />}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

function TakeOut({
  item: { id: actionItemId, key },
  of: id,
}: {
  readonly item: ActionRowFragment;
  readonly of: string;
}) {
  const { t } = useTranslation('initiatives');
  const { t: tFrame } = useTranslation();
  const onFailed = (error: Parameters<typeof failureText>[0]): void => {
    say({ text: failureText(error, tFrame) });
  };
  const add = useChange(InitiativeAddActionsDocument, { onFailed });
  const remove = useChange(InitiativeRemoveActionDocument, {
    onFailed,
    onDone: () => {
      const undo = (): void => {
        add.mutate({ id, input: { actionItemIds: [actionItemId] } });
      };
      say({ text: t('takenOut', { key }), undo });
    },
  });
  return (
    <Button
      kind="quiet"
      size="small"
      icon={<X />}
      aria-label={t('takeOut', { key })}
      disabled={remove.isPending}
      onClick={() => {
        remove.mutate({ id, actionItemId });
      }}
    />
  );
}
