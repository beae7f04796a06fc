/* Shows what is similar to a text while it is being written. */
(() => {
  'use strict';
  const pause = 700;
  const fewest = 12;
  for (const place of document.querySelectorAll('[data-similar]')) {
    const fields = place.dataset.similarFrom.split(' ').map((name) => document.getElementById(name)).filter(Boolean);
    if (!fields.length) continue;
    const form = fields[0].form;
    let rest;
    let asked = '';
    let latest = 0;
    const seen = () => {
      if (!form || form.elements.similarSeen) return;
      const mark = document.createElement('input');
      mark.type = 'hidden';
      mark.name = 'similarSeen';
      mark.value = 'true';
      form.append(mark);
    };
    const ask = async () => {
      const text = fields.map((field) => field.value.trim()).join(' ').trim().slice(0, 800);
      if (text === asked) return;
      asked = text;
      const turn = ++latest;
      if (text.length < fewest) {
        place.replaceChildren();
        return;
      }
      try {
        const answer = await fetch(place.dataset.similar + '?' + new URLSearchParams({ q: text }), { redirect: 'error' });
        if (!answer.ok || turn !== latest) return;
        const found = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.similar');
        if (found) {
          place.replaceChildren(found);
          seen();
        } else {
          place.replaceChildren();
        }
      } catch {
        // without an answer nothing is shown
      }
    };
    for (const field of fields) {
      field.addEventListener('input', () => {
        clearTimeout(rest);
        rest = setTimeout(ask, pause);
      });
    }
    form?.addEventListener('reset', () => place.replaceChildren());
  }
})();
