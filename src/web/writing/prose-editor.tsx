import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { send, type RequestError } from '../app/api.js';
import { Failure } from '../app/failure.js';
import { useViewer } from '../app/viewer.js';
import type { CaseOnPage } from '../case/case-on-page.js';
import { WriteProseDocument, type WriteProseQuery } from '../gql/documents.js';
import { Skeleton } from '../ui/notice.js';
import { openingOf } from './draft-choice.js';
import { keptDraft } from './draft-store.js';
import { LostCase } from './lost-case.js';
import { findSection, partName, readPartName, type Part, type PartRef } from './part.js';
import { ProseDesk } from './prose-desk.js';

interface ProseEditorProps {
  readonly postmortem: CaseOnPage;
  readonly onDone: () => void;
  readonly part: Part;
}

/** Writes one piece of prose of a case, from the draft that there is of it, or from what is saved. */
export function ProseEditor(props: ProseEditorProps) {
  const { postmortem, part } = props;
  const { t } = useTranslation('prose');
  const viewer = useViewer();
  const [openedAt] = useState(Date.now);
  const { data, error, refetch } = useQuery<WriteProseQuery, RequestError>({
    // What the page knows may be older than what is there.
    queryKey: ['write-prose', postmortem.id, openedAt],
    queryFn: ({ signal }) => send(WriteProseDocument, { id: postmortem.id }, signal),
    staleTime: 'static',
    gcTime: 0,
  });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data || !viewer) return <Skeleton lines={8} />;
  const ref = refOf(postmortem, part);
  if (!data.postmortem) {
    const kept = keptDraft(postmortem.id, partName(ref));
    return <LostCase text={kept?.text ?? ''} />;
  }
  const label = ref.kind === 'summary' ? t('summary') : ref.heading || t('lead');
  const key = `${partName(ref)}/${openedAt}`;
  return <Opened key={key} {...props} {...{ label, at: ref }} now={data.postmortem} />;
}

function refOf(postmortem: CaseOnPage, part: Part): PartRef {
  if (part.kind === 'summary') return part;
  const { position } = part;
  return { kind: 'section', position, heading: postmortem.sections[position]?.heading ?? '' };
}

type CaseNow = NonNullable<WriteProseQuery['postmortem']>;

/** Finds the place in the case as it is now, and the draft of it. */
function Opened({
  postmortem,
  onDone,
  label,
  at,
  now,
}: ProseEditorProps & {
  readonly label: string;
  readonly at: PartRef;
  readonly now: CaseNow;
}) {
  const [start] = useState(() => {
    const position = at.kind === 'summary' ? null : findSection(at, now.sections);
    const ref = at.kind === 'section' && position !== null ? { ...at, position } : at;
    const saved = ref.kind === 'summary' ? now.summary : (now.sections[position ?? -1]?.body ?? '');
    const remote = draftOf(now, ref);
    const name = remote?.part ?? partName(ref);
    const local = keptDraft(postmortem.id, name) ?? keptDraft(postmortem.id, partName(ref));
    const opening = openingOf({ text: saved, version: now.version }, local, remote);
    return { ref, name, opening };
  });
  return (
    <ProseDesk
      postmortem={postmortem}
      label={label}
      now={now}
      opening={start.opening}
      at={start.ref}
      place={{ caseId: postmortem.id, part: start.name }}
      onDone={onDone}
    />
  );
}

/** The draft of a piece of prose, also if it stood elsewhere when it was begun. */
function draftOf(now: CaseNow, ref: PartRef) {
  const drafts = now.drafts.map((draft) => ({ ...draft, at: Date.parse(draft.updatedAt) }));
  const exact = drafts.find(({ part }) => part === partName(ref));
  if (exact || ref.kind === 'summary') return exact ?? null;
  const moved = drafts.find(({ part }) => {
    const of = readPartName(part);
    return of?.kind === 'section' && findSection(of, now.sections) === ref.position;
  });
  return moved ?? null;
}
