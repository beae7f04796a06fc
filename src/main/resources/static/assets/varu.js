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

  // What was typed stays on this device until it is sent, and the page says so: the device may be a library's.
  const MONTH = 30 * 24 * 60 * 60 * 1000;
  const store = {
    read(key) {
      try {
        return JSON.parse(localStorage.getItem(key) || 'null');
      } catch {
        return null;
      }
    },
    write(key, draft) {
      try {
        localStorage.setItem(key, JSON.stringify(draft));
        return true;
      } catch {
        // a full or forbidden store only means that no draft is kept
        return false;
      }
    },
    forget(key) {
      try {
        localStorage.removeItem(key);
      } catch {
        // nothing was kept
      }
    },
    forgetOld() {
      try {
        for (const key of Object.keys(localStorage).filter((name) => name.startsWith('varu:'))) {
          const draft = this.read(key);
          if (!draft?.at || Date.now() - draft.at > MONTH) this.forget(key);
        }
      } catch {
        // nothing was kept
      }
    },
  };
  store.forgetOld();

  for (const form of document.querySelectorAll('form[data-keep-draft]')) {
    const key = 'varu:' + (form.dataset.keepDraft || location.pathname);
    const panel = form.querySelector('[data-draft]');
    let off = false;
    let said = '';
    const say = (what, ...can) => {
      if (!panel || said === what) return;
      said = what;
      panel.hidden = !what;
      for (const text of panel.querySelectorAll('[data-draft-say]')) text.hidden = text.dataset.draftSay !== what;
      for (const button of panel.querySelectorAll('[data-draft-do]')) button.hidden = !can.includes(button.dataset.draftDo);
    };
    const kept = () =>
      [...form.elements].filter(
        (field) => field.name && !/^(hidden|password|file|submit|button)$/.test(field.type) && !field.closest('[data-no-draft]'));
    const typed = () => {
      const values = {};
      for (const field of kept()) {
        if (/^(radio|checkbox)$/.test(field.type)) {
          if (field.checked) (values[field.name] ||= []).push(field.value);
        } else if (field.value) {
          values[field.name] = [field.value];
        }
      }
      return values;
    };
    let earlier = document.querySelector('.error-summary') ? null : store.read(key);
    // An invited organisation has begun to write; that is all that is told, and once.
    let told = !form.dataset.begun;
    const tell = () => {
      if (told || !form.elements.title?.value && !form.elements.text?.value) return;
      told = true;
      const begun = new URLSearchParams();
      for (const name of ['_csrf', 'invitation']) begun.set(name, form.elements[name]?.value || '');
      fetch(form.dataset.begun, { method: 'POST', body: begun, keepalive: true }).catch(() => { told = false; });
    };
    const write = () => {
      if (off) return;
      tell();
      // An earlier draft that nobody has decided about is not lost to the first letter of a new one.
      if (store.write(key, { at: Date.now(), values: typed(), earlier: earlier || undefined }) && !earlier) say('kept', 'forget');
    };
    const restore = (draft) => {
      for (const field of kept()) {
        const value = draft.values[field.name];
        if (!value) continue;
        if (/^(radio|checkbox)$/.test(field.type)) field.checked = value.includes(field.value);
        else field.value = value[0];
        field.dispatchEvent(new Event('input'));
        const more = field.closest('details');
        if (more) more.open = true;
      }
    };
    if (earlier?.earlier && !Object.keys(earlier.values).length) earlier = earlier.earlier;
    if (earlier && Object.keys(earlier.values || {}).length) {
      delete earlier.earlier;
      const at = panel?.querySelector('[data-draft-at]');
      if (at) at.textContent = '(' + new Date(earlier.at).toLocaleString(document.documentElement.lang, { dateStyle: 'short', timeStyle: 'short' }) + ')';
      if (panel) say('found', 'restore', 'forget');
      else {
        restore(earlier);
        earlier = null;
      }
    } else earlier = null;
    panel?.addEventListener('click', (event) => {
      const wanted = event.target.closest('[data-draft-do]')?.dataset.draftDo;
      if (wanted === 'restore') {
        restore(earlier);
        earlier = null;
        write();
        say('restored', 'forget');
        form.querySelector('input:not([type=hidden]), textarea')?.focus();
      } else if (wanted === 'forget') {
        store.forget(key);
        earlier = null;
        off = true;
        say('forgotten', 'keep');
      } else if (wanted === 'keep') {
        off = false;
        write();
      }
    });
    let pause;
    form.addEventListener('input', (event) => {
      if (event.target.closest('[data-no-draft]')) return;
      clearTimeout(pause);
      pause = setTimeout(write, 400);
    });
    form.addEventListener('submit', (event) => {
      clearTimeout(pause);
      write();
      // Without a connection the browser would show its own error and leave the page.
      if (navigator.onLine === false && panel) {
        event.preventDefault();
        event.stopPropagation();
        said = '';
        say('offline', off ? 'keep' : 'forget');
        panel.scrollIntoView({ block: 'center' });
      }
    });
    addEventListener('online', () => {
      if (said === 'offline') say('online');
    });
  }

  // The page after a successful submit names the draft that is no longer needed.
  for (const done of document.querySelectorAll('[data-forget-draft]')) {
    store.forget('varu:' + done.dataset.forgetDraft);
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
