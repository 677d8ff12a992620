import { lazy, Suspense, useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { Failure } from '../app/failure.js';
import { tagOf } from '../app/language.js';
import { say } from '../app/said.js';
import { useAllCaseActions } from '../case/case-actions.js';
import type { CaseOnPage } from '../case/case-on-page.js';
import type { CaseActionFragment } from '../gql/documents.js';
import { Skeleton } from '../ui/notice.js';
import { ActionLine } from './actions/action-line.js';
import type { ActionAct } from './actions/action-menu-items.js';
import { actionMaker, actionRules, newAction, presentAction } from './actions/action-values.js';
import css from './actions/actions.module.css';
import { useLeaving } from './actions/use-leaving.js';
import { EditorFrame } from './entries/editor-frame.js';
import { freshKey } from './entries/fresh-key.js';
import { movedInGroup } from './entries/list.js';
import { NewLine } from './entries/new-line.js';
import { useEntries } from './entries/use-entries.js';
import { useGradual } from './entries/use-gradual.js';

const KinBlock = lazy(() => import('../kin/kin-block.js').then((m) => ({ default: m.KinBlock })));

interface ActionsEditorProps {
  readonly postmortem: CaseOnPage;
  readonly onDone: () => void;
}

/** What is done about it: added by its title, completed and edited where it stands. */
export function ActionsEditor(props: ActionsEditorProps) {
  const { actionItems, error, refetch } = useAllCaseActions(props.postmortem.id);
  if (actionItems) return <Opened {...props} actionItems={actionItems} />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  return <Skeleton lines={6} />;
}

function Opened({
  postmortem,
  onDone,
  actionItems,
}: ActionsEditorProps & { readonly actionItems: readonly CaseActionFragment[] }) {
  const { t } = useTranslation('parts');
  const { id, language } = postmortem;
  const present = useMemo(() => actionItems.map(presentAction), [actionItems]);
  const edited = useEntries(`${id}/actions`, present, actionRules, () => actionMaker(id));
  const { entries, store, troubles } = edited;
  const { leaving, leave, stay } = useLeaving(store);
  const drawn = useGradual(entries.length);
  const items = useMemo(() => new Map(actionItems.map((item) => [item.id, item])), [actionItems]);
  const block = useRef<HTMLDivElement>(null);
  const toNew = useCallback((): void => {
    block.current?.querySelector<HTMLElement>('[data-new-line]')?.focus();
  }, []);
  const act = useCallback(
    (key: string, what: ActionAct): void => {
      const title = store.get().entries.find((each) => each.key === key)?.values.title ?? '';
      if (what === 'remove') {
        leave(key);
        toNew();
        say({
          text: t('entryRemoved', { text: title.slice(0, 60) }),
          undo: () => {
            stay(key);
          },
        });
        return;
      }
      store.edit((all) => movedInGroup(all, key, what, () => ''));
      // A browser lets go of what is moved.
      requestAnimationFrame(() => {
        const line = block.current?.querySelector(`[data-action="${CSS.escape(key)}"] textarea`);
        if (line instanceof HTMLElement) line.focus();
      });
    },
    [store, leave, stay, toNew, t],
  );
  return (
    <EditorFrame
      label={t('actions')}
      help={t('actionsHelp')}
      keys={t('actionsKeys')}
      entries={edited}
      onDone={onDone}
    >
      <div ref={block}>
        <ul className={css['list']}>
          {entries
            .filter(({ key }) => !leaving.has(key))
            .slice(0, drawn)
            .map((entry) => (
              <ActionLine
                key={entry.key}
                entry={entry}
                item={items.get(store.idOf(entry.key) ?? '')}
                store={store}
                trouble={troubles.get(entry.key)}
                lang={tagOf(language)}
                onAct={act}
                onNext={toNew}
              />
            ))}
        </ul>
        <NewLine
          name={`${id}/actions/new`}
          label={t('actionNew')}
          placeholder={t('actionPlaceholder')}
          lang={tagOf(language)}
          isSingle
          onAdd={(title) => {
            store.edit((all) => [
              ...all,
              { key: freshKey(), parent: null, values: newAction(title) },
            ]);
          }}
        />
      </div>
      <Suspense>
        <KinBlock postmortemId={id} mayAnswer />
      </Suspense>
    </EditorFrame>
  );
}
