import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { tagOf } from '../app/language.js';
import type { ActionOnPageFragment, ActionRowFragment } from '../gql/documents.js';
import { ActionState } from '../ui/badge.js';
import { Prose } from '../ui/prose.js';
import { ActionHistory } from './action-history.js';
import css from './action-page.module.css';
import { DueWords } from './due-cell.js';

/** What is written about an action, what has come of it, and what else its case asks for. */
export function ActionDetails({
  item,
  others,
}: {
  readonly item: ActionOnPageFragment;
  /** All actions of its case. */
  readonly others: readonly ActionRowFragment[];
}) {
  const { t } = useTranslation('action');
  const lang = tagOf(item.postmortem.language);
  return (
    <div className={css['main']}>
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
      <section>
        <h2>{t('history')}</h2>
        <ActionHistory item={item} />
      </section>
      <section>
        <h2>{t('others')}</h2>
        <Others items={others.filter(({ id }) => id !== item.id)} />
      </section>
    </div>
  );
}

function Others({ items }: { readonly items: readonly ActionRowFragment[] }) {
  const { t } = useTranslation('action');
  if (items.length === 0) return <p className={css['none']}>{t('noOthers')}</p>;
  return (
    <ul className={css['others']}>
      {items.map((item) => (
        <li key={item.id}>
          <Link to="/actions/$key" params={{ key: item.key }}>
            <span className={css['caseKey']}>{item.key}</span>
            <span lang={tagOf(item.postmortem.language)} dir="auto">
              {item.title}
            </span>
          </Link>
          <span className={css['how']}>
            <ActionState of={item.status} />
            {item.owner && <span dir="auto">{item.owner.name}</span>}
            {item.dueOn !== null && <DueWords of={item} />}
          </span>
        </li>
      ))}
    </ul>
  );
}
