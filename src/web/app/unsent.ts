/** The part of a browser's storage that is used here. */
export interface Store {
  readonly length: number;
  key(at: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** Where somebody was when they typed something. */
export interface PlaceOnScreen {
  /** As the page is called. */
  readonly title: string;
  /** Its path and query. */
  readonly address: string;
}

/** What was typed in one place and not sent yet. */
export interface Unsent extends PlaceOnScreen {
  readonly place: string;
  /** When, in milliseconds. */
  readonly at: number;
  readonly value: unknown;
}

/** What stands in front of each, so that a long one need not be parsed for it. */
type Head = Omit<Unsent, 'place' | 'value'>;

/** Why the browser does not keep something. */
export type NotKept = 'full' | 'forbidden' | 'tooLong';

/** What it needs of the world. */
export interface UnsentPorts {
  /** Throws where storage is forbidden. */
  readonly storage: () => Store;
  /** Whose page it is; empty if nobody has said. */
  readonly personId: () => string;
  readonly onScreen: () => PlaceOnScreen;
  readonly now: () => number;
}

/** For how long it is kept after the last key, in milliseconds: somebody may be away for two weeks. */
export const MAX_AGE_MS = 14 * 24 * 3_600_000;

/** Characters that one place may take: about half of what browsers have room for. */
export const MAX_CHARACTERS = 2_500_000;

const PREFIX = 'fupan-unsent/';

/**
 * What has been typed and not sent yet, kept in the browser for each person and each place of its
 * own: it outlives a closed tab, a lost network and an expired session, and nobody else who signs in
 * is shown it. What the browser does not take stays in the memory of the page.
 */
export class UnsentTexts {
  readonly #inMemory = new Map<string, Unsent>();
  #isOver = false;

  constructor(private readonly ports: UnsentPorts) {}

  /**
   * Keeps what stands in a place, written without waiting so that a page that goes away has it too.
   * @param value survives JSON
   * @returns why it is in the memory of the page only; null if the browser has it
   */
  keep(place: string, value: unknown): NotKept | null {
    if (this.#isOver) return null;
    const at = this.ports.now();
    // Kept once more when the next page is on the screen already, it still belongs to the first one.
    const { title, address } = this.#onScreenAt(place) ?? this.ports.onScreen();
    const head: Head = { at, title, address };
    const fault = this.#write(place, `${JSON.stringify(head)}\n${JSON.stringify(value)}`);
    if (fault === null) this.#inMemory.delete(place);
    else this.#inMemory.set(place, { place, ...head, value });
    return fault;
  }

  /** What stands in a place; undefined for nothing. */
  read(place: string): unknown {
    return this.#unsentAt(place)?.value;
  }

  /** Lets go of what stands in a place: it has been sent, or given up. */
  forget(place: string): void {
    this.#inMemory.delete(place);
    attempt(() => {
      this.ports.storage().removeItem(this.#start + place);
    });
  }

  /** What this person has in places whose names begin so, the latest first. */
  list(beginning = ''): readonly Unsent[] {
    const start = this.#start;
    const places = new Set([
      ...this.#inMemory.keys(),
      ...this.#keys(start).map((key) => key.slice(start.length)),
    ]);
    return [...places]
      .filter((place) => place.startsWith(beginning))
      .flatMap((place) => this.#unsentAt(place) ?? [])
      .sort((one, another) => another.at - one.at);
  }

  /** This person signs out on purpose: nothing of theirs stays, and nothing is kept any more. */
  end(): void {
    this.#isOver = true;
    this.#inMemory.clear();
    this.#remove(this.#keys(this.#start));
  }

  /** Removes what is too old, whoever has written it. */
  sweep(): void {
    this.#remove(this.#keys(PREFIX).filter((key) => !this.#headOf(this.#get(key))));
  }

  get #start(): string {
    return `${PREFIX}${this.ports.personId()}/`;
  }

  #unsentAt(place: string): Unsent | undefined {
    const inMemory = this.#inMemory.get(place);
    if (inMemory) return inMemory;
    const text = this.#get(this.#start + place);
    const head = this.#headOf(text);
    if (text === null || !head) return undefined;
    return attempt(() => {
      const value = JSON.parse(text.slice(text.indexOf('\n'))) as unknown;
      return { place, ...head, value };
    });
  }

  #onScreenAt(place: string): PlaceOnScreen | undefined {
    return this.#inMemory.get(place) ?? this.#headOf(this.#get(this.#start + place));
  }

  /** Undefined for what is too old, or cannot be read. */
  #headOf(text: string | null): Head | undefined {
    if (text === null) return undefined;
    const head = attempt(() => JSON.parse(text.slice(0, text.indexOf('\n'))) as Head);
    // A clock that was wrong once may have put it far into the future.
    const isYoung = Math.abs(this.ports.now() - (head?.at ?? NaN)) <= MAX_AGE_MS;
    return isYoung ? head : undefined;
  }

  #write(place: string, text: string): NotKept | null {
    if (text.length > MAX_CHARACTERS) return 'tooLong';
    if (this.ports.personId() === '') return 'forbidden';
    try {
      this.ports.storage().setItem(this.#start + place, text);
      return null;
    } catch (error) {
      return error instanceof Error && error.name === 'QuotaExceededError' ? 'full' : 'forbidden';
    }
  }

  #get(key: string): string | null {
    return attempt(() => this.ports.storage().getItem(key)) ?? null;
  }

  #keys(start: string): readonly string[] {
    const keys = attempt(() => {
      const storage = this.ports.storage();
      return Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '');
    });
    return keys?.filter((key) => key.startsWith(start)) ?? [];
  }

  #remove(keys: readonly string[]): void {
    for (const key of keys) {
      attempt(() => {
        this.ports.storage().removeItem(key);
      });
    }
  }
}

/** Undefined where the browser forbids it: what keeps nothing has nothing to read or to forget. */
function attempt<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
