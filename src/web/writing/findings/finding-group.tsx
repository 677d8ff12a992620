import { Ellipsis } from 'lucide-react';
import { memo, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { say } from '../../app/said.js';
import type { LanguageTag } from '../../app/language.js';
import type { FindingKind } from '../../gql/documents.js';
import { Button } from '../../ui/button.js';
import { Menu } from '../../ui/menu.js';
import { freshKey } from '../entries/fresh-key.js';
import { GrowText } from '../entries/grow-text.js';
import { movedInGroup, putBack } from '../entries/list.js';
import { NewLine } from '../entries/new-line.js';
import type { Entry } from '../entries/steps.js';
import type { EntryStore, Trouble } from '../entries/store.js';
import { TroubleNote } from '../entries/trouble-note.js';
import { FindingMenuItems, type FindingAct } from './finding-menu-items.js';
import type { FindingValues } from './finding-values.js';
import css from './findings.module.css';

interface FindingGroupProps {
  readonly kind: FindingKind;
  readonly entries: readonly Entry<FindingValues>[];
  readonly store: EntryStore<FindingValues>;
  readonly troubles: ReadonlyMap<string, Trouble<FindingValues>>;
  readonly lang: LanguageTag;
  /** Where a line that is not added yet is kept. */
  readonly name: string;
}

/** What was learnt of one kind, and a line for the next. */
export function FindingGroup({ kind, entries, store, troubles, lang, name }: FindingGroupProps) {
  const { t } = useTranslation(['parts', 'vocabulary']);
  const group = useRef<HTMLElement>(null);
  const title = t(`vocabulary:finding${kind}`);
  return (
    <section className={css['group']} aria-label={title} ref={group}>
      <h3>{title}</h3>
      <p className={css['ask']}>{t(`findingAsk${kind}`)}</p>
      <ul className={css['list']}>
        {entries.map((entry) => (
          <FindingLine
            key={entry.key}
            entry={entry}
            store={store}
            trouble={troubles.get(entry.key)}
            lang={lang}
            onNext={() => {
              group.current?.querySelector<HTMLElement>('[data-new-line]')?.focus();
            }}
          />
        ))}
      </ul>
      <NewLine
        name={name}
        label={t('findingNew', { group: title })}
        placeholder={t('findingPlaceholder')}
        lang={lang}
        onAdd={(text) => {
          store.edit((all) => [...all, { key: freshKey(), parent: null, values: { kind, text } }]);
        }}
      />
    </section>
  );
}

const FindingLine = memo(function FindingLine({
  entry: { key, values },
  store,
  trouble,
  lang,
  onNext,
}: {
  readonly entry: Entry<FindingValues>;
  readonly store: EntryStore<FindingValues>;
  readonly trouble: Trouble<FindingValues> | undefined;
  readonly lang: LanguageTag;
  readonly onNext: () => void;
}) {
  const { t } = useTranslation(['parts', 'vocabulary']);
  const line = useRef<HTMLLIElement>(null);
  const act = (what: FindingAct): void => {
    const before = store.get().entries;
    if (what === 'up' || what === 'down') {
      store.edit((all) => movedInGroup(all, key, what, ({ kind }) => kind));
      // A browser lets go of what is moved.
      requestAnimationFrame(() => line.current?.querySelector('textarea')?.focus());
    } else if (what === 'remove') {
      store.edit((all) => all.filter((each) => each.key !== key));
      onNext();
      if (values.text.trim() === '') return;
      say({
        text: t('entryRemoved', { text: values.text.slice(0, 60) }),
        undo: () => {
          store.edit((all) => putBack(all, before, key));
        },
      });
    } else {
      store.edit((all) => {
        const moving = all.find((each) => each.key === key);
        const rest = all.filter((each) => each.key !== key);
        return moving ? [...rest, { ...moving, values: { ...moving.values, kind: what } }] : all;
      });
      say({
        text: t('findingMoved', { group: t(`vocabulary:finding${what}`) }),
        undo: () => {
          store.edit((all) =>
            putBack(
              all.filter((each) => each.key !== key),
              before,
              key,
            ),
          );
        },
      });
    }
  };
  return (
    <li ref={line}>
      <div className={css['line']}>
        <GrowText
          label={t(`vocabulary:finding${values.kind}`)}
          lang={lang}
          value={values.text}
          onChange={(event) => {
            store.set(key, { text: event.currentTarget.value }, 'soon');
          }}
          onBlur={() => void store.save()}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            const isMove = event.altKey && /^Arrow(Up|Down)$/.test(event.key);
            if (isMove) act(event.key === 'ArrowUp' ? 'up' : 'down');
            else if (event.key === 'Enter' && !event.shiftKey) onNext();
            else if (event.key === 'Backspace' && values.text === '') act('remove');
            else return;
            event.preventDefault();
          }}
        />
        <Menu
          trigger={
            <Button
              kind="quiet"
              size="small"
              icon={<Ellipsis aria-hidden />}
              aria-label={t('entryMenu', { text: values.text.slice(0, 80) })}
            />
          }
        >
          <FindingMenuItems kind={values.kind} onAct={act} />
        </Menu>
      </div>
      <TroubleNote
        trouble={trouble}
        textOf={({ text }) => text}
        onSettle={(whose) => {
          store.settle(key, whose);
        }}
      />
    </li>
  );
});
