import { useTranslation } from 'react-i18next';

import { typedOf } from '../ui/zone.js';
import type { EditedField, Incident } from './incident-edit.js';

/** Says in words what a field of an incident holds. */
export function useShown(zone: string): (field: EditedField, incident: Incident) => string {
  const { t } = useTranslation(['vocabulary']);
  return (field, incident) => {
    switch (field) {
      case 'title':
      case 'summary':
        return incident[field];
      case 'kind':
        return t(`kind${incident.kind}`);
      case 'status':
        return t(`incident${incident.status}`);
      case 'severity':
        return incident.severity ?? '';
      case 'services':
        return incident.services
          .map(({ service, impact, recoveredAt }) =>
            serviceLine(service.name, impact ?? '', recoveredAt, zone),
          )
          .join('\n');
      case 'responders':
        return incident.responders
          .map(({ person, role }) => `${person.name} · ${t(`responder${role}`)}`)
          .join('\n');
      case 'references':
        return incident.references.map(referenceLine).join('\n');
      default: {
        const at = incident[field];
        return at === null ? '' : typedOf(at, zone);
      }
    }
  };
}

/** One affected service in one line. */
export const serviceLine = (
  name: string,
  impact: string,
  recoveredAt: string | null,
  zone: string,
): string =>
  [name, impact, recoveredAt === null ? '' : `→ ${typedOf(recoveredAt, zone)}`]
    .filter((part) => part !== '')
    .join(' · ');

/** One reference in one line. */
export const referenceLine = (reference: {
  readonly source: string;
  readonly externalId?: string | null | undefined;
  readonly url?: string | null | undefined;
}): string => [reference.source, reference.externalId, reference.url].filter(Boolean).join(' · ');
