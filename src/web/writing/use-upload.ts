import { useTranslation } from 'react-i18next';

import { say } from '../app/said.js';
import { upload, UploadError } from './upload.js';

/** Has a file kept with the case; what is refused is told, and the text goes on without it. */
export function useUpload(caseId: string) {
  const { t } = useTranslation('prose');
  return async (file: File) => {
    try {
      return await upload(caseId, file);
    } catch (error) {
      const reason = error instanceof UploadError ? error.message : '';
      const { name } = file;
      say({
        text: reason ? t('uploadRefused', { name, reason }) : t('uploadFailed', { name }),
        staysMs: 15_000,
      });
      return null;
    }
  };
}
