import { useTranslation } from 'react-i18next';

import { useAsk } from '../app/ask.js';
import { CasesSinceVerifiedDocument } from '../gql/documents.js';
import { CaseLine } from '../library/case-line.js';
import css from './kin.module.css';
import { KinReason } from './kin-reason.js';

/** The question of the effect check, beside what tells the answer: the cases like its own since it was verified. */
export function CameBack({ actionItemId }: { readonly actionItemId: string }) {
  const { t } = useTranslation('kin');
  const { data } = useAsk(CasesSinceVerifiedDocument, { id: actionItemId }, { keep: true });
  if (!data) return null;
  const cases = data.casesSinceVerified;
  return (
    <section className={css['check']} aria-labelledby="came-back-heading">
      <h2 id="came-back-heading">{t('cameBack')}</h2>
      <p className={css['means']}>{t(cases.length === 0 ? 'nothingSince' : 'since')}</p>
      {cases.map((kin) => (
        <CaseLine key={kin.postmortem.id} of={kin.postmortem}>
          <KinReason of={kin} />
        </CaseLine>
      ))}
    </section>
  );
}
