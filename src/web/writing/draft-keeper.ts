/** Where a text stands between the fingers and the server. */
export type DraftState =
  /** As it was loaded. */
  | { readonly kind: 'untouched' }
  /** Written in this browser, and about to be sent. */
  | { readonly kind: 'kept' }
  /** Nowhere but on the screen until the server has it: the browser keeps no more. */
  | { readonly kind: 'no-room' }
  /** With the server since then. */
  | { readonly kind: 'saved'; readonly at: number }
  /** In this browser until the server can be reached, or knows us again. */
  | { readonly kind: 'waiting'; readonly why: 'unreachable' | 'signed-out' }
  /** The server does not take it; it stays in this browser. */
  | { readonly kind: 'refused'; readonly message: string }
  /** The case is not there any more, or not for us; the text stays in this browser. */
  | { readonly kind: 'gone' };

/** How sending failed, as far as it matters for what comes next. */
export type SendFailure =
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly message: string };

/** What a keeper needs of the world. */
export interface DraftPorts {
  /** Writes the text into this browser, at once; false if it has no room for it. */
  readonly keep: (text: string) => boolean;
  /** Forgets what this browser holds: the server has it. */
  readonly drop: () => void;
  /** Has the server keep the text. */
  readonly send: (text: string) => Promise<SendFailure | null>;
  readonly onState: (state: DraftState) => void;
  readonly now: () => number;
  /** Calls after so many milliseconds; what comes back takes it back. */
  readonly later: (call: () => void, milliseconds: number) => () => void;
}

/** Milliseconds after a key until the text is in this browser … */
const KEEP_MS = 200;
/** … and on its way to the server. */
const SEND_MS = 1_000;
/** Milliseconds between attempts: the first, and the longest. */
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Keeps a text while it is being written: in the browser at once, with the server soon after, and
 * again until the server has it.
 */
export class DraftKeeper {
  #read: (() => string) | null = null;
  #isKept = true;
  #hasSent = true;
  #isSending: Promise<void> | null = null;
  #failures = 0;
  #cancelKeep: (() => void) | null = null;
  #cancelSend: (() => void) | null = null;
  #isClosed = false;

  constructor(private readonly ports: DraftPorts) {}

  /** The text has changed. It is read only when it is needed: it can be long. */
  write(read: () => string): void {
    if (this.#isClosed) return;
    this.#read = read;
    this.#isKept = false;
    this.#hasSent = false;
    this.#cancelKeep ??= this.ports.later(() => {
      this.keepNow();
    }, KEEP_MS);
    if (this.#failures === 0) this.#cancelSend ??= this.#sendLater(SEND_MS);
  }

  /** Has it in this browser before the page can go away. */
  keepNow(): void {
    this.#cancelKeep?.();
    this.#cancelKeep = null;
    if (this.#isKept || !this.#read || this.#isClosed) return;
    const hasRoom = this.ports.keep(this.#read());
    this.#isKept = true;
    if (!hasRoom) this.ports.onState({ kind: 'no-room' });
    else if (this.#failures === 0) this.ports.onState({ kind: 'kept' });
  }

  /** Does not wait any longer: the network, or the session, is back. */
  retryNow(): void {
    if (this.#hasSent || this.#isClosed) return;
    this.#cancelSend?.();
    this.#cancelSend = this.#sendLater(0);
  }

  /** The text has been saved for good: nothing of it is left to keep, nor on its way. */
  async settle(): Promise<void> {
    this.#cancelAll();
    this.#isKept = true;
    this.#hasSent = true;
    await this.#isSending;
    // Unless somebody has gone on writing meanwhile.
    if (!this.#isBehind()) this.ports.drop();
  }

  /** Whether something has been written that the server does not have. */
  #isBehind(): boolean {
    return !this.#hasSent;
  }

  #cancelAll(): void {
    this.#cancelKeep?.();
    this.#cancelKeep = null;
    this.#cancelSend?.();
    this.#cancelSend = null;
  }

  /** The editor is closed: what it holds is kept here, and sent at once. */
  leave(): void {
    this.keepNow();
    this.#cancelAll();
    if (!this.#hasSent) this.#cancelSend = this.#sendLater(0);
    this.#isClosed = true;
  }

  #sendLater(milliseconds: number): () => void {
    return this.ports.later(() => {
      this.#cancelSend = null;
      this.#isSending ??= this.#send().finally(() => {
        this.#isSending = null;
        if (this.#hasSent || this.#cancelSend) return;
        const pause = this.#failures === 0 ? SEND_MS : pauseAfter(this.#failures);
        this.#cancelSend = this.#sendLater(pause);
      });
    }, milliseconds);
  }

  async #send(): Promise<void> {
    if (!this.#read) return;
    this.keepNow();
    this.#hasSent = true;
    const failure = await this.ports.send(this.#read());
    if (failure === null) {
      this.#failures = 0;
      if (this.#isBehind()) return;
      this.ports.drop();
      this.ports.onState({ kind: 'saved', at: this.ports.now() });
      return;
    }
    if (failure.kind === 'refused' || failure.kind === 'gone') {
      // What cannot succeed is tried again only with another text.
      this.#failures = 0;
      this.ports.onState(failure);
      return;
    }
    this.#failures += 1;
    this.#hasSent = false;
    this.ports.onState({ kind: 'waiting', why: failure.kind });
  }
}

/** Twice as long after each failure. */
const pauseAfter = (failures: number): number =>
  Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);
