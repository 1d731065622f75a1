/** Follows links and keeps cookies as a browser does, each host's for itself; a new one knows nothing. */
export class Browser {
  readonly #cookies = new Map<string, Map<string, string>>();

  /** One answer, redirects not followed. */
  async ask(address: string, init: RequestInit = {}): Promise<Response> {
    const { origin } = new URL(address);
    const headers = new Headers(init.headers);
    const kept = [...(this.#cookies.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`);
    if (kept.length > 0) headers.set('cookie', kept.join('; '));
    const response = await fetch(address, { ...init, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) this.keep(origin, cookie);
    return response;
  }

  /** Goes where it is sent, until there is an answer; `passed` takes each address on the way. */
  async go(address: string, passed: string[] = []): Promise<Response> {
    let response = await this.ask(address);
    for (let times = 0; times < 12 && response.headers.has('location'); times++) {
      const next = new URL(response.headers.get('location') ?? '', response.url).href;
      passed.push(next);
      response = await this.ask(next);
    }
    return response;
  }

  cookie(origin: string, name: string): string | null {
    return this.#cookies.get(origin)?.get(name) ?? null;
  }

  set(origin: string, name: string, value: string): void {
    this.#cookies.set(origin, new Map(this.#cookies.get(origin)).set(name, value));
  }

  private keep(origin: string, cookie: string): void {
    const [pair = '', ...attributes] = cookie.split('; ');
    const name = pair.slice(0, pair.indexOf('='));
    const value = pair.slice(name.length + 1);
    const gone = attributes.some((attribute) => /^expires=Thu, 01 Jan 1970/i.test(attribute)) || value === '';
    if (gone) this.#cookies.get(origin)?.delete(name);
    else this.set(origin, name, value);
  }
}
