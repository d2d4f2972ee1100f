/** Marks the section being read in the local contents. */
export function startRail(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.rail-nav a')];
  const heads = links.flatMap(
    (link) => document.getElementById(decodeURIComponent(link.hash.slice(1))) ?? [],
  );
  if (heads.length === 0) return;
  const reached = new Set<Element>();
  const mark = (seen: readonly IntersectionObserverEntry[]) => {
    // What the observer saw is enough: asking for a place would lay out sections that a phone leaves for later.
    for (const { target, isIntersecting } of seen) {
      if (isIntersecting) reached.add(target);
      else reached.delete(target);
    }
    const here = Math.max(0, reached.size - 1);
    links.forEach((link, i) => {
      link.parentElement?.classList.toggle('here', i === here);
      if (i === here) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    });
  };
  // Fires only when a heading crosses the line at two fifths of the window, however far a jump goes.
  const watch = new IntersectionObserver(mark, { rootMargin: '1000000px 0px -60% 0px' });
  for (const head of heads) watch.observe(head);
}
