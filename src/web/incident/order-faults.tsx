import { useTranslation } from 'react-i18next';

import { MILESTONE_NAME, type MilestoneField, type Times } from '../ui/milestones.js';
import { Notice } from '../ui/notice.js';
import { span } from '../ui/time.js';

/** Pairs that usually come in this order, and whether the server takes them in the other. */
const ORDER: readonly (readonly [MilestoneField, MilestoneField, 'usual' | 'always'])[] = [
  ['startedAt', 'detectedAt', 'usual'],
  ['detectedAt', 'acknowledgedAt', 'always'],
  ['detectedAt', 'identifiedAt', 'usual'],
  ['startedAt', 'mitigatedAt', 'always'],
  ['startedAt', 'resolvedAt', 'always'],
  ['mitigatedAt', 'resolvedAt', 'usual'],
  ['resolvedAt', 'verifiedAt', 'usual'],
];

/** Says in words which milestones are not in their order. */
export function OrderFaults({ of: times }: { readonly of: Times }) {
  const { t, i18n } = useTranslation(['incident', 'vocabulary']);
  const faults = ORDER.flatMap(([earlier, later, rule]) => {
    const [from, to] = [times[earlier], times[later]];
    if (from === null || to === null) return [];
    const seconds = (Date.parse(from) - Date.parse(to)) / 1_000;
    if (seconds <= 0) return [];
    const text = t(rule === 'always' ? 'incident:orderAlways' : 'incident:orderUsual', {
      earlier: t(`vocabulary:milestone${MILESTONE_NAME[earlier]}`),
      later: t(`vocabulary:milestone${MILESTONE_NAME[later]}`),
      span: span(seconds, i18n.language),
    });
    return [{ ends: [earlier, later], rule, text }];
  });
  const impossible = faults.filter(({ rule }) => rule === 'always');
  // A milestone that cannot be where it is need not be called unusual as well.
  const odd = faults.filter(
    ({ rule, ends: [, later] }) =>
      rule === 'usual' && !impossible.some(({ ends: [, other] }) => other === later),
  );
  return [...impossible, ...odd].map(({ ends, rule, text }) => (
    <Notice key={ends.join(' ')} kind={rule === 'always' ? 'fault' : 'warn'}>
      {text}
    </Notice>
  ));
}
