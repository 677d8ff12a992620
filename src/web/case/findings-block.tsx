import { useTranslation } from 'react-i18next';

import { CommentButton } from '../comments/comment-button.js';
import type { FindingKind } from '../gql/documents.js';
import { Line } from '../ui/line.js';
import { CaseBlock } from './case-block.js';
import { useCase } from './case-context.js';
import css from './findings-block.module.css';
import type { Part } from './parts-of.js';

const KINDS = ['WENT_WELL', 'WENT_WRONG', 'LUCKY', 'SURPRISED'] as const satisfies FindingKind[];

/** What was learnt, by how it came. */
export function FindingsBlock({ part }: { readonly part: Part }) {
  const { t } = useTranslation('vocabulary');
  const { postmortem, lang } = useCase();
  const { findings } = postmortem;
  const groups = KINDS.map((kind) => ({
    kind,
    members: findings.filter((finding) => finding.kind === kind),
  })).filter(({ members }) => members.length > 0);
  return (
    <CaseBlock part={part} isEmpty={findings.length === 0}>
      <div className={css['groups']}>
        {groups.map(({ kind, members }) => (
          <section key={kind} className={`${css['group']} ${css[kind] ?? ''}`}>
            <h3>{t(`finding${kind}`)}</h3>
            <ul>
              {members.map(({ id, text }) => (
                <li key={id}>
                  <Line text={text} lang={lang} />{' '}
                  <CommentButton place={{ part: 'FINDING', partId: id }} name={text} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </CaseBlock>
  );
}
