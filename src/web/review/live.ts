/** An `EventSource`, as far as it is needed. */
interface Source {
  readonly readyState: number;
  onopen: ((event: never) => unknown) | null;
  onmessage: ((event: never) => unknown) | null;
  onerror: ((event: never) => unknown) | null;
  close(): void;
}

/** What it needs of a browser: `window`. */
export interface LiveBrowser {
  readonly EventSource?: new (url: string) => Source;
  readonly document: {
    readonly visibilityState: string;
    addEventListener(type: 'visibilitychange', listener: () => void): void;
    removeEventListener(type: 'visibilitychange', listener: () => void): void;
  };
  setTimeout(work: () => void, ms: number): number;
  clearTimeout(timer: number | undefined): void;
}

/** How often it is asked while the server cannot tell. */
export const POLL_MS = 5_000;
/** After so long a connection that was refused is tried again, twice as long each time, up to the longest. */
export const FIRST_RETRY_MS = 2_000;
export const LONGEST_RETRY_MS = 60_000;

/** `EventSource.CLOSED`: refused for good, where a browser comes back by itself after a cut. */
const CLOSED = 2;

/**
 * Tells when a review meeting, or a case on its agenda, may have changed, so that it is asked for
 * again: at once where the server tells, every 5 s while it cannot. A page that nobody sees is told
 * nothing and holds no connection, as a browser has few of them; when it is seen again, it asks.
 * @param meetingId not its key
 * @returns ends it
 */
export function followMeeting(
  meetingId: string,
  onChange: () => void,
  browser: LiveBrowser,
): () => void {
  const live = new Live(
    `/live/review-meetings/${encodeURIComponent(meetingId)}`,
    onChange,
    browser,
  );
  const turn = (): void => {
    if (browser.document.visibilityState === 'hidden') live.stop();
    else live.start();
  };
  browser.document.addEventListener('visibilitychange', turn);
  turn();
  return () => {
    browser.document.removeEventListener('visibilitychange', turn);
    live.stop();
  };
}

class Live {
  #source: Source | undefined;
  #isOn = false;
  #refusals = 0;
  #poll: number | undefined;
  #retry: number | undefined;

  constructor(
    private readonly url: string,
    private readonly onChange: () => void,
    private readonly browser: LiveBrowser,
  ) {}

  start(): void {
    if (this.#isOn) return;
    this.#isOn = true;
    this.#connect();
  }

  stop(): void {
    this.#isOn = false;
    this.#refusals = 0;
    this.browser.clearTimeout(this.#retry);
    this.browser.clearTimeout(this.#poll);
    this.#retry = this.#poll = undefined;
    this.#source?.close();
    this.#source = undefined;
  }

  #connect(): void {
    const { EventSource } = this.browser;
    if (!EventSource) {
      this.#pollAgain();
      return;
    }
    const source = new EventSource(this.url);
    this.#source = source;
    let isKnown = false;
    source.onopen = () => {
      this.#refusals = 0;
      this.browser.clearTimeout(this.#poll);
      this.#poll = undefined;
      // A browser that comes back says where it was, and is told what it has missed; a new one is not.
      if (!isKnown) this.onChange();
      isKnown = true;
    };
    source.onmessage = () => {
      this.onChange();
    };
    source.onerror = () => {
      if (this.#poll === undefined) this.#pollAgain();
      if (source.readyState === CLOSED) this.#connectLater(source);
    };
  }

  #connectLater(source: Source): void {
    source.close();
    const wait = Math.min(FIRST_RETRY_MS * 2 ** this.#refusals, LONGEST_RETRY_MS);
    this.#refusals += 1;
    this.browser.clearTimeout(this.#retry);
    this.#retry = this.browser.setTimeout(() => {
      this.#connect();
    }, wait);
  }

  #pollAgain(): void {
    this.#poll = this.browser.setTimeout(() => {
      this.onChange();
      this.#pollAgain();
    }, POLL_MS);
  }
}
