import { ExternalLink, X } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { complaintsOf } from '../app/complaints.js';
import { failureText } from '../app/failure.js';
import { say } from '../app/said.js';
import {
  TrackerLinkCreateDocument,
  TrackerLinkDeleteDocument,
  type ActionOnPageFragment,
} from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/field.js';
import css from './tracker-links.module.css';

type TrackerLinkOnPage = ActionOnPageFragment['trackerLinks'][number];

/** The issues in which trackers follow an action; whoever may edit it adds some and takes some away. */
export function TrackerLinks({ item }: { readonly item: ActionOnPageFragment }) {
  const { t } = useTranslation('action');
  const { id, trackerLinks, trackerOffers, trackerUrl } = item;
  const mayEdit = item.allowedMoves.includes('EDIT');
  const isElsewhere = trackerUrl !== null && trackerLinks.length === 0;
  if (!mayEdit && trackerLinks.length === 0 && !isElsewhere) return <span>{t('noTracker')}</span>;
  return (
    <>
      {trackerLinks.length > 0 && (
        <ul className={css['links']}>
          {trackerLinks.map((link) => (
            <li key={link.id}>
              <Issue link={link} />
              {mayEdit && <Remove link={link} />}
            </li>
          ))}
        </ul>
      )}
      {isElsewhere && <Address url={trackerUrl} />}
      {mayEdit && <Add actionItemId={id} offers={trackerOffers} />}
    </>
  );
}

function Issue({ link: { url, label, title, state } }: { readonly link: TrackerLinkOnPage }) {
  const { t } = useTranslation('action');
  return (
    <span className={css['issue']}>
      <a href={url} target="_blank" rel="noreferrer">
        <span dir="ltr">{label}</span>
        <ExternalLink aria-hidden />
      </a>
      {state !== 'UNKNOWN' && (
        <small className={`${css['chip']} ${css[state] ?? ''}`}>{t(`tracker${state}`)}</small>
      )}
      {title !== null && <small dir="auto">{title}</small>}
    </span>
  );
}

/** A link out, if it leads to the web; anything else is shown as it is. */
function Address({ url }: { readonly url: string }) {
  if (!/^https?:\/\//i.test(url)) return <span dir="auto">{url}</span>;
  return (
    <a href={url} target="_blank" rel="noreferrer" className={css['issue']}>
      <span dir="ltr">{url.replace(/^https?:\/\/(www\.)?/i, '')}</span>
      <ExternalLink aria-hidden />
    </a>
  );
}

function Remove({ link }: { readonly link: TrackerLinkOnPage }) {
  const { t } = useTranslation('action');
  const { t: tFrame } = useTranslation();
  const remove = useChange(TrackerLinkDeleteDocument, {
    onFailed: (error) => {
      say({ text: failureText(error, tFrame) });
    },
  });
  return (
    <Button
      kind="quiet"
      size="small"
      icon={<X />}
      aria-label={t('trackerRemove', { label: link.label })}
      disabled={remove.isPending}
      onClick={() => {
        remove.mutate({ id: link.id });
      }}
    />
  );
}

/** Takes the address of an issue; those that stand in the texts of the action are offered. */
function Add({
  actionItemId,
  offers,
}: {
  readonly actionItemId: string;
  readonly offers: readonly string[];
}) {
  const { t } = useTranslation('action');
  const { t: tFrame } = useTranslation();
  const [url, setUrl] = useState('');
  const add = useChange(TrackerLinkCreateDocument, {
    onDone: () => {
      setUrl('');
    },
  });
  const link = (address: string): void => {
    add.mutate({ actionItemId, input: { url: address } });
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (url.trim() !== '') link(url);
  };
  const { faultOf, rest } = complaintsOf(add.error, ['url']);
  const fault = faultOf('url') ?? (rest ? failureText(rest, tFrame) : undefined);
  return (
    <>
      {offers.map((offer) => (
        <Button
          key={offer}
          size="small"
          disabled={add.isPending}
          onClick={() => {
            link(offer);
          }}
        >
          {t('trackerOffer', { url: offer.replace(/^https?:\/\/(www\.)?/i, '') })}
        </Button>
      ))}
      <form className={css['add']} onSubmit={submit}>
        <TextField
          label={t('trackerAdd')}
          hidesLabel
          placeholder={t('trackerAdd')}
          type="url"
          inputMode="url"
          maxLength={2_048}
          value={url}
          fault={fault}
          onChange={({ currentTarget: { value } }) => {
            setUrl(value);
            if (add.error) add.reset();
          }}
        />
        {url.trim() !== '' && (
          <Button type="submit" size="small" disabled={add.isPending}>
            {t('trackerLink')}
          </Button>
        )}
      </form>
    </>
  );
}
