import { ChevronDown, ChevronRight, Ellipsis } from 'lucide-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ActionMoves } from '../../action/action-moves.js';
import type { LanguageTag } from '../../app/language.js';
import type { ActionPriority, ActionType, CaseActionFragment } from '../../gql/documents.js';
import { Button } from '../../ui/button.js';
import { Menu } from '../../ui/menu.js';
import { calendarDay } from '../../ui/time.js';
import { GrowText } from '../entries/grow-text.js';
import { QuietChoice } from '../entries/quiet-choice.js';
import type { Entry } from '../entries/steps.js';
import type { EntryStore, Trouble } from '../entries/store.js';
import { TroubleNote } from '../entries/trouble-note.js';
import { ActionMenuItems, type ActionAct } from './action-menu-items.js';
import { ActionMore } from './action-more.js';
import { ACTION_TYPES, PRIORITIES, type ActionValues } from './action-values.js';
import css from './actions.module.css';
import shared from '../entries/entries.module.css';
import { titleHint } from './title-hint.js';

interface ActionLineProps {
  readonly entry: Entry<ActionValues>;
  /** What the server knows of it besides; undefined until it has it. */
  readonly item: CaseActionFragment | undefined;
  readonly store: EntryStore<ActionValues>;
  readonly trouble: Trouble<ActionValues> | undefined;
  readonly lang: LanguageTag;
  readonly onAct: (key: string, what: ActionAct) => void;
  readonly onNext: () => void;
}

/** One action item, each of its parts editable where it stands. */
export const ActionLine = memo(function ActionLine(props: ActionLineProps) {
  const { entry, item, store, trouble, lang, onAct, onNext } = props;
  const { t, i18n } = useTranslation('parts');
  const { key, values } = entry;
  const [isOpen, setOpen] = useState(false);
  const hint = titleHint(values.title);
  const who = values.owner?.name ?? item?.ownerText ?? values.team?.name;
  return (
    <li className={css['line']} data-action={key}>
      <div className={css['main']}>
        <GrowText
          label={t('actionTitle', { key: item?.key ?? '' })}
          lang={lang}
          value={values.title}
          onChange={(event) => {
            store.set(key, { title: event.currentTarget.value }, 'soon');
          }}
          onBlur={() => void store.save()}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            const isMove = event.altKey && /^Arrow(Up|Down)$/.test(event.key);
            if (isMove) onAct(key, event.key === 'ArrowUp' ? 'up' : 'down');
            else if (event.key === 'Enter') onNext();
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
              aria-label={t('entryMenu', { text: values.title.slice(0, 80) })}
            />
          }
        >
          <ActionMenuItems
            onAct={(what) => {
              onAct(key, what);
            }}
          />
        </Menu>
      </div>
      {hint && <p className={css['hint']}>{t(`actionHint_${hint}`)}</p>}
      <div className={css['facts']}>
        {item && <span className={css['key']}>{item.key}</span>}
        {item && <ActionMoves item={item} />}
        <ActionKind entry={entry} store={store} />
        <Button
          kind="quiet"
          size="small"
          className={shared['toggle'] ?? ''}
          aria-expanded={isOpen}
          icon={isOpen ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          <span dir="auto">{who ?? t('actionNobody')}</span> ·{' '}
          <span>
            {values.dueOn === null ? t('actionNoDate') : calendarDay(values.dueOn, i18n.language)}
          </span>
        </Button>
      </div>
      {isOpen && (
        <ActionMore entry={entry} ownerText={item?.ownerText ?? null} store={store} lang={lang} />
      )}
      <TroubleNote
        trouble={trouble}
        textOf={(theirs) =>
          [theirs.title, theirs.priority, theirs.owner?.name, theirs.dueOn]
            .filter((each) => each)
            .join(' · ')
        }
        onSettle={(whose) => {
          store.settle(key, whose);
        }}
      />
    </li>
  );
});

/** What it is for, and how soon. */
function ActionKind({
  entry: {
    key,
    values: { type, priority },
  },
  store,
}: Pick<ActionLineProps, 'entry' | 'store'>) {
  const { t } = useTranslation(['parts', 'vocabulary']);
  return (
    <>
      <QuietChoice<ActionPriority | ''>
        label={t('actionPriority')}
        value={priority ?? ''}
        isSet={priority !== null}
        onChange={(next) => {
          store.set(key, { priority: next || null });
        }}
      >
        <option value="">{t('actionNoPriority')}</option>
        {PRIORITIES.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </QuietChoice>
      <QuietChoice<ActionType | ''>
        label={t('actionType')}
        value={type ?? ''}
        isSet={type !== null}
        onChange={(next) => {
          store.set(key, { type: next || null });
        }}
      >
        <option value="">{t('actionNoType')}</option>
        {ACTION_TYPES.map((each) => (
          <option key={each} value={each}>
            {t(`vocabulary:type${each}`)}
          </option>
        ))}
      </QuietChoice>
    </>
  );
}
