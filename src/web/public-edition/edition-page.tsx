import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useAsk } from '../app/ask.js';
import { Failure, NothingHere } from '../app/failure.js';
import { tagOf } from '../app/language.js';
import { useTitle } from '../app/title.js';
import { DiffTable } from '../case/diff-table.js';
import { PublicEditionPageDocument } from '../gql/documents.js';
import { usePartNames } from '../sign-off/part-names.js';
import { Notice, Skeleton } from '../ui/notice.js';
import type { EditedCase } from './edited-case.js';
import { EditionChoices } from './edition-choices.js';
import { EditionFindings, EditionReplacements } from './edition-check.js';
import { EditionHead } from './edition-head.js';
import css from './public-edition.module.css';

const route = getRouteApi('/postmortems/$key/public-edition');

/** The edition of a case for everybody beside what stands inside, and the way out. */
export function EditionPage() {
  const { t } = useTranslation('publicEdition');
  const { key } = route.useParams();
  const { data, error, refetch } = useAsk(PublicEditionPageDocument, { key });
  const postmortem = data?.postmortem;
  useTitle(postmortem ? `${t('title')} · ${postmortem.key} ${postmortem.title}` : key);
  if (!data) return error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton />;
  if (!postmortem) return <NothingHere />;
  const { publicEdition: edition, publicEditionActs: acts } = postmortem;
  const lang = tagOf(postmortem.language);
  return (
    <div className={css['page']}>
      <p className={css['case']}>
        <Link to="/postmortems/$key" params={{ key }}>
          <span className={css['key']}>{key}</span>{' '}
          <span lang={lang} dir="auto">
            {postmortem.title}
          </span>
        </Link>
      </p>
      <h1>{t('title')}</h1>
      <p className={css['lead']}>{t('lead')}</p>
      <Obstacles of={postmortem} />
      {edition && <EditionHead postmortem={postmortem} edition={edition} />}
      {edition && <EditionFindings findings={edition.findings} lang={tagOf(edition.language)} />}
      {edition && (
        <section className={css['part']} aria-labelledby="edition-diff">
          <h2 id="edition-diff">{t('compare')}</h2>
          <p className={css['lead']}>{t('compareLead')}</p>
          <div lang={tagOf(edition.language)}>
            <DiffTable
              before={edition.insideMarkdown}
              after={edition.markdown}
              names={[t('inside'), t('outside')]}
            />
          </div>
        </section>
      )}
      {edition && (
        <EditionReplacements replacements={edition.replacements} lang={tagOf(edition.language)} />
      )}
      {acts.includes('MAKE') && (
        <EditionChoices key={edition?.version ?? 0} postmortem={postmortem} />
      )}
      {!edition && acts.length === 0 && <Notice>{t('none')}</Notice>}
    </div>
  );
}

/** Why a case cannot go out, or what has happened to it since. */
function Obstacles({
  of: { status, visibility, publicEdition, key },
}: {
  readonly of: EditedCase;
}) {
  const { t } = useTranslation('publicEdition');
  const nameParts = usePartNames();
  if (visibility === 'RESTRICTED') return <Notice kind="warn">{t('isRestricted')}</Notice>;
  if (status !== 'APPROVED' && status !== 'PUBLISHED') {
    return <Notice kind="warn">{t('isTooEarly')}</Notice>;
  }
  if (!publicEdition || publicEdition.changedParts.length === 0) return null;
  return (
    <Notice kind="warn">
      {t('caseChanged', { parts: nameParts(publicEdition.changedParts) })}{' '}
      <Link to="/postmortems/$key/history" params={{ key }}>
        {t('seeHistory')}
      </Link>
    </Notice>
  );
}
