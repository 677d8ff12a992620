/** A browser as far as signing in needs one: it keeps cookies by origin and follows redirects. */
export class OidcBrowser {
  readonly #cookies = new Map<string, Map<string, string>>();
  /** Every address it was at. */
  readonly visited: URL[] = [];

  /** @param address where it is in the network, for a fupan that believes its proxy */
  constructor(private readonly address = '192.0.2.1') {}

  /** Goes to an address and wherever it is sent from there, until an answer is no redirect or `until` says so. */
  async go(address: string, until: (url: URL) => boolean = () => false): Promise<Landing> {
    for (let url = new URL(address), steps = 0; ; steps++) {
      if (steps > 20) throw new Error(`sent in circles: ${url.href}`);
      if (until(url)) return { url, status: 0, text: '' };
      this.visited.push(url);
      const response = await fetch(url, {
        redirect: 'manual',
        headers: { cookie: this.#cookieHeader(url.origin), 'x-forwarded-for': this.address },
      });
      this.#keep(url.origin, response.headers.getSetCookie());
      const text = await response.text();
      const location = response.headers.get('location');
      if (location === null) return { url, status: response.status, text };
      url = new URL(location, url);
    }
  }

  #cookieHeader(origin: string): string {
    return [...(this.#cookies.get(origin) ?? [])].map((pair) => pair.join('=')).join('; ');
  }

  cookie(origin: string, name: string): string | undefined {
    return this.#cookies.get(origin)?.get(name);
  }

  /** Takes a cookie along, or drops it. */
  setCookie(origin: string, name: string, value: string | null): void {
    if (value === null) this.#cookies.get(origin)?.delete(name);
    else this.#keep(origin, [`${name}=${value}`]);
  }

  #keep(origin: string, lines: readonly string[]): void {
    const jar = this.#cookies.get(origin) ?? new Map<string, string>();
    this.#cookies.set(origin, jar);
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      const isOver = /expires=Thu, 01 Jan 1970/i.test(line);
      if (isOver) jar.delete(name);
      else jar.set(name, value);
    }
  }
}

/** Where a browser has ended. */
export interface Landing {
  readonly url: URL;
  readonly status: number;
  readonly text: string;
}
