/** What an editor has to know of a case until it is there. */
export interface CaseStub {
  readonly id: string;
}
