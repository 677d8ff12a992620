import { useTranslation } from 'react-i18next';

import { CommentButton } from '../comments/comment-button.js';
import { Line } from '../ui/line.js';
import { CaseBlock } from './case-block.js';
import { useCase } from './case-context.js';
import { treesOf, type FactorNode } from './factor-tree.js';
import css from './factors-block.module.css';
import type { Part } from './parts-of.js';
import { numberOf } from './practice-number.js';

/** What made it happen, likelier, longer or worse: each level answers why the one above was so. */
export function FactorsBlock({ part }: { readonly part: Part }) {
  const { postmortem } = useCase();
  const trees = treesOf(postmortem.allFactors);
  return (
    <CaseBlock part={part} isEmpty={trees.length === 0}>
      <ul className={css['roots']}>
        {trees.map((node) => (
          <FactorItem key={node.factor.id} node={node} />
        ))}
      </ul>
    </CaseBlock>
  );
}

function FactorItem({ node: { factor, children } }: { readonly node: FactorNode }) {
  const { t } = useTranslation(['case', 'vocabulary']);
  const { lang } = useCase();
  const { id, text, kind, category, practice } = factor;
  return (
    <li className={css['factor']}>
      <p className={css['text']}>
        <span className={`${css['kind']} ${css[kind] ?? ''}`}>{t(`vocabulary:factor${kind}`)}</span>{' '}
        <Line text={text} lang={lang} />{' '}
        <CommentButton place={{ part: 'FACTOR', partId: id }} name={text} />
      </p>
      {(category !== null || practice !== null) && (
        <p className={css['facts']}>
          {category !== null && <span>{t(`vocabulary:category${category}`)}</span>}
          {practice !== null && (
            <span>
              {numberOf(practice)} {t(`vocabulary:practice${practice}`)}
            </span>
          )}
        </p>
      )}
      {children.length > 0 && (
        <>
          <p className={css['why']}>{t('case:why')}</p>
          <ul className={css['below']}>
            {children.map((node) => (
              <FactorItem key={node.factor.id} node={node} />
            ))}
          </ul>
        </>
      )}
    </li>
  );
}
