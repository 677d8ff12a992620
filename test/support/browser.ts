import type { TestApp } from './app.js';

/** What a page answered. */
export interface PageAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  /** Where it leads, or null. */
  readonly location: string | null;
}

interface GraphqlAnswer<Data> {
  readonly data: Data | null;
  readonly errors?: { readonly extensions: { readonly code: string } }[];
}

/** A browser as far as the pages for signing in need one: it keeps cookies and follows nothing. */
export class TestBrowser {
  readonly cookies = new Map<string, string>();
  /** The last `Set-Cookie` as it came. */
  setCookie = '';

  constructor(
    private readonly app: Pick<TestApp, 'url'>,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<PageAnswer> {
    return this.#send(path, { headers });
  }

  post(path: string, form: Readonly<Record<string, string>> = {}): Promise<PageAnswer> {
    return this.#send(path, { method: 'POST', body: new URLSearchParams(form) });
  }

  /** Asks GraphQL as the page of a web client would; a refusal of the whole is in `errors`. */
  async graphql<Data = Record<string, unknown>>(
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<GraphqlAnswer<Data>> {
    const { html } = await this.#send('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return JSON.parse(html) as GraphqlAnswer<Data>;
  }

  /** Who the server takes the browser's user for; null for nobody. */
  async viewer(): Promise<string | null> {
    const { data } = await this.graphql<{ viewer: { name: string } | null }>('{ viewer { name } }');
    return data?.viewer?.name ?? null;
  }

  /** Another browser with the same cookies. */
  copy(): TestBrowser {
    return this.at(this.app);
  }

  /** The same, as another process at the same address would see it. */
  at(app: Pick<TestApp, 'url'>): TestBrowser {
    const copy = new TestBrowser(app, this.headers);
    for (const [name, value] of this.cookies) copy.cookies.set(name, value);
    return copy;
  }

  async #send(path: string, init: RequestInit): Promise<PageAnswer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(this.app.url + path, {
      ...init,
      redirect: 'manual',
      headers: {
        'sec-fetch-site': 'same-origin',
        ...this.headers,
        ...(cookie === '' ? {} : { cookie }),
        ...(init.headers as Record<string, string> | undefined),
      },
    });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    const { status, headers } = response;
    return { status, headers, html: await response.text(), location: headers.get('location') };
  }

  #keep(line: string): void {
    this.setCookie = line;
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '') this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
