import { useTranslation } from 'react-i18next';

import type { AgendaCaseFragment } from '../gql/documents.js';
import { listed } from '../ui/listed.js';

type TeamApproval = NonNullable<AgendaCaseFragment['postmortem']>['approval']['teams'][number];

/** What of the sign-offs a meeting has to talk about, and the words for it. */
const POINTS = [
  ['refusedBy', ({ signOff }: TeamApproval) => signOff?.verdict === 'REFUSED'],
  ['reservedBy', ({ signOff }: TeamApproval) => signOff?.verdict === 'AGREED_WITH_RESERVATIONS'],
  ['notSignedOff', ({ signOff }: TeamApproval) => signOff === null],
] as const;

/** Whether some team has not said yet that it agrees without reservation. */
export const hasSignOffPoints = ({ postmortem }: AgendaCaseFragment): boolean =>
  postmortem?.approval.teams.some(({ signOff }) => signOff?.verdict !== 'AGREED') ?? false;

/** Which teams do not agree with a case, do so with reservations, or have not said; a line each. */
export function SignOffPoints({ entry: { postmortem } }: { readonly entry: AgendaCaseFragment }) {
  const { t, i18n } = useTranslation('meetings');
  return POINTS.map(([words, isMeant]) => {
    const names = (postmortem?.approval.teams ?? []).filter(isMeant).map(({ team }) => team.name);
    return (
      names.length > 0 && <p key={words}>{t(words, { teams: listed(names, i18n.language) })}</p>
    );
  });
}
