/**
 * On a narrow page a link jumps over blocks that are not laid out yet; those that come to lie near its end then get
 * their true heights and push it away. So the page goes there again when they have been drawn.
 */
export function startLinks(): void {
  addEventListener('hashchange', () => {
    const place = document.querySelector(':target');
    if (place) requestAnimationFrame(() => requestAnimationFrame(() => place.scrollIntoView()));
  });
}
