/** Escape closes the preview of a citation; it opens by hover and focus alone, in the style sheet. */
export function startCitations(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const cite of document.querySelectorAll('.cite:is(:hover, :focus-within)'))
      cite.classList.add('shut');
  });
  for (const type of ['pointerout', 'focusout'] as const) {
    document.addEventListener(type, (event) => {
      const cite = event.target instanceof Element && event.target.closest('.cite');
      const next = (event as PointerEvent | FocusEvent).relatedTarget;
      if (cite && !(next instanceof Node && cite.contains(next))) cite.classList.remove('shut');
    });
  }
}
