interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly host: string;
  readonly path: string;
  /** As it came, in lower case. */
  readonly attributes: string;
}

/** A browser as far as sign-in needs one: it keeps cookies by host and path, and follows redirects one by one. */
export class HttpBrowser {
  readonly cookies = new Map<string, Cookie>();
  /** Every URL that was asked for, in order. */
  readonly visited: string[] = [];
  readonly #language: string | null;

  /** @param language As `Accept-Language` has it; null: it sends none. */
  constructor(language: string | null = null) {
    this.#language = language;
  }

  /** One request, without following where it leads. */
  async request(url: string | URL, init: RequestInit = {}): Promise<Response> {
    const target = new URL(url);
    this.visited.push(target.href);
    const headers = new Headers(init.headers);
    if (!headers.has('accept')) headers.set('accept', 'text/html');
    if (this.#language !== null) headers.set('accept-language', this.#language);
    const cookie = this.#cookiesFor(target);
    if (cookie !== '') headers.set('cookie', cookie);
    const response = await fetch(target, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.#keep(line, target);
    return response;
  }

  /** Goes where a page or redirect leads, until the answer is none or `until` says so of the next URL. */
  async follow(url: string | URL, until: (next: URL) => boolean = () => false): Promise<Visit> {
    return this.#go(await this.request(url), new URL(url), until);
  }

  /** Sends a form as the page at `url` would, then follows. */
  async submit(
    url: string | URL,
    form: Record<string, string>,
    until?: (next: URL) => boolean,
  ): Promise<Visit> {
    const body = new URLSearchParams(form);
    return this.#go(await this.request(url, { method: 'POST', body }), new URL(url), until ?? (() => false));
  }

  cookie(name: string): Cookie | undefined {
    return [...this.cookies.values()].find((cookie) => cookie.name === name);
  }

  async #go(first: Response, at: URL, until: (next: URL) => boolean): Promise<Visit> {
    let response = first;
    let url = at;
    for (let hops = 0; hops < 20; hops += 1) {
      const location = response.headers.get('location');
      if (location === null) return { url, response };
      url = new URL(location, url);
      if (until(url)) return { url, response };
      response = await this.request(url);
    }
    throw new Error(`Too many redirects: ${this.visited.slice(-20).join('\n')}`);
  }

  #cookiesFor(url: URL): string {
    return [...this.cookies.values()]
      .filter(({ host, path }) => host === url.hostname && url.pathname.startsWith(path))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  }

  #keep(line: string, url: URL): void {
    const [pair = '', ...rest] = line.split('; ');
    const name = pair.slice(0, pair.indexOf('='));
    const value = pair.slice(pair.indexOf('=') + 1);
    const attributes = rest.join('; ').toLowerCase();
    const path = /path=([^;]+)/.exec(rest.join('; ').replace(/Path/i, 'path'))?.[1] ?? '/';
    const expires = /expires=([^;]+)/.exec(attributes)?.[1];
    const key = `${url.hostname} ${path} ${name}`;
    if (value === '' || (expires !== undefined && Date.parse(expires) < Date.now())) this.cookies.delete(key);
    else this.cookies.set(key, { name, value, host: url.hostname, path, attributes });
  }
}

export interface Visit {
  readonly url: URL;
  /** The answer of the last page, or the redirect that `until` stopped at. */
  readonly response: Response;
}
