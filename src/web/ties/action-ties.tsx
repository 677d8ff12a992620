import { Link } from '@tanstack/react-router';
import { Link2, X } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ActionMoves } from '../action/action-moves.js';
import { useAsk, useChange } from '../app/ask.js';
import { Failure, failureText } from '../app/failure.js';
import { tagOf } from '../app/language.js';
import { say } from '../app/said.js';
import {
  ActionLinkDocument,
  ActionTiesDocument,
  ActionUnlinkDocument,
  type ActionLinkKind,
  type ActionOnPageFragment,
  type ActionTiesQuery,
  type TiedActionFragment,
} from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Day } from '../ui/instant.js';
import { Notice } from '../ui/notice.js';
import css from './ties.module.css';

const LinkDialog = lazy(() => import('./link-dialog.js').then((m) => ({ default: m.LinkDialog })));

type Ties = NonNullable<ActionTiesQuery['actionItem']>;

/** Somebody does it, or has done it. */
const TAKEN: ReadonlySet<string> = new Set([
  'COMMITTED',
  'IN_PROGRESS',
  'DONE',
  'VERIFIED',
  'EFFECTIVE',
]);
const OPEN: ReadonlySet<string> = new Set(['PROPOSED', 'COMMITTED', 'IN_PROGRESS']);

/** Where the idea of an action came up besides, what could be done instead of it, and what it would have prevented. */
export function ActionTies({ item }: { readonly item: ActionOnPageFragment }) {
  const { t } = useTranslation(['ties', 'frame']);
  const [isLinking, setLinking] = useState(false);
  const { data, error, refetch } = useAsk(ActionTiesDocument, { id: item.id }, { keep: true });
  const mayEdit = item.allowedMoves.includes('EDIT');
  const ties = data?.actionItem;
  const directly = ties?.links.filter(({ kind }) => kind === 'SAME_IDEA') ?? [];
  const alternatives = ties?.links.filter(({ kind }) => kind === 'ALTERNATIVE') ?? [];
  return (
    <section className={css['ties']}>
      <div className={css['head']}>
        <h2>{t('ties:title')}</h2>
        {mayEdit && (
          <Button
            size="small"
            icon={<Link2 />}
            onClick={() => {
              setLinking(true);
            }}
          >
            {t('ties:link')}
          </Button>
        )}
      </div>
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {ties && isAlone(ties) && <p className={css['none']}>{t('ties:alone')}</p>}
      {ties && ties.sameIdea.length > 0 && (
        <>
          <h3>{t('ties:sameIdea')}</h3>
          <ul className={css['list']}>
            {ties.sameIdea.map((other) => (
              <Tied
                key={other.id}
                of={other}
                kind="SAME_IDEA"
                to={item}
                linkId={
                  mayEdit ? directly.find((link) => link.actionItem.id === other.id)?.id : undefined
                }
              />
            ))}
          </ul>
        </>
      )}
      {alternatives.length > 0 && <Alternatives item={item} of={alternatives} mayEdit={mayEdit} />}
      {ties && ties.recurrenceAnswers.length > 0 && <Prevented of={ties} />}
      {isLinking && (
        <Suspense>
          <LinkDialog
            item={item}
            onClose={() => {
              setLinking(false);
            }}
          />
        </Suspense>
      )}
    </section>
  );
}

const isAlone = ({ links, sameIdea, recurrenceAnswers }: Ties): boolean =>
  links.length + sameIdea.length + recurrenceAnswers.length === 0;

/** The options side by side; whoever takes one is asked what becomes of the others. */
function Alternatives({
  item,
  of,
  mayEdit,
}: {
  readonly item: ActionOnPageFragment;
  readonly of: Ties['links'];
  readonly mayEdit: boolean;
}) {
  const { t } = useTranslation('ties');
  const isUndecided =
    TAKEN.has(item.status) && of.some(({ actionItem }) => OPEN.has(actionItem.status));
  return (
    <>
      <h3>{t('alternatives')}</h3>
      {isUndecided && <Notice kind="warn">{t('undecided', { key: item.key })}</Notice>}
      <ul className={css['options']}>
        <li className={css['this']}>
          <p className={css['what']}>
            <span>
              <span className={css['key']}>{item.key}</span>
              <span lang={tagOf(item.postmortem.language)} dir="auto">
                {item.title}
              </span>
            </span>
          </p>
          <p className={css['how']}>
            <ActionMoves item={item} />
            <span>{t('thisOne')}</span>
          </p>
        </li>
        {of.map(({ id, actionItem }) => (
          <Tied
            key={id}
            of={actionItem}
            kind="ALTERNATIVE"
            to={item}
            linkId={mayEdit ? id : undefined}
          />
        ))}
      </ul>
    </>
  );
}

/** Another action, how it stands, and the case it is from. */
function Tied({
  of: item,
  kind,
  to,
  linkId,
}: {
  readonly of: TiedActionFragment;
  readonly kind: ActionLinkKind;
  /** The action of the page. */
  readonly to: ActionOnPageFragment;
  /** The link, if the viewer may take it away. */
  readonly linkId: string | undefined;
}) {
  const { t } = useTranslation('ties');
  const { t: tFrame } = useTranslation();
  const onFailed = (error: Parameters<typeof failureText>[0]): void => {
    say({ text: failureText(error, tFrame) });
  };
  const link = useChange(ActionLinkDocument, { onFailed });
  const unlink = useChange(ActionUnlinkDocument, {
    onFailed,
    onDone: () => {
      const undo = (): void => {
        link.mutate({ id: to.id, input: { otherId: item.id, kind } });
      };
      say({ text: t('unlinked', { key: item.key }), undo });
    },
  });
  const { postmortem } = item;
  const lang = tagOf(postmortem.language);
  return (
    <li>
      <p className={css['what']}>
        <Link to="/actions/$key" params={{ key: item.key }}>
          <span className={css['key']}>{item.key}</span>
          <span lang={lang} dir="auto">
            {item.title}
          </span>
        </Link>
        {linkId !== undefined && (
          <Button
            kind="quiet"
            size="small"
            icon={<X />}
            aria-label={t('unlink', { key: item.key })}
            disabled={unlink.isPending}
            onClick={() => {
              unlink.mutate({ id: linkId });
            }}
          />
        )}
      </p>
      <p className={css['how']}>
        <ActionMoves item={item} />
        <Link to="/postmortems/$key" params={{ key: postmortem.key }}>
          <span className={css['key']}>{postmortem.key}</span>
          <span lang={lang} dir="auto">
            {postmortem.title}
          </span>
        </Link>
      </p>
    </li>
  );
}

/** What people said who wrote later cases: would it have prevented them? */
function Prevented({ of: { wouldHavePrevented, recurrenceAnswers } }: { readonly of: Ties }) {
  const { t } = useTranslation('ties');
  const { yes, partly, no } = wouldHavePrevented;
  return (
    <>
      <h3>{t('prevented')}</h3>
      <p className={css['count']}>{t('preventedCount', { yes, partly, no })}</p>
      <ul className={css['list']}>
        {recurrenceAnswers.map(({ answer, at, person, postmortem }) => (
          <li key={postmortem.key}>
            <p className={css['what']}>
              <Link to="/postmortems/$key" params={{ key: postmortem.key }}>
                <span className={css['key']}>{postmortem.key}</span>
                <span lang={tagOf(postmortem.language)} dir="auto">
                  {postmortem.title}
                </span>
              </Link>
            </p>
            <p className={css['how']}>
              <b>{t(`answer${answer}`)}</b>
              {person && <span dir="auto">{person.name}</span>}
              <Day at={at} />
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
