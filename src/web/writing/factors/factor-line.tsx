import { CornerDownRight, Ellipsis } from 'lucide-react';
import { memo, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';

import type { LanguageTag } from '../../app/language.js';
import type { FactorCategory, Practice } from '../../gql/documents.js';
import { Button } from '../../ui/button.js';
import { Menu } from '../../ui/menu.js';
import { GrowText } from '../entries/grow-text.js';
import { QuietChoice } from '../entries/quiet-choice.js';
import type { Entry } from '../entries/steps.js';
import type { EntryStore, Trouble } from '../entries/store.js';
import { TroubleNote } from '../entries/trouble-note.js';
import { numberOf, STAGES } from '../practices-by-stage.js';
import { FactorMenuItems } from './factor-menu-items.js';
import { CATEGORIES, FACTOR_KINDS, type FactorValues } from './factor-values.js';
import css from './factors.module.css';
import type { LineAct } from './use-outline.js';

interface FactorLineProps {
  readonly entry: Entry<FactorValues>;
  readonly level: number;
  /** What it is the answer to; undefined at the top. */
  readonly above: string | undefined;
  readonly lang: LanguageTag;
  readonly trouble: Trouble<FactorValues> | undefined;
  readonly store: EntryStore<FactorValues>;
  readonly onAct: (key: string, what: LineAct) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>, key: string) => void;
}

/** One factor: what it was, and beneath it what kind. */
export const FactorLine = memo(function FactorLine(props: FactorLineProps) {
  const { entry, level, above, lang, trouble, store, onAct, onKeyDown } = props;
  const { t } = useTranslation(['parts', 'vocabulary']);
  const { key, values } = entry;
  const label =
    above === undefined
      ? t('factorLabel')
      : t('factorLabelWhy', { level, above: above === '' ? t('factorEmpty') : above });
  return (
    <li
      className={css['line']}
      ref={(element) => {
        element?.style.setProperty('--level', String(level - 1));
      }}
    >
      <div className={css['main']}>
        {level > 1 && <CornerDownRight className={css['elbow']} aria-hidden />}
        <GrowText
          label={label}
          lang={lang}
          value={values.text}
          data-line={key}
          placeholder={above === undefined ? t('factorPlaceholder') : t('factorWhyPlaceholder')}
          onChange={(event) => {
            store.set(key, { text: event.currentTarget.value }, 'soon');
          }}
          onKeyDown={(event) => {
            onKeyDown(event, key);
          }}
          onBlur={(event) => {
            delete event.currentTarget.dataset['tabLeads'];
            void store.save();
          }}
        />
        <Menu
          trigger={
            <Button
              kind="quiet"
              size="small"
              icon={<Ellipsis aria-hidden />}
              aria-label={t('factorMenu', { text: values.text.slice(0, 80) })}
            />
          }
        >
          <FactorMenuItems
            onAct={(what) => {
              onAct(key, what);
            }}
          />
        </Menu>
      </div>
      <FactorMeta
        values={values}
        onSet={(changes) => {
          store.set(key, changes);
        }}
      >
        <Button
          kind="quiet"
          size="small"
          className={css['why'] ?? ''}
          onClick={() => {
            onAct(key, 'why');
          }}
        >
          {t('factorWhy')}
        </Button>
      </FactorMeta>
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

function FactorMeta({
  values: { kind, category, practice },
  onSet,
  children,
}: {
  readonly values: FactorValues;
  readonly onSet: (changes: Partial<FactorValues>) => void;
  readonly children: React.ReactNode;
}) {
  const { t } = useTranslation(['parts', 'vocabulary']);
  return (
    <div className={css['meta']}>
      <QuietChoice
        label={t('factorKind')}
        value={kind}
        onChange={(value) => {
          onSet({ kind: value });
        }}
      >
        {FACTOR_KINDS.map((each) => (
          <option key={each} value={each}>
            {t(`vocabulary:factor${each}`)}
          </option>
        ))}
      </QuietChoice>
      <QuietChoice<FactorCategory | ''>
        label={t('factorCategory')}
        value={category ?? ''}
        isSet={category !== null}
        onChange={(value) => {
          onSet({ category: value || null });
        }}
      >
        <option value="">{t('factorNoCategory')}</option>
        {(['internal', 'external'] as const).map((layer) => (
          <optgroup key={layer} label={t(`category_${layer}`)}>
            {CATEGORIES[layer].map((each) => (
              <option key={each} value={each}>
                {t(`vocabulary:category${each}`)}
              </option>
            ))}
          </optgroup>
        ))}
        <option value="UNKNOWN">{t('vocabulary:categoryUNKNOWN')}</option>
      </QuietChoice>
      <QuietChoice<Practice | ''>
        label={t('factorPractice')}
        value={practice ?? ''}
        isSet={practice !== null}
        onChange={(value) => {
          onSet({ practice: value || null });
        }}
      >
        <option value="">{t('factorNoPractice')}</option>
        {STAGES.map(([stage, practices]) => (
          <optgroup key={stage} label={t(`vocabulary:${stage}`)}>
            {practices.map((each) => (
              <option key={each} value={each}>
                {numberOf(each)} {t(`vocabulary:practice${each}`)}
              </option>
            ))}
          </optgroup>
        ))}
      </QuietChoice>
      {children}
    </div>
  );
}
