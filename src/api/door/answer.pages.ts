import type { Language } from '../../core/vocabulary.js';
import { plusDays } from '../../core/working-days.js';
import type { DeadLink, Question, Said } from '../../features/answer/answer.service.js';
import type { PageTextKey } from '../../locales/pages.en.js';
import { alertOf, field, type Complaint, type Field } from './form.js';
import { html, type Html } from './html.js';
import { page, type Frame } from './page.js';

/** What somebody has said so far, and what is wrong with it. */
type Saying = Partial<Said> & { readonly complaint?: Complaint | undefined };

const TITLE = {
  done: 'answerDone',
  newDate: 'answerNewDate',
  notDoing: 'answerNotDoing',
} as const satisfies Record<Question['answer'], PageTextKey>;

/** Where somebody answers what the link in their mail asks. */
export function answerPage(
  frame: Frame,
  token: string,
  question: Question,
  saying: Saying = {},
): string {
  const { text } = frame;
  const { complaint } = saying;
  const fields = fieldsOf(frame, question, saying);
  const title = text(TITLE[question.answer]);
  return page(
    frame,
    title,
    html`${itemOf(frame, question)}
      ${alertOf(
        complaint,
        fields.map(({ name }) => name),
      )}
      <form method="post" action="/answer">
        <input type="hidden" name="token" value="${token}" />
        ${fields.map((each) => field(each, complaint))}
        <button>${title}</button>
      </form>
      <p class="aside">${text('answerAs', { name: question.person.name })}</p>`,
    complaint !== undefined,
  );
}

/** How the action stands, once the answer was given or where it cannot be given any more. */
export function standingPage(frame: Frame, question: Question): string {
  const { text } = frame;
  const { standing, item } = question;
  const isGiven = standing === 'GIVEN';
  return page(
    frame,
    text(isGiven ? 'answerGivenTitle' : 'answerMovedTitle'),
    html`<p class="lead">${text(isGiven ? 'answerGiven' : 'answerMoved')}</p>
      ${itemOf(frame, question)} ${openLink(`/actions/${item.key}`, text('openAction'))}`,
  );
}

/** What a link leads to by which nothing can be answered. */
export function deadAnswerPage(frame: Frame, why: DeadLink): string {
  const { text } = frame;
  return page(
    frame,
    text('deadTitle'),
    html`<p>${text(`answer${why}`)}</p>
      ${openLink('/', text('toStart'))}`,
  );
}

function itemOf({ text, locale }: Frame, { item }: Question): Html {
  const { key, title, status, dueOn } = item;
  const due = dueOn === null ? text('noDueDay') : text('dueDay', { day: dayText(dueOn, locale) });
  return html`<div class="subject">
    <p><span class="key">${key}</span> <strong dir="auto">${title}</strong></p>
    <p class="hint">${text(`action${status}`)} · ${due}</p>
  </div>`;
}

function fieldsOf({ text }: Frame, question: Question, saying: Saying): Field[] {
  const { answer, item, needsEvidence } = question;
  const long = { type: 'lines', autocomplete: 'off' } as const;
  const reason = { ...long, name: 'reason', label: text('reason'), value: saying.reason };
  switch (answer) {
    case 'done':
      return [
        {
          ...long,
          name: 'evidence',
          label: text('evidence'),
          hint: text('evidenceHint'),
          value: saying.evidence,
          isOptional: !needsEvidence,
          isFirst: true,
        },
      ];
    case 'newDate':
      return [
        {
          name: 'dueOn',
          label: text('newDueDay'),
          type: 'date',
          autocomplete: 'off',
          value: saying.dueOn,
          from: item.dueOn === null ? undefined : plusDays(item.dueOn, 1),
          isFirst: true,
        },
        reason,
      ];
    case 'notDoing':
      return [{ ...reason, hint: text('notDoingHint'), isFirst: true }];
  }
}

/** A day as people write it, in full. */
const dayText = (day: string, locale: Language): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(day));

/** What it leads to does not learn where from: the address holds the token. */
const openLink = (path: string, label: string): Html =>
  html`<a class="button second" href="${path}" rel="noreferrer">${label}</a>`;
