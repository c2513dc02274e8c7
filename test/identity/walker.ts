/** A browser that goes through several sites, keeps the cookies of each, and stops before every redirect. */
export interface Walker {
  get(address: string): Promise<Seen>;
  submit(address: string, fields: Readonly<Record<string, string>>): Promise<Seen>;
  /** From an address of the provider through its sign-in to where it sends back; not opened yet. */
  throughProvider(address: string, who: string): Promise<string>;
  /** As before, turning back at the sign-in page. */
  turnBackAtProvider(address: string): Promise<string>;
  cookie(site: string, name: string): string | undefined;
}

interface Seen {
  readonly status: number;
  /** Where a redirect goes, as a whole address. */
  readonly location: string | null;
  readonly html: string;
}

const MOST_STEPS = 12;

/** `aliases`: what a public name really is, as a reverse proxy would know. */
export function openWalker(aliases: Readonly<Record<string, string>>): Walker {
  const jars = new Map<string, Map<string, string>>();

  async function send(address: string, init: RequestInit): Promise<Seen> {
    const { origin } = new URL(address);
    const jar = jars.get(origin) ?? new Map<string, string>();
    jars.set(origin, jar);
    const headers = new Headers(init.headers);
    if (jar.size > 0) headers.set('Cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const real = address.replace(origin, aliases[origin] ?? origin);
    const response = await fetch(real, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';');
      const mark = pair.indexOf('=');
      const gone = attributes.some((one) => /expires=thu, 01 jan 1970/i.test(one));
      if (gone) jar.delete(pair.slice(0, mark));
      else jar.set(pair.slice(0, mark), pair.slice(mark + 1));
    }
    const location = response.headers.get('Location');
    return {
      status: response.status,
      location: location === null ? null : new URL(location, address).href,
      html: await response.text(),
    };
  }

  const get = (address: string): Promise<Seen> => send(address, {});
  const submit: Walker['submit'] = (address, fields) =>
    send(address, { method: 'POST', body: new URLSearchParams(fields) });

  /** Follows the provider's own redirects and forms until it sends elsewhere. */
  async function atProvider(
    start: string,
    answer: (page: Seen, at: string) => Promise<Seen>,
  ): Promise<string> {
    const { origin } = new URL(start);
    let at = start;
    let seen = await get(start);
    for (let step = 0; step < MOST_STEPS; step++) {
      if (seen.location !== null) {
        if (new URL(seen.location).origin !== origin) return seen.location;
        at = seen.location;
        seen = await get(at);
      } else {
        seen = await answer(seen, at);
      }
    }
    throw new Error(`The provider did not send back within ${MOST_STEPS} steps; last seen: ${seen.html}`);
  }

  return {
    get,
    submit,
    throughProvider: (address, who) =>
      atProvider(address, ({ html }, at) => {
        const action = html.match(/<form[^>]+action="([^"]+)"/)?.[1] ?? '';
        const hidden = html.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g);
        const asked = Object.fromEntries([...hidden].map(([, name, value]) => [name, value]));
        const typed = asked.prompt === 'login' ? { login: who, password: 'any' } : {};
        return submit(new URL(action, at).href, { ...asked, ...typed });
      }),
    turnBackAtProvider: (address) => atProvider(address, (_page, at) => get(`${at}/abort`)),
    cookie: (site, name) => jars.get(site)?.get(name),
  };
}
