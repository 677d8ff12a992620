import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';

import { useAsk } from '../app/ask.js';
import { tagOf } from '../app/language.js';
import { SimilarCasesDocument, type CaseLinkFragment } from '../gql/documents.js';
import { CaseLine } from '../library/case-line.js';
import { Line } from '../ui/line.js';
import { CaseBlock } from './case-block.js';
import { useCase } from './case-context.js';
import { mayEdit } from './may-edit.js';
import type { Part } from './parts-of.js';
import css from './related-block.module.css';

const KinBlock = lazy(() => import('../kin/kin-block.js').then((m) => ({ default: m.KinBlock })));

/** Other cases: those that somebody linked, and those that are about the same. */
export function RelatedBlock({ part }: { readonly part: Part }) {
  const { postmortem } = useCase();
  return (
    <CaseBlock part={part}>
      {postmortem.links.length > 0 && (
        <ul className={css['links']}>
          {postmortem.links.map((link) => (
            <LinkItem key={link.id} link={link} />
          ))}
        </ul>
      )}
      <Suspense>
        <KinBlock postmortemId={postmortem.id} mayAnswer={mayEdit(postmortem)} />
      </Suspense>
      <SimilarCases id={postmortem.id} />
    </CaseBlock>
  );
}

function LinkItem({
  link: { kind, direction, note, postmortem },
}: {
  readonly link: CaseLinkFragment;
}) {
  const { t } = useTranslation(['case', 'vocabulary']);
  const { lang } = useCase();
  const isIncoming = direction === 'INCOMING';
  return (
    <li>
      <p className={css['link']}>
        <span className={css['kind']}>
          <span aria-hidden>{isIncoming ? '←' : '→'}</span> {t(`vocabulary:link${kind}`)}
          <span className="visually-hidden">
            {t(isIncoming ? 'case:linkedFrom' : 'case:linksTo')}
          </span>
        </span>
        <Link to="/postmortems/$key" params={{ key: postmortem.key }}>
          <span className={css['key']}>{postmortem.key}</span>{' '}
          <span lang={tagOf(postmortem.language)} dir="auto">
            {postmortem.title}
          </span>
        </Link>
      </p>
      {note !== null && note !== '' && (
        <p className={css['note']}>
          <Line text={note} lang={isIncoming ? undefined : lang} />
        </p>
      )}
    </li>
  );
}

/** Found by their words; whoever links two cases makes one of these certain. */
function SimilarCases({ id }: { readonly id: string }) {
  const { t } = useTranslation('case');
  const { data } = useAsk(SimilarCasesDocument, { id }, { keep: true });
  if (!data) return <div className={css['place']} aria-hidden />;
  if (data.similarCases.length === 0) return <p className={css['none']}>{t('nothingSimilar')}</p>;
  return (
    <section className={css['similar']} aria-labelledby="similar-heading">
      <h3 id="similar-heading">{t('similar')}</h3>
      {data.similarCases.map(({ postmortem, sharedTerms }) => (
        <CaseLine key={postmortem.key} of={postmortem}>
          {sharedTerms.length > 0 && (
            <p className={css['terms']}>
              {t('sharedTerms')}{' '}
              {sharedTerms.map((term) => (
                <span key={term} className={css['term']} dir="auto">
                  {term}
                </span>
              ))}
            </p>
          )}
        </CaseLine>
      ))}
    </section>
  );
}
