import { Check, Copy, Download, ExternalLink, Pencil, Send, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { send } from '../app/api.js';
import { useChange } from '../app/ask.js';
import { useCopy } from '../app/copy.js';
import { Failure, failureText } from '../app/failure.js';
import { saveFile } from '../app/save-file.js';
import { say } from '../app/said.js';
import {
  PublicEditionApproveDocument,
  PublicEditionFilesDocument,
  PublicEditionPublishDocument,
  PublicEditionWithdrawDocument,
  type EditionOnPageFragment,
} from '../gql/documents.js';
import { Button, buttonClass } from '../ui/button.js';
import { Ago } from '../ui/instant.js';
import { EditionEditor } from './edition-editor.js';
import type { EditedCase } from './edited-case.js';
import css from './public-edition.module.css';

/** How far an edition is, by whom, and what can be done with it now. */
export function EditionHead({
  postmortem,
  edition,
}: {
  readonly postmortem: EditedCase;
  readonly edition: EditionOnPageFragment;
}) {
  const { t } = useTranslation('publicEdition');
  const { publicEditionActs: acts } = postmortem;
  const { id, version, status, editor, editedAt, approver, approvedAt, publicVersion } = edition;
  const [isEdited, setEdited] = useState(false);
  const did = (key: 'isApproved' | 'isPublished' | 'isWithdrawn') => ({
    onDone: () => {
      say({ text: t(key) });
    },
  });
  const approve = useChange(PublicEditionApproveDocument, did('isApproved'));
  const publish = useChange(PublicEditionPublishDocument, did('isPublished'));
  const withdraw = useChange(PublicEditionWithdrawDocument, did('isWithdrawn'));
  const isPending = approve.isPending || publish.isPending || withdraw.isPending;
  const error = approve.error ?? publish.error ?? withdraw.error;
  const isClean = !edition.findings.some(({ isBlocking }) => isBlocking);
  const isOlder = publicVersion !== null && status !== 'PUBLISHED';
  return (
    <section className={css['head']} aria-label={t('state')}>
      <div className={css['facts']}>
        <p className={css['status']} data-status={status}>
          {t(`status${status}`)}
        </p>
        <p>
          {t('editedBy', { name: editor?.name ?? 'fupan' })} <Ago at={editedAt} />
          {approvedAt && (
            <>
              {' · '}
              {t('approvedBy', { name: approver?.name ?? 'fupan' })} <Ago at={approvedAt} />
            </>
          )}
        </p>
        {publicVersion && (
          <p>
            {t('isOut', { number: publicVersion.number })} <Ago at={publicVersion.publishedAt} />
            {isOlder && <> · {t('isOlder')}</>}
          </p>
        )}
        {status === 'DRAFT' && !acts.includes('APPROVE') && acts.includes('EDIT') && (
          <p>{t('whoApproves')}</p>
        )}
      </div>
      <div className={css['acts']}>
        {acts.includes('EDIT') && (
          <Button
            icon={<Pencil />}
            onClick={() => {
              setEdited(true);
            }}
          >
            {t('edit')}
          </Button>
        )}
        {acts.includes('APPROVE') && (
          <Button
            kind="main"
            icon={<Check />}
            disabled={isPending || !isClean}
            onClick={() => {
              approve.mutate({ id, input: { expectedVersion: version } });
            }}
          >
            {t('approve')}
          </Button>
        )}
        {acts.includes('PUBLISH') && (
          <Button
            kind="main"
            icon={<Send />}
            disabled={isPending || !isClean}
            onClick={() => {
              publish.mutate({ id, input: { expectedVersion: version } });
            }}
          >
            {t('publish')}
          </Button>
        )}
        {acts.includes('WITHDRAW') && (
          <Button
            kind="danger"
            icon={<Undo2 />}
            disabled={isPending}
            onClick={() => {
              withdraw.mutate({ id });
            }}
          >
            {t('withdraw')}
          </Button>
        )}
        <Downloads caseKey={postmortem.key} />
      </div>
      {error && <Failure error={error} />}
      <PublicLink edition={edition} />
      {isEdited && (
        <EditionEditor
          edition={edition}
          onClose={() => {
            setEdited(false);
          }}
        />
      )}
    </section>
  );
}

/** Where everybody reads it; and why nobody can, where the link is off. */
function PublicLink({
  edition: { url, isServed, publicVersion },
}: {
  readonly edition: EditionOnPageFragment;
}) {
  const { t } = useTranslation('publicEdition');
  const copy = useCopy();
  if (!isServed) return <p className={css['note']}>{t('isOff')}</p>;
  if (url === null) return publicVersion ? <p className={css['note']}>{t('isClosed')}</p> : null;
  return (
    <p className={css['link']}>
      <a href={url} target="_blank" rel="noreferrer">
        {url}
        <ExternalLink aria-hidden />
      </a>
      <Button
        size="small"
        icon={<Copy />}
        onClick={() => {
          copy(url);
        }}
      >
        {t('copyLink')}
      </Button>
    </p>
  );
}

function Downloads({ caseKey }: { readonly caseKey: string }) {
  const { t } = useTranslation(['publicEdition', 'frame']);
  const { t: frame } = useTranslation();
  const download = (form: 'markdown' | 'html'): void => {
    send(PublicEditionFilesDocument, { key: caseKey }).then(
      ({ postmortem }) => {
        const edition = postmortem?.publicEdition;
        if (!edition) return;
        if (form === 'html') saveFile(`${caseKey}-public.html`, edition.html, 'text/html');
        else saveFile(`${caseKey}-public.md`, edition.markdown, 'text/markdown');
      },
      (error: unknown) => {
        say({ text: failureText(error, frame) });
      },
    );
  };
  return (
    <>
      {(['markdown', 'html'] as const).map((form) => (
        <button
          key={form}
          type="button"
          className={buttonClass('quiet')}
          onClick={() => {
            download(form);
          }}
        >
          <Download aria-hidden />
          {t(`publicEdition:${form}`)}
        </button>
      ))}
    </>
  );
}
