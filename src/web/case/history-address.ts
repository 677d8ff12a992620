import { word } from '../app/address.js';

/** Which two revisions are compared, by their numbers. */
export interface HistoryAddress {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const number = (text: string | undefined): string | undefined =>
  text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? text : undefined;

export const historyAddress = (search: Record<string, unknown>): HistoryAddress => ({
  from: number(word(search, 'from')),
  to: number(word(search, 'to')),
});
