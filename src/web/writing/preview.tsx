import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { send, type RequestError } from '../app/api.js';
import { Failure } from '../app/failure.js';
import type { LanguageTag } from '../app/language.js';
import { PreviewDocument, type PreviewQuery } from '../gql/documents.js';
import { Skeleton } from '../ui/notice.js';
import { Prose } from '../ui/prose.js';
import css from './prose-desk.module.css';

/** What will become of the text, made by the same renderer as on the page. */
export function Preview({ text, lang }: { readonly text: string; readonly lang: LanguageTag }) {
  const { t } = useTranslation('prose');
  const { data, error, refetch } = useQuery<PreviewQuery, RequestError>({
    queryKey: ['preview', text],
    queryFn: ({ signal }) => send(PreviewDocument, { text }, signal),
    staleTime: 'static',
    gcTime: 0,
    placeholderData: (before) => before,
  });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={4} />;
  if (text.trim() === '') return <p className={css['nothing']}>{t('nothingToPreview')}</p>;
  return <Prose html={data.markdownRender} lang={lang} />;
}
