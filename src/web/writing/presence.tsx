import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { say } from '../app/said.js';
import { Hint } from '../ui/hint.js';
import { useBlock, useOthers, type Other } from './attendance.js';
import { useBlockName, type CaseWithSections } from './block-name.js';
import { initials } from './initials.js';
import css from './presence.module.css';

/** Who else is at the case, and what they write. */
export function CasePresence({ postmortem }: { readonly postmortem: CaseWithSections }) {
  const { t } = useTranslation('prose');
  const others = useOthers(postmortem.id);
  const nameOf = useBlockName(postmortem);
  useTellOfCompany(others, nameOf);
  if (others.length === 0) return null;
  const doing = ({ person: { name }, writing }: Other): string =>
    writing === null ? t('isReading', { name }) : t('isWriting', { name, part: nameOf(writing) });
  const writers = others.filter(({ writing }) => writing !== null);
  return (
    <div className={css['presence']} role="group" aria-label={t('others')}>
      <ul className={css['people']}>
        {others.map((other) => (
          <li key={other.person.id}>
            <Hint text={doing(other)}>
              <span
                className={`${css['person']} ${other.writing === null ? '' : css['writes']}`}
                tabIndex={0}
                role="img"
                aria-label={doing(other)}
              >
                {initials(other.person.name)}
              </span>
            </Hint>
          </li>
        ))}
      </ul>
      {writers[0] && (
        <span className={css['words']} aria-live="polite">
          {doing(writers[0])}
          {writers.length > 1 && ` +${writers.length - 1}`}
        </span>
      )}
    </div>
  );
}

/** Says it when somebody begins to write what we are writing. */
function useTellOfCompany(others: readonly Other[], nameOf: (block: string) => string): void {
  const { t } = useTranslation('prose');
  const block = useBlock();
  const known = useRef(new Set<string>());
  useEffect(() => {
    // An editor of prose says it itself, for as long as it holds.
    const isSaid = block === undefined || /^(summary$|section-)/.test(block);
    const here = others.filter(({ writing }) => !isSaid && writing === block);
    for (const { person } of here) {
      if (known.current.has(person.id)) continue;
      say({
        text: t('alsoWriting', { name: person.name, part: nameOf(block ?? '') }),
        staysMs: 10_000,
      });
    }
    known.current = new Set(here.map(({ person }) => person.id));
  }, [others, block, nameOf, t]);
}
