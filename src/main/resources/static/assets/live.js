// Figures that grow while one looks on: the part of the page marked data-live is fetched anew every so many seconds. When
// it is gone, whatever it told of is over, and the page is read anew.
(() => {
  const seconds = Number(document.querySelector('[data-live]')?.dataset.live);
  if (!seconds) {
    return;
  }
  const refresh = async () => {
    if (document.hidden) {
      return;
    }
    try {
      const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
      if (answer.ok && !answer.redirected) {
        const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-live]');
        const shown = document.querySelector('[data-live]');
        if (fresh && shown) {
          shown.replaceWith(fresh);
        } else if (shown) {
          location.reload();
        }
      }
    } catch {
      // The next time perhaps; nothing on the page depends on it.
    }
  };
  setInterval(refresh, seconds * 1000);
})();
