import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { tagOf } from '../app/language.js';
import type { ActionOnPageFragment, ActionRowFragment } from '../gql/documents.js';
import { ActionTies } from '../ties/action-ties.js';
import { Prose } from '../ui/prose.js';
import { ActionHistory } from './action-history.js';
import { ActionLines } from './action-lines.js';
import css from './action-page.module.css';

/** What is written about an action, what has come of it, and what else its case asks for. */
export function ActionDetails({
  item,
  others,
  count,
}: {
  readonly item: ActionOnPageFragment;
  /** The first actions of its case. */
  readonly others: readonly ActionRowFragment[];
  /** How many there are in its case. */
  readonly count: number;
}) {
  const { t } = useTranslation('action');
  const lang = tagOf(item.postmortem.language);
  const siblings = others.filter(({ id }) => id !== item.id);
  return (
    <div className={css['main']}>
      {item.doneWhenHtml !== null && (
        <section>
          <h2>{t('doneWhen')}</h2>
          <Prose html={item.doneWhenHtml} lang={lang} />
        </section>
      )}
      <section>
        <h2>{t('detail')}</h2>
        {item.detailHtml === null ? (
          <p className={css['none']}>{t('noDetail')}</p>
        ) : (
          <Prose html={item.detailHtml} lang={lang} />
        )}
      </section>
      {item.evidenceHtml !== null && (
        <section>
          <h2>{t('evidence')}</h2>
          <Prose html={item.evidenceHtml} lang={lang} />
        </section>
      )}
      <ActionTies item={item} />
      <section>
        <h2>{t('history')}</h2>
        <ActionHistory item={item} />
      </section>
      <section>
        <h2>{t('others')}</h2>
        {siblings.length === 0 ? (
          <p className={css['none']}>{t('noOthers')}</p>
        ) : (
          <ActionLines items={siblings} />
        )}
        {count > others.length && (
          <p>
            <Link to="/postmortems/$key" params={{ key: item.postmortem.key }} hash="actions">
              {t('allOthers', { count })}
            </Link>
          </p>
        )}
      </section>
    </div>
  );
}
