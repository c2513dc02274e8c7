/** The estimate as one types. Without this script the button does the same by loading the page. */
const form = document.querySelector('form[data-live]');
const answer = document.querySelector('#answer');
const WAIT_MS = 250;

if (form instanceof HTMLFormElement && answer instanceof HTMLElement) {
  /** Fields that somebody has left or changed: an empty one that nobody reached is not told to be wrong yet. */
  const touched = new Set();
  let timer = 0;
  let asked = new AbortController();

  const query = () => {
    const given = [...new FormData(form)].filter(([, value]) => value !== '');
    return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  };

  const tellFields = (part) => {
    for (const place of form.querySelectorAll('[data-error-for]')) {
      const name = place.dataset.errorFor;
      const wrong = touched.has(name) ? part.querySelector(`[data-wrong="${CSS.escape(name)}"]`) : null;
      place.hidden = !wrong;
      place.replaceChildren(...(wrong ? [...wrong.cloneNode(true).childNodes] : []));
      const field = place.closest('[data-field]');
      field?.classList.toggle('field--wrong', Boolean(wrong));
      const input = field?.querySelector('input, select');
      if (wrong) input?.setAttribute('aria-invalid', 'true');
      else input?.removeAttribute('aria-invalid');
    }
  };

  const ask = async () => {
    asked.abort();
    asked = new AbortController();
    const search = query();
    try {
      const response = await fetch(`/estimate/answer?${search}`, { signal: asked.signal });
      if (!response.ok) return;
      const part = new DOMParser().parseFromString(await response.text(), 'text/html').body;
      tellFields(part);
      answer.replaceChildren(...part.childNodes);
      history.replaceState(null, '', search ? `?${search}` : location.pathname);
    } catch {
      // The next key asks again, and the button always works.
    }
  };

  form.addEventListener('input', (event) => {
    if (event.target instanceof HTMLElement) touched.add(event.target.getAttribute('name'));
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT_MS);
  });
}
