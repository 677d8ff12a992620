import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { buttonClass } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { ActionsBlock } from './actions-block.js';
import { AttachmentsBlock } from './attachments-block.js';
import { CaseHead } from './case-head.js';
import { CaseRail } from './case-rail.js';
import css from './case-view.module.css';
import { useCase } from './case-context.js';
import { useCaseKeys } from './case-keys.js';
import { FactorsBlock } from './factors-block.js';
import { FindingsBlock } from './findings-block.js';
import { HelpedToggle } from './helped-toggle.js';
import { HistoryBlock } from './history-block.js';
import { partsOf, type Part } from './parts-of.js';
import { PracticesBlock } from './practices-block.js';
import { ProseBlocks } from './prose-blocks.js';
import { RelatedBlock } from './related-block.js';
import { TimelineBlock } from './timeline-block.js';
import { useAnchor } from './use-anchor.js';
import { useCurrentPart } from './use-current-part.js';
import { useUnfoldedPrint } from './use-unfolded-print.js';

/** The parts that are not prose, by their names. */
const BLOCKS: Readonly<Record<string, (props: { readonly part: Part }) => React.ReactNode>> = {
  timeline: TimelineBlock,
  factors: FactorsBlock,
  findings: FindingsBlock,
  practices: PracticesBlock,
  actions: ActionsBlock,
  links: RelatedBlock,
  attachments: AttachmentsBlock,
  history: HistoryBlock,
};

/** The case itself: the rail, and the one column that is read. */
export function CaseView() {
  const { t } = useTranslation('case');
  const { postmortem, mayEdit, isClosed, editing, lang } = useCase();
  const parts = partsOf(postmortem, mayEdit, t);
  const current = useCurrentPart(parts.map(({ id }) => id));
  useAnchor();
  useCaseKeys(parts.find(({ id }) => id === current)?.block);
  useUnfoldedPrint();
  return (
    <div className={css['page']}>
      {!isClosed && <CaseRail parts={parts} current={current} />}
      <article className={css['column']} data-case-language={lang}>
        {isClosed && <Closed isWriting={editing !== undefined} />}
        <CaseHead parts={parts} />
        <ProseBlocks parts={parts} />
        {parts.map((part) => {
          const Block = BLOCKS[part.id];
          return Block && <Block key={part.id} part={part} />;
        })}
        <HelpedToggle />
      </article>
    </div>
  );
}

/** Says that the case was taken away from the reader while they had it before them. */
function Closed({ isWriting }: { readonly isWriting: boolean }) {
  const { t } = useTranslation('case');
  return (
    <div className={css['closed']}>
      <h1 className="visually-hidden">{t('noLongerOpenTitle')}</h1>
      <Notice
        kind="warn"
        action={
          <Link to="/" className={buttonClass()}>
            {t('toLibrary')}
          </Link>
        }
      >
        {t('noLongerOpen')} {isWriting && t('keepWhatYouWrite')}
      </Notice>
    </div>
  );
}
