/** The queue as one types, and from case to case by keys. Without this script the button and the Tab key do the same. */
const form = document.querySelector('form[data-live]');
const found = document.querySelector('#found');
const WAIT_MS = 250;

if (form instanceof HTMLFormElement && found instanceof HTMLElement) {
  let timer = 0;
  let asked = new AbortController();

  const query = () => {
    const given = [...new FormData(form)].filter(([, value]) => value !== '');
    return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  };

  const ask = async () => {
    asked.abort();
    asked = new AbortController();
    const search = query();
    try {
      const response = await fetch(`${form.dataset.live}?${search}`, { signal: asked.signal });
      if (!response.ok) return;
      const part = new DOMParser().parseFromString(await response.text(), 'text/html').body;
      found.replaceChildren(...part.childNodes);
      tell();
      history.replaceState(null, '', search ? `?${search}` : location.pathname);
      const kept = document.querySelector('input[name="query"]');
      if (kept instanceof HTMLInputElement) kept.value = search;
    } catch {
      // The next key asks again, and the button always works.
    }
  };

  const status = document.createElement('p');
  status.className = 'visually-hidden';
  status.setAttribute('role', 'status');
  found.before(status);
  const tell = () => {
    status.textContent = found.querySelector('.pagination .soft, .empty h2')?.textContent ?? '';
  };

  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT_MS);
  });

  /** Single keys act only while the focus is in the list (WCAG 2.1.4). */
  found.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLSelectElement) return;
    const cases = [...found.querySelectorAll('.queue__case')];
    const row = event.target instanceof Element ? event.target.closest('tr') : null;
    const place = row ? cases.findIndex((one) => row.contains(one)) : -1;
    const acts = {
      j: () => cases[Math.min(place + 1, cases.length - 1)]?.focus(),
      k: () => cases[Math.max(place - 1, 0)]?.focus(),
      x: () => row?.querySelector('.queue__box')?.click(),
      '/': () => form.querySelector('input[type="search"]')?.focus(),
    };
    const act = { ...acts, ArrowDown: acts.j, ArrowUp: acts.k }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
