import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useAsk } from '../app/ask.js';
import { Failure } from '../app/failure.js';
import type { LanguageTag } from '../app/language.js';
import { CaseRevisionDocument } from '../gql/documents.js';
import { Choice } from '../ui/field.js';
import { Skeleton } from '../ui/notice.js';
import css from './comparison.module.css';
import { DiffTable } from './diff-table.js';

const route = getRouteApi('/postmortems/$key/history');

/** What two revisions differ in, as the Markdown that they are exported as. */
export function Comparison({
  id,
  newest,
  from,
  to,
  language,
}: {
  readonly id: string;
  readonly newest: number;
  readonly from: number;
  readonly to: number;
  readonly language: LanguageTag;
}) {
  const { t } = useTranslation('case');
  const navigate = route.useNavigate();
  const before = useAsk(CaseRevisionDocument, { id, number: from }, { keep: true });
  const after = useAsk(CaseRevisionDocument, { id, number: to }, { keep: true });
  const error = before.error ?? after.error;
  const old = before.data?.revision;
  const now = after.data?.revision;
  const options = Array.from({ length: newest }, (_, place) => {
    const number = `${newest - place}`;
    return { value: number, label: `v${number}` };
  });
  const choose = (chosen: { from?: string; to?: string }): void => {
    void navigate({
      search: (search) => ({ from: `${from}`, to: `${to}`, ...search, ...chosen }),
      replace: true,
      resetScroll: false,
    });
  };
  return (
    <section aria-label={t('changes')} className={css['comparison']}>
      <div className={css['choice']}>
        <Choice
          label={t('compareFrom')}
          value={`${from}`}
          options={options}
          onChange={(value) => {
            choose({ from: value });
          }}
        />
        <Choice
          label={t('compareTo')}
          value={`${to}`}
          options={options}
          onChange={(value) => {
            choose({ to: value });
          }}
        />
      </div>
      {error && (
        <Failure
          error={error}
          onRetry={() => {
            void before.refetch();
            void after.refetch();
          }}
        />
      )}
      {old && now ? (
        <div lang={language}>
          <DiffTable
            before={textOf(old.markdown)}
            after={textOf(now.markdown)}
            names={[`v${old.number}`, `v${now.number}`]}
          />
        </div>
      ) : (
        !error && <Skeleton lines={8} />
      )}
    </section>
  );
}

/** The file without the moment of its last change, which the list says and which always differs. */
const textOf = (markdown: string): string => markdown.replace(/^updatedAt: .*\n/m, '');
