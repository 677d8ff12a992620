import { Archive, Copy, Eye, FilePlus, Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useAsk, useChange } from '../app/ask.js';
import { Failure } from '../app/failure.js';
import { LANGUAGES, pageLanguage, tagOf } from '../app/language.js';
import { say } from '../app/said.js';
import {
  KeptTemplatesDocument,
  OwnTemplateArchiveDocument,
  OwnTemplateRestoreDocument,
  type KeptTemplatesQuery,
  type Language,
} from '../gql/documents.js';
import settings from '../settings/settings.module.css';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { Choice } from '../ui/field.js';
import { Empty, Skeleton } from '../ui/notice.js';
import { RulesPart } from './rules-part.js';
import { TemplateForm, type WrittenTemplate } from './template-form.js';
import { TemplatePreview } from './template-preview.js';

const ALL = ['EN', 'ZH_HANT', 'ZH_HANS'] as const satisfies readonly Language[];

/** What a new template begins as. */
const BLANK = `---
name: my-template
label:
description:
place: 10
---

## Impact {required practice=3.3}

>
`;

type Own = KeptTemplatesQuery['ownTemplates'][number];
type File = KeptTemplatesQuery['templateFiles'][number];

/** What cases can begin from: the files and what the organization has written, and which is suggested. */
export function TemplatesTab() {
  const { t } = useTranslation(['templates', 'vocabulary']);
  const [language, setLanguage] = useState<Language>(LANGUAGES[pageLanguage()]);
  const [written, setWritten] = useState<WrittenTemplate>();
  const [seen, setSeen] = useState<{ name: string; text: string }>();
  const { data, error, refetch } = useAsk(KeptTemplatesDocument, {});
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} />;
  const own = data.ownTemplates.filter((each) => each.language === language);
  const files = data.templateFiles.filter((each) => each.language === language);
  const ofName = (name: string): Own | undefined => own.find((each) => each.name === name);
  const acts = (each: Own | File) => ({
    onSee: () => {
      setSeen(each);
    },
  });
  return (
    <>
      <p className={settings['lead']}>{t('templates:lead')}</p>
      <div className={settings['form']}>
        <Choice<Language>
          label={t('templates:language')}
          value={language}
          options={ALL.map((value) => ({ value, label: t(`vocabulary:language${value}`) }))}
          onChange={setLanguage}
        />
      </div>
      {own.length + files.length === 0 && <Empty>{t('templates:none')}</Empty>}
      <ul className={settings['list']}>
        {files.map((file) => {
          const before = ofName(file.name);
          return (
            <TemplateLine
              key={file.name}
              name={file.name}
              label={file.label}
              language={language}
              notes={[
                t('templates:fromFile'),
                ...(before && !before.archivedAt ? [t('templates:behind')] : []),
              ]}
              {...acts(file)}
              onDuplicate={
                before
                  ? undefined
                  : () => {
                      const title = t('templates:duplicateNamed', { name: file.name });
                      setWritten({ title, language, text: file.text });
                    }
              }
            />
          );
        })}
        {own.map((each) => (
          <OwnLine
            key={each.id}
            of={each}
            isInstead={files.some(({ name }) => name === each.name)}
            {...acts(each)}
            onEdit={() => {
              setWritten({ ...each, title: t('templates:editNamed', { name: each.name }) });
            }}
          />
        ))}
      </ul>
      <p>
        <Button
          kind="main"
          icon={<FilePlus />}
          onClick={() => {
            setWritten({ title: t('templates:write'), language, text: BLANK });
          }}
        >
          {t('templates:write')}
        </Button>
      </p>
      <RulesPart rules={data.templateRules} />
      {written && (
        <TemplateForm
          template={written}
          onClose={() => {
            setWritten(undefined);
          }}
        />
      )}
      {seen && (
        <Dialog
          isOpen
          isWide
          title={t('templates:previewNamed', { name: seen.name })}
          onClose={() => {
            setSeen(undefined);
          }}
        >
          <TemplatePreview language={language} text={seen.text} />
        </Dialog>
      )}
    </>
  );
}

interface LineProps {
  readonly name: string;
  readonly label?: string;
  readonly language: Language;
  readonly notes: readonly string[];
  readonly isSpent?: boolean;
  readonly onSee: () => void;
  readonly onDuplicate?: (() => void) | undefined;
  readonly children?: React.ReactNode;
}

function TemplateLine(props: LineProps) {
  const { t } = useTranslation('templates');
  const { name, label, language, notes, isSpent, onSee, onDuplicate, children } = props;
  return (
    <li className={isSpent ? settings['spent'] : undefined}>
      <div className={settings['what']}>
        <p className={settings['name']} lang={tagOf(language)}>
          {label ?? name}
        </p>
        <p className={settings['facts']}>
          {label !== undefined && <span>{name}</span>}
          {notes.map((note) => (
            <span key={note}>{note}</span>
          ))}
        </p>
      </div>
      <div className={settings['row']}>
        <Button
          size="small"
          kind="quiet"
          icon={<Eye />}
          aria-label={t('previewNamed', { name })}
          onClick={onSee}
        >
          {t('preview')}
        </Button>
        {onDuplicate && (
          <Button
            size="small"
            icon={<Copy />}
            aria-label={t('duplicateNamed', { name })}
            onClick={onDuplicate}
          >
            {t('duplicate')}
          </Button>
        )}
        {children}
      </div>
    </li>
  );
}

function OwnLine({
  of: { id, name, language, archivedAt },
  isInstead,
  onSee,
  onEdit,
}: {
  readonly of: Own;
  readonly isInstead: boolean;
  readonly onSee: () => void;
  readonly onEdit: () => void;
}) {
  const { t } = useTranslation(['templates', 'frame']);
  const archive = useChange(OwnTemplateArchiveDocument, {
    onDone: () => {
      say({ text: t('templates:isArchived', { name }) });
    },
  });
  const restore = useChange(OwnTemplateRestoreDocument, {
    onDone: () => {
      say({ text: t('templates:isRestored', { name }) });
    },
  });
  const error = archive.error ?? restore.error;
  const notes = [
    t('templates:own'),
    ...(archivedAt ? [t('templates:archived')] : []),
    ...(isInstead && !archivedAt ? [t('templates:instead')] : []),
  ];
  return (
    <TemplateLine
      name={name}
      language={language}
      notes={notes}
      isSpent={archivedAt !== null}
      onSee={onSee}
    >
      {archivedAt ? (
        <Button
          size="small"
          disabled={restore.isPending}
          onClick={() => {
            restore.mutate({ id });
          }}
        >
          {t('templates:restore')}
        </Button>
      ) : (
        <>
          <Button
            size="small"
            icon={<Pencil />}
            aria-label={t('templates:editNamed', { name })}
            onClick={onEdit}
          >
            {t('frame:edit')}
          </Button>
          <Button
            size="small"
            kind="quiet"
            icon={<Archive />}
            aria-label={t('templates:archiveNamed', { name })}
            disabled={archive.isPending}
            onClick={() => {
              archive.mutate({ id });
            }}
          >
            {t('templates:archive')}
          </Button>
        </>
      )}
      {error && <Failure error={error} />}
    </TemplateLine>
  );
}
