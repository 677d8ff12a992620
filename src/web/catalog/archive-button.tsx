import { Archive, ArchiveRestore } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { failureText } from '../app/failure.js';
import { say } from '../app/said.js';
import {
  PersonArchiveDocument,
  PersonRestoreDocument,
  ServiceArchiveDocument,
  ServiceRestoreDocument,
  TeamArchiveDocument,
  TeamRestoreDocument,
} from '../gql/documents.js';
import { Button } from '../ui/button.js';

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly archivedAt: string | null;
}

/** Sets something of the catalogue aside, or brings it back; each undoes the other. */
function useArchiving(
  kind: 'service' | 'team' | 'person',
  entry: Entry,
): { readonly isPending: boolean; readonly archive: () => void; readonly restore: () => void } {
  const { t } = useTranslation('catalog');
  const { t: tFrame } = useTranslation();
  const onFailed = (error: unknown): void => {
    say({ text: failureText(error, tFrame) });
  };
  const service = useChange(ServiceArchiveDocument, { onFailed });
  const serviceBack = useChange(ServiceRestoreDocument, { onFailed });
  const team = useChange(TeamArchiveDocument, { onFailed });
  const teamBack = useChange(TeamRestoreDocument, { onFailed });
  const person = useChange(PersonArchiveDocument, { onFailed });
  const personBack = useChange(PersonRestoreDocument, { onFailed });
  const [away, back] = {
    service: [service, serviceBack] as const,
    team: [team, teamBack] as const,
    person: [person, personBack] as const,
  }[kind];
  const { id, name } = entry;
  return {
    isPending: away.isPending || back.isPending,
    archive: () => {
      const undo = (): void => {
        back.mutate({ id });
      };
      const onSuccess = (): void => {
        say({ text: t('archivedSaid', { name }), undo });
      };
      away.mutate({ id }, { onSuccess });
    },
    restore: () => {
      const undo = (): void => {
        away.mutate({ id });
      };
      const onSuccess = (): void => {
        say({ text: t('restoredSaid', { name }), undo });
      };
      back.mutate({ id }, { onSuccess });
    },
  };
}

/** The button for it. */
export function ArchiveButton({
  kind,
  entry,
  size = 'normal',
}: {
  readonly kind: 'service' | 'team' | 'person';
  readonly entry: Entry;
  readonly size?: 'small' | 'normal';
}) {
  const { t } = useTranslation('catalog');
  const { isPending, archive, restore } = useArchiving(kind, entry);
  const isArchived = entry.archivedAt !== null;
  return (
    <Button
      kind="quiet"
      size={size}
      icon={isArchived ? <ArchiveRestore /> : <Archive />}
      disabled={isPending}
      aria-label={t(isArchived ? 'restoreNamed' : 'archiveNamed', { name: entry.name })}
      onClick={isArchived ? restore : archive}
    >
      {isArchived ? t('restore') : t('archive')}
    </Button>
  );
}
