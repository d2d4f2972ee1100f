/** Marks the section being read in the local contents. */
export function startRail(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.rail-nav a')];
  const heads = links.flatMap(
    (link) => document.getElementById(decodeURIComponent(link.hash.slice(1))) ?? [],
  );
  if (heads.length === 0) return;
  const mark = () => {
    const reached = heads.filter((head) => head.getBoundingClientRect().top < innerHeight * 0.4).length;
    const here = Math.max(0, reached - 1);
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
