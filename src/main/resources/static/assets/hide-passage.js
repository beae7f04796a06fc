/* Words marked in the original text go into the field that hides them. Without this script one copies them by hand. */
(() => {
  'use strict';
  for (const source of document.querySelectorAll('[data-hide-from]')) {
    const field = document.getElementById(source.dataset.hideFrom);
    if (!field) continue;
    const take = () => {
      const marked = document.getSelection();
      if (marked.rangeCount && source.contains(marked.getRangeAt(0).commonAncestorContainer)) {
        const words = marked.toString().trim();
        if (words) field.value = words;
      }
    };
    source.addEventListener('mouseup', take);
    source.addEventListener('touchend', () => setTimeout(take, 0));
    source.addEventListener('keyup', take);
  }
})();
