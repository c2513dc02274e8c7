/** Files that are too large are told of before they travel. Without this script the server says the same afterwards. */
for (const input of document.querySelectorAll('input[type="file"][data-each]')) {
  const { each, together, tooLarge } = input.dataset;
  const place = document.getElementById(`${input.id}-error`);
  const field = input.closest('[data-field]');

  const isTooMuch = () => {
    const sizes = [...input.files].map(({ size }) => size);
    const sum = sizes.reduce((total, size) => total + size, 0);
    return sum > Number(together) || sizes.some((size) => size > Number(each));
  };

  const tell = () => {
    const wrong = isTooMuch();
    place.hidden = !wrong;
    place.textContent = wrong ? tooLarge : '';
    field.classList.toggle('field--wrong', wrong);
    if (wrong) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
    const described = (input.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .filter((id) => id && id !== place.id);
    input.setAttribute('aria-describedby', [...described, ...(wrong ? [place.id] : [])].join(' '));
  };

  input.addEventListener('change', tell);
  input.form.addEventListener('submit', (event) => {
    if (!isTooMuch()) return;
    event.preventDefault();
    tell();
    input.focus();
  });
}
