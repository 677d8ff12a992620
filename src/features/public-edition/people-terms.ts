import { fold } from '../../core/text/fold.js';
import type { CaseDocument, PersonRef } from '../case-file/case-document.js';
import { compiledTerms, type CompiledTerm, type Term } from './hits.js';
import { givenNameOf, lettersOf, wordsOfName } from './term-pattern.js';

/** Somebody whom fupan knows. */
export interface KnownPerson {
  readonly name: string;
  readonly email: string | null;
}

/** What somebody was in a case, as the edition calls them. */
export type PublicRole = 'COMMANDER' | 'ENGINEER' | 'FACILITATOR' | 'REVIEWER' | 'COLLEAGUE';

/** Shortest part of a name that is a name by itself. */
const SHORTEST_PART = 3;

/** The people of a case, and what they were in it; whoever was more than one thing is the first. */
function rolesIn(document: CaseDocument): Map<string, PublicRole> {
  const roles = new Map<string, PublicRole>();
  const add = (role: PublicRole, people: readonly (PersonRef | undefined)[]): void => {
    for (const person of people) {
      if (person && !roles.has(person.name)) roles.set(person.name, role);
    }
  };
  const responders = document.incidents.flatMap((incident) => incident.responders);
  const isCommander = ({ role }: { role: string }) => role === 'INCIDENT_COMMANDER';
  add(
    'COMMANDER',
    responders.filter(isCommander).map(({ person }) => person),
  );
  add('ENGINEER', [...responders.map(({ person }) => person), ...document.authors]);
  add('FACILITATOR', [document.facilitator]);
  add('REVIEWER', document.reviewers);
  add(
    'ENGINEER',
    document.actions.map(({ owner }) => owner),
  );
  add(
    'COLLEAGUE',
    document.actions.flatMap(({ verifier, pauseApprover }) => [verifier, pauseApprover]),
  );
  add(
    'COLLEAGUE',
    document.incidents.map(({ reporter }) => reporter),
  );
  return roles;
}

/** Names that only this case knows: whom a line of chat is from, who owns an action in a foreign file. */
function otherNamesIn({ timeline, actions }: CaseDocument): Term[] {
  const sources = timeline.flatMap((event) => speakerOf(event) ?? []);
  const owners = actions.flatMap(({ ownerText }) => ownerText ?? []);
  return [...sources, ...owners].map((name) => ({ kind: 'NAME', text: name, of: name }));
}

/** Who is behind an entry of a timeline, and not which system or channel; null for nobody. */
export function speakerOf({ source }: CaseDocument['timeline'][number]): string | null {
  if (source?.name === undefined) return null;
  const isPerson = source.kind === 'PERSON' || source.kind === 'CHAT';
  return isPerson && !/^[#＃]|bot$/iu.test(source.name.trim()) ? source.name : null;
}

/** What tells the people of a case. */
export interface CasePeople {
  /** Names in full, and by which those who took part are called. */
  readonly terms: readonly CompiledTerm[];
  /** What a person was, by the `of` of their terms. */
  readonly roleOf: (of: string) => PublicRole;
}

/**
 * The names of everybody, and of those who took part also what they are called in short.
 * @param known all people that fupan knows
 */
export function casePeople(document: CaseDocument, known: readonly KnownPerson[]): CasePeople {
  const roles = rolesIn(document);
  const involved = [...roles.keys()];
  const terms = [
    ...namesInFull(involved, known),
    ...namesAlone(involved),
    ...otherNamesIn(document),
  ];
  return { terms: compiledTerms(terms), roleOf: (of) => roles.get(of) ?? 'COLLEAGUE' };
}

/** The names that may not stand in what everybody reads, and what looks like a part of one. */
export function namesToCheck(
  document: CaseDocument,
  known: readonly KnownPerson[],
): CompiledTerm[] {
  const involved = [...rolesIn(document).keys()];
  const parts = [...involved, ...known.map(({ name }) => name)].flatMap(partsOfName);
  return compiledTerms([
    ...namesInFull(involved, known),
    ...otherNamesIn(document),
    ...parts.map((text): Term => ({ kind: 'NAME_PART', text, of: text })),
  ]);
}

/** Everybody by their whole name, and by what their account is called where that is one: `guo.yijun`. */
function namesInFull(involved: readonly string[], known: readonly KnownPerson[]): Term[] {
  const accounts = known.flatMap(({ name, email }) => {
    const words = (email?.split('@')[0] ?? '').split(/[._-]+/u).filter((word) => word !== '');
    return words.length > 1 ? fullNames(words.join(' '), name) : [];
  });
  const names = [...new Set([...involved, ...known.map(({ name }) => name)])];
  return [...names.flatMap((name) => fullNames(name)), ...accounts];
}

/** A name as it is written, and the other way round: `Thornton, Ada`. */
function fullNames(name: string, of = name): Term[] {
  const words = wordsOfName(name);
  const turned = words.length === 2 ? [[...words].reverse().join(' ')] : [];
  return [name, ...turned].map((text) => ({ kind: 'NAME', text, of }));
}

const partsOfName = (name: string): string[] => {
  const given = givenNameOf(name);
  const words = wordsOfName(name).filter((word) => word.length >= SHORTEST_PART);
  return given === null ? (words.length > 1 ? words : []) : [given];
};

/** What people are called by alone, as far as it means one of them. */
function namesAlone(names: readonly string[]): Term[] {
  const owners = new Map<string, Set<string>>();
  for (const name of names) {
    for (const part of partsOfName(name)) {
      const key = lettersOf(fold(part));
      owners.set(key, (owners.get(key) ?? new Set()).add(name));
    }
  }
  return names.flatMap((name) =>
    partsOfName(name)
      .filter((part) => owners.get(lettersOf(fold(part)))?.size === 1)
      .map((text): Term => ({ kind: 'NAME', text, of: name })),
  );
}
