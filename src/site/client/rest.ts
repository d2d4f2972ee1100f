/** From this width on the whole page is laid out at once (`text.css`). */
const wide = '(min-width: 1040px)';

/** What holds controls, but for what comes right after the opener: that is in the window from the start. */
const below = '.part > :is(.fig, .predict):not(.opener + .part > :first-child)';

/**
 * A phone does not lay out the sections far below, but a browser's form filler would: it measures every control of the
 * page whenever one changes. So controls far from the window rest until the reader comes near: those of figures outside
 * the document, those of questions as hidden fields. A keyboard brings all of them back at once.
 */
export function restControls(): void {
  // A link to a place or a setting, or a way back, may lead anywhere at once: nothing may be missing there.
  const isOpenedAtTop = document.documentElement.dataset['opened'] === 'top';
  // Controls that come and go above the window must not move what is being read.
  if (matchMedia(wide).matches || !isOpenedAtTop || !CSS.supports('overflow-anchor', 'auto')) return;
  const parts = [...document.querySelectorAll(below)];
  const resting = new Map<Element, () => void>();
  const lull = (part: Element): void => {
    // What was touched belongs to its figure, which counts on its controls.
    if (!resting.has(part) && !part.matches('[data-woken], :focus-within')) resting.set(part, rest(part));
  };
  const wake = (part: Element): void => {
    resting.get(part)?.();
    resting.delete(part);
  };
  let watch: IntersectionObserver | undefined;
  const watchWithin = (rootMargin: string): void => {
    watch?.disconnect();
    watch = new IntersectionObserver(
      (seen) => {
        for (const { target, isIntersecting } of seen) (isIntersecting ? wake : lull)(target);
      },
      { rootMargin },
    );
    for (const part of parts) watch.observe(part);
  };
  for (const part of parts) lull(part);
  watchWithin('0px');
  // While the page opens, blocks below the window are not laid out yet. Later those within a window and a half are.
  const widen = (): void => watchWithin('100% 0px');
  addEventListener('scroll', widen, { once: true, passive: true });
  const wakeAll = (): void => {
    removeEventListener('scroll', widen);
    watch?.disconnect();
    for (const part of [...resting.keys()]) wake(part);
  };
  addEventListener('keydown', wakeAll, { once: true, capture: true });
}

/** Puts the controls of a figure or a question to rest; the answer brings them back. */
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
