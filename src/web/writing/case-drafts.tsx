import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useAsk, useChange } from '../app/ask.js';
import { useCopy } from '../app/copy.js';
import { useViewer } from '../app/viewer.js';
import { caseAddress } from '../case/case-address.js';
import type { CaseOnPage } from '../case/case-on-page.js';
import { CaseDraftsDocument, DiscardDraftDocument } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Ago } from '../ui/instant.js';
import { Notice } from '../ui/notice.js';
import { useBlock } from './attendance.js';
import { useBlockName } from './block-name.js';
import css from './case-drafts.module.css';
import { blockOfDraft } from './draft-block.js';
import { dropDraft, keptDrafts } from './draft-store.js';
import { readPartName } from './part.js';

interface Kept {
  readonly part: string;
  readonly text: string;
  readonly updatedAt: string;
}

/** Says on the page of a case what its reader has written there and not saved. */
export function CaseDrafts({ postmortem }: { readonly postmortem: CaseOnPage }) {
  const { t } = useTranslation('prose');
  const viewer = useViewer();
  const block = useBlock();
  const { data } = useAsk(CaseDraftsDocument, { id: postmortem.id }, { when: block === undefined });
  if (!viewer || block !== undefined) return null;
  const local = keptDrafts(postmortem.id).map(({ part, text, at }) => ({
    part,
    text,
    updatedAt: new Date(at).toISOString(),
  }));
  const remote = data?.postmortem?.drafts ?? [];
  const drafts = [
    ...local,
    ...remote.filter(({ part }) => !local.some((each) => each.part === part)),
  ];
  if (drafts.length === 0) return null;
  return (
    <Notice>
      <p className={css['lead']}>{t('draftsHere', { count: drafts.length })}</p>
      <ul className={css['drafts']}>
        {drafts.map((draft) => (
          <DraftLine key={draft.part} draft={draft} postmortem={postmortem} />
        ))}
      </ul>
    </Notice>
  );
}

function DraftLine({
  draft: { part, text, updatedAt },
  postmortem,
}: {
  readonly draft: Kept;
  readonly postmortem: CaseOnPage;
}) {
  const { t } = useTranslation('prose');
  const nameOf = useBlockName(postmortem);
  const copy = useCopy();
  const { mutate, isPending } = useChange(DiscardDraftDocument);
  const block = blockOfDraft(part, postmortem.sections);
  if (block !== null) {
    const { edit } = caseAddress({ edit: block });
    return (
      <li>
        <Link
          to="/postmortems/$key"
          params={{ key: postmortem.key }}
          search={edit === undefined ? {} : { edit }}
        >
          {nameOf(block)}
        </Link>{' '}
        <Ago at={updatedAt} />
      </li>
    );
  }
  const prose = readPartName(part);
  const heading = prose?.kind === 'section' ? prose.heading : part;
  return (
    <li>
      {t('block_section', { heading })} <Ago at={updatedAt} /> · {t('noLongerThere')}{' '}
      <Button
        size="small"
        onClick={() => {
          copy(text);
        }}
      >
        {t('copyMyText')}
      </Button>{' '}
      <Button
        size="small"
        kind="quiet"
        disabled={isPending}
        onClick={() => {
          dropDraft(postmortem.id, part);
          mutate({ id: postmortem.id, part });
        }}
      >
        {t('discard')}
      </Button>
    </li>
  );
}
