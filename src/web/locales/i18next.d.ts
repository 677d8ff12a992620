import 'i18next';
import type { texts } from './en/texts.js';

declare module 'i18next' {
  interface CustomTypeOptions {
    readonly defaultNS: 'frame';
    readonly returnNull: false;
    readonly resources: typeof texts;
  }
}
