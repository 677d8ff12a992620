import { Link } from '@tanstack/react-router';
import { Check, CircleDashed, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useAsk } from '../app/ask.js';
import type { CaseOnPage } from '../case/case-on-page.js';
import {
  CaseApprovalDocument,
  type AskedTeamFragment,
  type SignOffVerdict,
} from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Ago } from '../ui/instant.js';
import { listed } from '../ui/listed.js';
import { usePartNames } from './part-names.js';
import css from './sign-off.module.css';
import { SignOffDialog } from './sign-off-dialog.js';

const SIGNED_IN: readonly CaseOnPage['status'][] = ['IN_REVIEW', 'APPROVED', 'PUBLISHED'];

/** Who has to agree with a case, who has, and what was changed since. */
export function CaseApproval({ postmortem }: { readonly postmortem: CaseOnPage }) {
  const { t, i18n } = useTranslation('approval');
  const nameParts = usePartNames();
  const { key, status, revision } = postmortem;
  const isAsked = SIGNED_IN.includes(status);
  const { data } = useAsk(CaseApprovalDocument, { key }, { when: isAsked, keep: true });
  const approval = data?.postmortem?.approval;
  if (!isAsked || !approval) return null;
  const { teams, rule, missing, changedParts } = approval;
  const isSaid = teams.some(({ signOff }) => signOff !== null);
  // Nobody has to look at this any more where the case is out and no team was asked.
  const showsTeams = teams.length > 0 && (status === 'IN_REVIEW' || isSaid);
  if (!showsTeams && changedParts.length === 0) return null;
  return (
    <section className={css['approval']} aria-labelledby="sign-off">
      <h2 id="sign-off" className={css['title']}>
        {t('title')}
      </h2>
      {status === 'IN_REVIEW' && (
        <p className={css['rule']}>
          {rule === 'ONE_REVIEWER'
            ? t('ruleONE_REVIEWER')
            : missing.length === 0
              ? t('allAgree')
              : t('waitsFor', {
                  teams: listed(
                    missing.map(({ name }) => name),
                    i18n.language,
                  ),
                })}
        </p>
      )}
      {changedParts.length > 0 && approval.revision !== null && (
        <p className={css['changed']}>
          {t('changedSinceApproval', { parts: nameParts(changedParts) })}{' '}
          <Link
            to="/postmortems/$key/history"
            params={{ key }}
            search={{ from: String(approval.revision), to: String(revision) }}
          >
            {t('seeChanges')}
          </Link>
        </p>
      )}
      {showsTeams && (
        <ul className={css['teams']}>
          {teams.map((each) => (
            <TeamLine key={each.team.id} postmortem={postmortem} asked={each} />
          ))}
        </ul>
      )}
    </section>
  );
}

function TeamLine({
  postmortem,
  asked,
}: {
  readonly postmortem: CaseOnPage;
  readonly asked: AskedTeamFragment;
}) {
  const { t } = useTranslation('approval');
  const [isOpen, setOpen] = useState(false);
  const { team, signOff, maySign, mayRecord } = asked;
  const changed = usePartNames()(signOff?.changedParts ?? []);
  return (
    <li className={css['team']}>
      <Mark verdict={signOff?.verdict ?? null} />
      <div>
        <p>
          <Link to="/teams/$key" params={{ key: team.key }}>
            {team.name}
          </Link>{' '}
          <span className={css['verdict']}>
            {signOff ? t(`verdict${signOff.verdict}`) : t('notYet')}
          </span>
        </p>
        {signOff && (
          <p className={css['who']}>
            {signOff.person?.name}
            {signOff.recordedBy && signOff.recordedBy.id !== signOff.person?.id && (
              <> · {t('writtenBy', { name: signOff.recordedBy.name })}</>
            )}
            {' · '}
            <Ago at={signOff.at} />
          </p>
        )}
        {signOff?.reservations && (
          <p className={css['reservations']} dir="auto">
            {signOff.reservations}
          </p>
        )}
        {changed !== '' && <p className={css['who']}>{t('changedSince', { parts: changed })}</p>}
      </div>
      {(maySign || mayRecord) && (
        <Button
          size="small"
          kind={signOff ? 'quiet' : 'plain'}
          className="no-print"
          aria-label={
            signOff ? t('changeOf', { team: team.name }) : t('signFor', { team: team.name })
          }
          onClick={() => {
            setOpen(true);
          }}
        >
          {signOff ? t('change') : t('sign')}
        </Button>
      )}
      {isOpen && (
        <SignOffDialog
          caseId={postmortem.id}
          asked={asked}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </li>
  );
}

function Mark({ verdict }: { readonly verdict: SignOffVerdict | null }) {
  const name = verdict === null ? 'waiting' : verdict === 'REFUSED' ? 'refused' : 'agreed';
  const Shape = { waiting: CircleDashed, refused: X, agreed: Check }[name];
  return <Shape className={`${css['mark']} ${css[name]}`} aria-hidden />;
}
