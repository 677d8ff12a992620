import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useAsk } from '../app/ask.js';
import { ActionAlternativesDocument } from '../gql/documents.js';
import { Notice } from '../ui/notice.js';

const OPEN: ReadonlySet<string> = new Set(['PROPOSED', 'COMMITTED', 'IN_PROGRESS']);

/** Says, before an action is promised, what could be done instead of it and stays open. */
export function OpenAlternatives({ id }: { readonly id: string }) {
  const { t } = useTranslation('ties');
  const { data } = useAsk(ActionAlternativesDocument, { id });
  const open = (data?.actionItem?.links ?? []).filter(
    ({ kind, actionItem }) => kind === 'ALTERNATIVE' && OPEN.has(actionItem.status),
  );
  if (open.length === 0) return null;
  return (
    <Notice kind="warn">
      {t('stayOpen')}
      <ul>
        {open.map(({ id: linkId, actionItem: { key, title } }) => (
          <li key={linkId}>
            <Link to="/actions/$key" params={{ key }} target="_blank">
              {key} <span dir="auto">{title}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
