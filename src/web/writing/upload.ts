import { sessionLost } from '../app/session.js';
import type { KeptFile } from './code-files.js';

/** A file that was not taken, with the reason in words. */
export class UploadError extends Error {
  override readonly name = 'UploadError';
}

interface Answer extends Partial<KeptFile> {
  readonly message?: string;
}

/**
 * Has the server keep a file with a case.
 * @throws UploadError; its message is empty if the server could not be reached
 */
export async function upload(caseId: string, file: File): Promise<KeptFile> {
  const query = new URLSearchParams({ postmortem: caseId, name: file.name || 'image.png' });
  let response: Response;
  let answer: Answer;
  try {
    response = await fetch(`/attachments?${query.toString()}`, {
      method: 'POST',
      headers: {
        'content-type': file.type || 'application/octet-stream',
        accept: 'application/json',
        'accept-language': document.documentElement.lang,
      },
      body: file,
    });
    answer = (await response.json()) as Answer;
  } catch {
    throw new UploadError('');
  }
  if (response.status === 401) sessionLost.set(true);
  const { url, name = file.name, isImage = false, message = '' } = answer;
  if (!response.ok || url === undefined) throw new UploadError(message);
  return { url, name, isImage };
}
