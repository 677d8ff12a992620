/** What a place for an id is for, by its name: which labels fit there, and the one that every member knows. */
interface Kind {
  readonly place: RegExp;
  readonly labels: RegExp;
  readonly usual: string;
}

/** The first whose name fits; the last fits all. */
const KINDS: readonly Kind[] = [
  { place: /^node$/, labels: /./, usual: 'postmortem of published' },
  { place: /^review(Meeting|Minutes)/, labels: /^meeting /, usual: 'meeting board' },
  { place: /^reviewSeries/, labels: /^series /, usual: 'series weekly' },
  { place: /^reviewAgenda/, labels: /^agenda of /, usual: 'agenda of published' },
  { place: /^reviewDecision/, labels: /^decision of /, usual: 'decision of published' },
  { place: /^initiative/, labels: /^initiative /, usual: 'initiative pools' },
  { place: /^ownTemplate/, labels: /^template /, usual: 'template own' },
  { place: /task/i, labels: /^task /, usual: 'task patch' },
  { place: /calendar/i, labels: /^calendar /, usual: 'calendar taipei' },
  { place: /team/i, labels: /^team /, usual: 'team payments' },
  { place: /^incident|incidentIds?$/i, labels: /incident/, usual: 'shared incident' },
  { place: /service|dependsOn/i, labels: /^service /, usual: 'service checkout' },
  {
    place: /person|owner|verifier|approver|author|reviewer|facilitator|reporter/i,
    labels: /^person /,
    usual: 'person member',
  },
  { place: /^invitation/, labels: /^person /, usual: 'person member' },
  { place: /^factor|parent/, labels: /^(factor|cause) /, usual: 'factor of published' },
  { place: /^finding/, labels: /^finding /, usual: 'finding of published' },
  { place: /^timelineEvent/, labels: /^event /, usual: 'event of published' },
  { place: /^attachment/, labels: /^attachment /, usual: 'attachment of published' },
  { place: /^caseUnlink/, labels: /^link /, usual: 'link of published' },
  { place: /^actionItemUnlink/, labels: /^action link /, usual: 'action link of published' },
  { place: /^otherId/, labels: /^[A-Z_]+ of /, usual: 'DONE of archived' },
  { place: /^trackerConnection/, labels: /^connection/, usual: 'connection' },
  { place: /^tracker/, labels: /^trackerLink of /, usual: 'trackerLink of published' },
  { place: /^actionItem/, labels: /^[A-Z_]+ of /, usual: 'PROPOSED of published' },
  { place: /./, labels: /^postmortem /, usual: 'postmortem of published' },
];

/** What the id in an argument or an input field of an operation is for. */
export function kindOfId(operation: string, name: string): Kind {
  const place = name === 'id' ? operation : name;
  const kind = KINDS.find((each) => each.place.test(place));
  if (!kind) throw new Error(`no kind for ${place}`);
  return kind;
}
