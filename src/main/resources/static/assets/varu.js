/* Comforts only: every page does its work without this script. */
(() => {
  'use strict';
  const text = (name) => document.documentElement.dataset[name] || '';

  // How many characters are left, announced when typing rests.
  for (const field of document.querySelectorAll('textarea[maxlength]')) {
    const counter = document.getElementById(field.id + '-counter');
    if (!counter) continue;
    let rest;
    const show = () => {
      counter.textContent = counter.dataset.text.replace('#', String(field.maxLength - field.value.length));
    };
    field.addEventListener('input', () => {
      clearTimeout(rest);
      rest = setTimeout(show, 250);
    });
    show();
  }

  // What was typed stays on this device until it is sent.
  for (const form of document.querySelectorAll('form[data-keep-draft]')) {
    const key = 'varu:' + (form.dataset.keepDraft || location.pathname);
    const kept = () =>
      [...form.elements].filter(
        (field) => field.name && !/^(hidden|password|file|submit|button)$/.test(field.type) && !field.closest('[data-no-draft]'));
    const write = () => {
      const values = {};
      for (const field of kept()) {
        if (/^(radio|checkbox)$/.test(field.type)) {
          if (field.checked) (values[field.name] ||= []).push(field.value);
        } else if (field.value) {
          values[field.name] = [field.value];
        }
      }
      try {
        localStorage.setItem(key, JSON.stringify(values));
      } catch {
        // a full or forbidden store only means that no draft is kept
      }
    };
    const read = () => {
      let values = null;
      try {
        values = JSON.parse(localStorage.getItem(key) || 'null');
      } catch {
        return;
      }
      if (!values || document.querySelector('.error-summary')) return;
      for (const field of kept()) {
        const value = values[field.name];
        if (!value) continue;
        if (/^(radio|checkbox)$/.test(field.type)) field.checked = value.includes(field.value);
        else if (!field.value) {
          field.value = value[0];
          field.dispatchEvent(new Event('input'));
        }
      }
    };
    read();
    let pause;
    form.addEventListener('input', () => {
      clearTimeout(pause);
      pause = setTimeout(write, 400);
    });
    form.addEventListener('submit', () => clearTimeout(pause));
  }

  // The page after a successful submit names the draft that is no longer needed.
  for (const done of document.querySelectorAll('[data-forget-draft]')) {
    try {
      localStorage.removeItem('varu:' + done.dataset.forgetDraft);
    } catch {
      // nothing was kept
    }
  }

  document.addEventListener('submit', (event) => {
    const form = event.target;
    const question = event.submitter?.dataset.confirm || form.dataset.confirm;
    if (question && !confirm(question)) {
      event.preventDefault();
      return;
    }
    if (form.method !== 'post') return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'yes';
    const button = event.submitter;
    // after this turn, because a disabled button would not be sent
    setTimeout(() => {
      if (!button) return;
      button.disabled = true;
      button.setAttribute('aria-busy', 'true');
    });
  });

  // Back from the browser's cache: the form may be sent again.
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    for (const form of document.querySelectorAll('form[data-sent]')) {
      delete form.dataset.sent;
      for (const button of form.querySelectorAll('[aria-busy]')) {
        button.disabled = false;
        button.removeAttribute('aria-busy');
      }
    }
  });

  for (const flash of document.querySelectorAll('.flash')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'dismiss';
    button.textContent = '×';
    button.setAttribute('aria-label', text('close'));
    button.addEventListener('click', () => flash.remove());
    flash.append(button);
  }

  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => print());
  }

  document.querySelector('.error-summary')?.focus();
})();
