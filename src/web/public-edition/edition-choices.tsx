import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { Failure } from '../app/failure.js';
import { tagOf } from '../app/language.js';
import { say } from '../app/said.js';
import { PublicEditionMakeDocument } from '../gql/documents.js';
import settings from '../settings/settings.module.css';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import type { EditedCase } from './edited-case.js';
import css from './public-edition.module.css';

const SWITCHES = ['withActionDetails', 'withFindings', 'withPractices'] as const;

/** What of a case goes into its edition, and the button that makes it. */
export function EditionChoices({ postmortem }: { readonly postmortem: EditedCase }) {
  const { t } = useTranslation(['publicEdition', 'frame']);
  const { id: postmortemId, publicEdition: edition, sections, timeline } = postmortem;
  const [switches, setSwitches] = useState({
    withActionDetails: edition?.withActionDetails ?? false,
    withFindings: edition?.withFindings ?? false,
    withPractices: edition?.withPractices ?? false,
  });
  const [omittedSections, setSections] = useState(new Set(edition?.omittedSections));
  const [omittedEvents, setEvents] = useState(new Set(edition?.omittedEvents.map(({ id }) => id)));
  const [isAsking, setAsking] = useState(false);
  const make = useChange(PublicEditionMakeDocument, {
    onDone: () => {
      say({ text: t('publicEdition:isMade') });
    },
  });
  const start = (): void => {
    setAsking(false);
    make.mutate({
      postmortemId,
      input: {
        ...switches,
        omittedSections: [...omittedSections],
        omittedEventIds: [...omittedEvents],
        expectedVersion: edition?.version ?? null,
      },
    });
  };
  const lang = tagOf(postmortem.language);
  return (
    <section className={css['part']} aria-labelledby="edition-choices">
      <h2 id="edition-choices">{t('publicEdition:choices')}</h2>
      <p className={css['lead']}>{t('publicEdition:choicesLead')}</p>
      <fieldset className={settings['choices']}>
        <legend>{t('publicEdition:sections')}</legend>
        {sections
          .filter(({ heading }) => heading !== '')
          .map(({ position, heading }) => (
            <Tick
              key={position}
              isTicked={!omittedSections.has(heading)}
              onChange={(isIn) => {
                setSections(changed(omittedSections, heading, !isIn));
              }}
            >
              <span lang={lang} dir="auto">
                {heading}
              </span>
            </Tick>
          ))}
      </fieldset>
      {timeline.length > 0 && (
        <details className={css['entries']}>
          <summary>
            {t('publicEdition:entries', {
              in: timeline.length - omittedEvents.size,
              count: timeline.length,
            })}
          </summary>
          <fieldset className={settings['choices']}>
            <legend className="visually-hidden">{t('publicEdition:timeline')}</legend>
            {timeline.map(({ id, text }) => (
              <Tick
                key={id}
                isTicked={!omittedEvents.has(id)}
                onChange={(isIn) => {
                  setEvents(changed(omittedEvents, id, !isIn));
                }}
              >
                <span lang={lang} dir="auto" className={css['entry']}>
                  {text}
                </span>
              </Tick>
            ))}
          </fieldset>
        </details>
      )}
      <fieldset className={settings['choices']}>
        <legend>{t('publicEdition:besides')}</legend>
        {SWITCHES.map((name) => (
          <Tick
            key={name}
            isTicked={switches[name]}
            onChange={(isTicked) => {
              setSwitches({ ...switches, [name]: isTicked });
            }}
          >
            <span>{t(`publicEdition:${name}`)}</span>
          </Tick>
        ))}
      </fieldset>
      {make.error && <Failure error={make.error} />}
      <Button
        kind={edition ? 'plain' : 'main'}
        icon={<RefreshCw />}
        disabled={make.isPending}
        onClick={() => {
          if (edition) setAsking(true);
          else start();
        }}
      >
        {t(edition ? 'publicEdition:makeAnew' : 'publicEdition:make')}
      </Button>
      <Dialog
        isOpen={isAsking}
        onClose={() => {
          setAsking(false);
        }}
        title={t('publicEdition:makeAnew')}
        foot={
          <>
            <Button
              onClick={() => {
                setAsking(false);
              }}
            >
              {t('frame:cancel')}
            </Button>
            <Button kind="main" onClick={start}>
              {t('publicEdition:makeAnew')}
            </Button>
          </>
        }
      >
        <p>{t('publicEdition:makeAnewAsks')}</p>
      </Dialog>
    </section>
  );
}

function Tick({
  isTicked,
  onChange,
  children,
}: {
  readonly isTicked: boolean;
  readonly onChange: (isTicked: boolean) => void;
  readonly children: React.ReactNode;
}) {
  return (
    <label className={settings['choice']}>
      <input
        type="checkbox"
        checked={isTicked}
        onChange={({ currentTarget: { checked } }) => {
          onChange(checked);
        }}
      />
      {children}
    </label>
  );
}

function changed(set: ReadonlySet<string>, value: string, isIn: boolean): Set<string> {
  const next = new Set(set);
  if (isIn) next.add(value);
  else next.delete(value);
  return next;
}
