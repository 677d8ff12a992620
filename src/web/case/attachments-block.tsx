import { FileText, Image } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Day } from '../ui/instant.js';
import css from './attachments-block.module.css';
import { CaseBlock } from './case-block.js';
import { useCase } from './case-context.js';
import type { Part } from './parts-of.js';

/** Each is so many times the one before. */
const UNITS = ['byte', 'kilobyte', 'megabyte'] as const;

/** The files that are kept with the case. */
export function AttachmentsBlock({ part }: { readonly part: Part }) {
  const { i18n } = useTranslation();
  const { attachments } = useCase().postmortem;
  return (
    <CaseBlock part={part}>
      <ul className={css['files']}>
        {attachments.map(({ id, name, url, bytes, isImage, createdAt, uploadedBy }) => (
          <li key={id}>
            {isImage ? <Image aria-hidden /> : <FileText aria-hidden />}
            <a href={url} dir="auto" {...(isImage ? { target: '_blank', rel: 'noopener' } : {})}>
              {name}
            </a>
            <span className={css['facts']}>
              <span>{sizeOf(bytes, i18n.language)}</span>
              {uploadedBy && <span dir="auto">{uploadedBy.name}</span>}
              <Day at={createdAt} />
            </span>
          </li>
        ))}
      </ul>
    </CaseBlock>
  );
}

/** A number of bytes as people say it: `340 kB`. */
function sizeOf(bytes: number, language: string): string {
  let amount = bytes;
  let place = 0;
  while (amount >= 1_000 && place < UNITS.length - 1) {
    amount /= 1_000;
    place += 1;
  }
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: UNITS[place] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: amount < 10 && place > 0 ? 1 : 0,
  }).format(amount);
}
