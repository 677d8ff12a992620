import { sessionLost } from '../../app/session.js';
import type { TimelineMarker, TimelineSourceKind } from '../../gql/documents.js';
import type { ReadLine } from './paste-rows.js';

/** A channel of an export, and the days of which it holds something. */
export interface SlackChannel {
  readonly folder: string;
  readonly from: string;
  readonly to: string;
}

export type SlackLine = Omit<ReadLine<TimelineMarker, TimelineSourceKind>, 'zone'>;

interface Answer {
  readonly channels?: readonly SlackChannel[];
  readonly lines?: readonly SlackLine[];
  readonly message?: string;
}

/** An export that was not read, with the reason in words; without words the server was not reached. */
export class SlackExportError extends Error {
  override readonly name = 'SlackExportError';
}

/** Has the server read an export, which it does not keep. @throws SlackExportError */
async function ask(file: File, query: Readonly<Record<string, string>>): Promise<Answer> {
  let response: Response;
  let answer: Answer;
  try {
    response = await fetch(`/slack-export?${new URLSearchParams(query).toString()}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/zip',
        accept: 'application/json',
        'accept-language': document.documentElement.lang,
      },
      body: file,
    });
    answer = (await response.json()) as Answer;
  } catch {
    throw new SlackExportError('');
  }
  if (response.status === 401) sessionLost.set(true);
  if (!response.ok) throw new SlackExportError(answer.message ?? '');
  return answer;
}

export const slackChannels = async (
  postmortem: string,
  file: File,
): Promise<readonly SlackChannel[]> => (await ask(file, { postmortem })).channels ?? [];

/** What was written in a channel from one instant to another. */
export const slackLines = async (
  postmortem: string,
  file: File,
  range: { readonly channel: string; readonly from: string; readonly to: string },
): Promise<readonly SlackLine[]> => (await ask(file, { postmortem, ...range })).lines ?? [];
