import { newId } from '../../core/ids.js';
import type {
  CaseDocument,
  FactorDocument,
  TimelineEventDocument,
} from '../case-file/case-document.js';
import type { FactorEntity } from '../factor/factor.entity.js';
import type { FindingEntity } from '../finding/finding.entity.js';
import type { PracticeAssessmentEntity } from '../practice/practice-assessment.entity.js';
import type { TimelineEventEntity } from '../timeline/timeline-event.entity.js';

/** A new row but for the case it belongs to and its place there. */
type Loose<Row> = Omit<Row, 'postmortemId' | 'position'>;

export function timelineRow(event: TimelineEventDocument): Loose<TimelineEventEntity> {
  return {
    id: newId(),
    version: 1,
    at: new Date(event.at),
    zone: event.zone,
    marker: event.marker,
    text: event.text,
    sourceKind: event.source?.kind ?? null,
    sourceName: event.source?.name ?? null,
    original: event.original ?? null,
    evidence: event.evidence ?? null,
  };
}

export function findingRow({ kind, text }: CaseDocument['findings'][number]): Loose<FindingEntity> {
  return { id: newId(), version: 1, kind, text };
}

export function practiceRow({
  practice,
  verdict,
  note,
}: CaseDocument['practices'][number]): Loose<PracticeAssessmentEntity> {
  return { practice, verdict, note: note ?? null };
}

/** A tree as rows, each parent before its children. */
export function factorRows(
  postmortemId: string,
  factors: readonly FactorDocument[],
  parentId: string | null,
): FactorEntity[] {
  return factors.flatMap(({ kind, category, practice, text, children }, position) => {
    const id = newId();
    const row: FactorEntity = {
      id,
      version: 1,
      postmortemId,
      parentId,
      position,
      kind,
      category: category ?? null,
      practice: practice ?? null,
      text,
    };
    return [row, ...factorRows(postmortemId, children, id)];
  });
}
