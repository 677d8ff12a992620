import { Eye } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { PostmortemStatus } from '../gql/documents.js';
import css from './details.module.css';
import type { DetailsForm } from './details-form.js';

/** Says in words who can read the case if it is saved like this. */
export function WhoReads({
  form,
  status,
}: {
  readonly form: DetailsForm;
  readonly status: PostmortemStatus;
}) {
  const { t, i18n } = useTranslation('prose');
  const involved = [
    ...form.authors,
    ...form.reviewers,
    ...(form.facilitator ? [form.facilitator] : []),
  ];
  const isRestricted = form.visibility === 'RESTRICTED';
  const readers = isRestricted ? [...form.readerPeople, ...form.readerTeams] : [];
  const all = status === 'DRAFT' ? involved : [...involved, ...readers];
  const names = new Intl.ListFormat(i18n.language).format([
    ...new Set(all.map(({ name }) => name)),
  ]);
  const words =
    status === 'DRAFT'
      ? t('readDraft', { names })
      : isRestricted
        ? t('readRestricted', { names })
        : t('readEverybody');
  return (
    <p className={css['who']} role="status">
      <Eye aria-hidden />
      <span>{words}</span>
    </p>
  );
}
