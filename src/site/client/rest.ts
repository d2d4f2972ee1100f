/** From this width on every section is laid out at once (`text.css`). */
const wide = '(min-width: 1040px)';

/** What holds controls, but for what comes right after the opener: that is in the window from the start. */
const below = '.part > :is(.fig, .predict):not(.opener + .part > :first-child)';

/**
 * A phone does not lay out the sections far below, but a browser's form filler would: it measures every control of the
 * page as soon as it stands. So the controls of sections far below wait until the reader comes near: those of figures
 * outside the document, those of questions as hidden fields. A keyboard brings all of them back at once.
 */
export function restControls(): void {
  // A link to a place or a setting, or a way back, may lead anywhere at once: nothing may be missing there.
  const isOpenedAtTop = document.documentElement.classList.contains('opening');
  if (matchMedia(wide).matches || !isOpenedAtTop) return;
  const resting = new Map<Element, () => void>();
  for (const part of document.querySelectorAll(below)) resting.set(part, rest(part));
  const wake = (part: Element): void => {
    resting.get(part)?.();
    resting.delete(part);
    watch.unobserve(part);
  };
  const watch = new IntersectionObserver(
    (seen) => {
      for (const { target, isIntersecting } of seen) if (isIntersecting) wake(target);
    },
    { rootMargin: '50% 0px' },
  );
  for (const part of resting.keys()) watch.observe(part);
  addEventListener('keydown', () => [...resting.keys()].forEach(wake), { once: true, capture: true });
}

/** Puts a section's controls to rest; the answer brings them back. */
function rest(part: Element): () => void {
  const figure = part.matches('.fig')
    ? part.querySelectorAll('.controls, :not(.controls *):is(select, input)')
    : [];
  const places = [...figure].map((controls) => {
    const place = document.createComment('');
    controls.replaceWith(place);
    return () => place.replaceWith(controls);
  });
  const answers = [...part.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
  for (const answer of answers) answer.type = 'hidden';
  return () => {
    for (const back of places) back();
    for (const answer of answers) answer.type = 'radio';
  };
}
