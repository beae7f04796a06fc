/* Shows how far an import is without reloading the page. */
(() => {
  'use strict';
  const every = 1200;
  const panel = () => document.querySelector('[data-follow]');
  if (!panel()) return;
  for (const link of document.querySelectorAll('[data-without-script]')) link.hidden = true;

  const ask = async () => {
    const shown = panel();
    if (!shown) return;
    try {
      const answer = await fetch(shown.dataset.follow, { headers: { Accept: 'text/html' }, redirect: 'error' });
      if (!answer.ok) throw new Error(String(answer.status));
      const next = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-state]');
      if (!next || next.dataset.state !== shown.dataset.state) {
        location.reload();
        return;
      }
      const bar = shown.querySelector('progress');
      const newBar = next.querySelector('progress');
      if (bar && newBar && newBar.hasAttribute('value')) bar.value = newBar.value;
      const text = shown.querySelector('p');
      const newText = next.querySelector('p');
      if (text && newText && text.textContent !== newText.textContent) text.replaceWith(newText);
    } catch {
      // the next try may succeed
    }
    setTimeout(ask, every);
  };
  setTimeout(ask, every);
})();
