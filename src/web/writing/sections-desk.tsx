import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { RefusedError } from '../app/api.js';
import { useChange } from '../app/ask.js';
import { failureText } from '../app/failure.js';
import { useKept } from '../app/kept.js';
import { tagOf } from '../app/language.js';
import { say } from '../app/said.js';
import type { CaseOnPage } from '../case/case-on-page.js';
import {
  SaveProseDocument,
  type ProseOfCaseFragment,
  type SaveProseMutation,
} from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { FromTemplate } from './from-template.js';
import { SectionRow } from './section-row.js';
import { keptSections, moved, rearranged, type ListedSection } from './sections-list.js';
import css from './sections.module.css';

interface SectionsDeskProps {
  readonly postmortem: CaseOnPage;
  readonly loaded: ProseOfCaseFragment;
  readonly onDone: () => void;
}

const listed = (of: ProseOfCaseFragment): readonly ListedSection[] =>
  of.sections.map(({ heading, body }, at) => ({
    id: `was-${at}`,
    heading,
    body,
    isRemoved: false,
  }));

/** The list of sections while it is being changed. */
export function SectionsDesk({ postmortem, loaded, onDone }: SectionsDeskProps) {
  const { t } = useTranslation(['frame', 'prose']);
  const lang = tagOf(postmortem.language);
  const {
    value: kept,
    set: keep,
    forget,
  } = useKept(`${postmortem.id}/sections`, () => ({
    base: loaded,
    sections: listed(loaded),
  }));
  const { base, sections } = kept;
  const [hasMet, setMet] = useState(false);
  const desk = useRef<HTMLFormElement>(null);
  useEffect(() => {
    desk.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const set = (next: readonly ListedSection[]): void => {
    keep({ base, sections: next });
  };
  const change = (id: string, part: Partial<ListedSection>): void => {
    set(sections.map((each) => (each.id === id ? { ...each, ...part } : each)));
  };
  const add = (heading: string, body: string): void => {
    set([...sections, { id: crypto.randomUUID(), heading, body, isRemoved: false }]);
  };
  const done = (): void => {
    forget();
    onDone();
  };
  const { mutate, isPending, error } = useChange(SaveProseDocument, {
    onDone: () => {
      say({ text: t('prose:savedForGood', { part: t('prose:sections') }) });
      done();
    },
    onFailed: (failure) => {
      if (!(failure instanceof RefusedError) || failure.code !== 'CONFLICT') return;
      const { postmortem: now } = failure.payload as SaveProseMutation['postmortemUpdate'];
      if (!now) return;
      // Names and places are ours, what is written in them is theirs.
      const merged = rearranged(base.sections, sections, now.sections);
      keep({ base: now, sections: renumbered(merged, now) });
      setMet(true);
    },
  });
  const isConflict = error instanceof RefusedError && error.code === 'CONFLICT';
  return (
    <form
      ref={desk}
      className={css['desk']}
      aria-label={t('prose:sections')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setMet(false);
        const input = { sections: keptSections(sections), expectedVersion: base.version };
        mutate({ id: postmortem.id, input });
      }}
    >
      <p className={css['lead']}>{t('prose:sectionsHint')}</p>
      {hasMet && <Notice kind="warn">{t('prose:sectionsMet')}</Notice>}
      <ol className={css['list']}>
        {sections.map((section, at) => (
          <SectionRow
            key={section.id}
            section={section}
            lang={lang}
            isFirst={at === 0}
            isLast={at === sections.length - 1}
            onChange={(part) => {
              change(section.id, part);
            }}
            onMove={(by) => {
              set(moved(sections, section.id, by));
            }}
          />
        ))}
      </ol>
      <div className={css['add']}>
        <Button
          size="small"
          icon={<Plus />}
          onClick={() => {
            add('', '');
          }}
        >
          {t('prose:addSection')}
        </Button>
        <FromTemplate postmortem={postmortem} sections={sections} onAdd={add} />
      </div>
      {error && !isConflict && <Notice kind="fault">{failureText(error, t)}</Notice>}
      <div className={css['foot']}>
        <Button kind="main" type="submit" disabled={isPending}>
          {t(isPending ? 'saving' : 'save')}
        </Button>
        <Button kind="quiet" onClick={done}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

/** The same list, each that is there named after its place in the case as it is now. */
function renumbered(
  merged: readonly ListedSection[],
  now: ProseOfCaseFragment,
): readonly ListedSection[] {
  const free = new Set(now.sections.keys());
  return merged.map((section) => {
    const isOld = section.id.startsWith('was-') || section.id.startsWith('theirs-');
    if (!isOld) return section;
    const at = [...free].find((place) => now.sections[place]?.body === section.body);
    if (at === undefined) return section;
    free.delete(at);
    return { ...section, id: `was-${at}` };
  });
}
