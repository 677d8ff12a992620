import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { useAsk, useChange } from '../app/ask.js';
import { complaintsOf } from '../app/complaints.js';
import { Failure } from '../app/failure.js';
import { say } from '../app/said.js';
import { useViewer } from '../app/viewer.js';
import {
  SigningPeopleDocument,
  SignOffCaseDocument,
  SignOffWithdrawDocument,
  type AskedTeamFragment,
  type SignOffVerdict,
} from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { Choice, TextArea } from '../ui/field.js';
import css from './sign-off.module.css';

const VERDICTS: readonly SignOffVerdict[] = ['AGREED', 'AGREED_WITH_RESERVATIONS', 'REFUSED'];
const MOST = 10_000;

/** Says for a team whether it agrees, or writes down what one of its people says. */
export function SignOffDialog({
  caseId,
  asked: { team, signOff, mayRecord },
  onClose,
}: {
  readonly caseId: string;
  readonly asked: AskedTeamFragment;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['approval', 'frame']);
  const formId = useId();
  const viewer = useViewer();
  const [verdict, setVerdict] = useState<SignOffVerdict>(signOff?.verdict ?? 'AGREED');
  const [reservations, setReservations] = useState(signOff?.reservations ?? '');
  const [chosen, setChosen] = useState<string | null>(signOff?.person?.id ?? null);
  const { data } = useAsk(SigningPeopleDocument, { teamId: team.id }, { when: mayRecord });
  const people = (data?.team?.members ?? []).map(({ person }) => person);
  const own = people.find(({ id }) => id === viewer?.id) ?? people[0];
  const personId = mayRecord ? (chosen ?? own?.id ?? null) : null;
  const done = (text: string) => () => {
    say({ text });
    onClose();
  };
  const sign = useChange(SignOffCaseDocument, { onDone: done(t('said', { team: team.name })) });
  const withdraw = useChange(SignOffWithdrawDocument, {
    onDone: done(t('takenBack', { team: team.name })),
  });
  const { faultOf, rest } = complaintsOf(sign.error ?? withdraw.error, [
    'reservations',
    'personId',
  ]);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const said = verdict === 'AGREED' ? {} : { reservations };
    sign.mutate({ id: caseId, input: { teamId: team.id, verdict, personId, ...said } });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('signFor', { team: team.name })}
      foot={
        <>
          {signOff && (
            <Button
              kind="quiet"
              disabled={withdraw.isPending}
              onClick={() => {
                withdraw.mutate({ id: caseId, teamId: team.id });
              }}
            >
              {t('takeBack')}
            </Button>
          )}
          <Button onClick={onClose}>{t('frame:cancel')}</Button>
          <Button kind="main" type="submit" form={formId} disabled={sign.isPending}>
            {t('sign')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit}>
        <fieldset className={css['choices']}>
          <legend>{t('asks')}</legend>
          {VERDICTS.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="verdict"
                checked={verdict === each}
                onChange={() => {
                  setVerdict(each);
                }}
              />
              <span>
                {t(`verdict${each}`)}
                <small>{t(`means${each}`)}</small>
              </span>
            </label>
          ))}
        </fieldset>
        {verdict !== 'AGREED' && (
          <TextArea
            label={t(verdict === 'REFUSED' ? 'whyRefused' : 'reservations')}
            fault={faultOf('reservations')}
            required
            maxLength={MOST}
            rows={4}
            value={reservations}
            onChange={(event) => {
              setReservations(event.currentTarget.value);
            }}
          />
        )}
        {mayRecord && people.length > 0 && (
          <Choice
            label={t('whoSpoke')}
            hint={t('whoSpokeHint')}
            fault={faultOf('personId')}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
            value={personId ?? ''}
            onChange={setChosen}
          />
        )}
        {mayRecord && data && people.length === 0 && <p>{t('nobodyInTeam')}</p>}
        {rest && <Failure error={rest} />}
      </form>
    </Dialog>
  );
}
