/** Puts the live cloud exactly over the drawn one; after every drawing of the panels and when it comes to life. */
export function placeStage(panels: HTMLElement): void {
  const stage = panels.parentElement?.querySelector<HTMLElement>('.cloud-stage');
  const drawn = panels.querySelector<SVGElement>('[data-panel="cloud"] svg');
  // Measuring forces a layout: once for each width is enough, since nothing above the cloud changes its height.
  if (stage && drawn && stage.style.width !== `${drawn.getAttribute('width')}px`) {
    const [at, home] = [drawn.getBoundingClientRect(), panels.parentElement!.getBoundingClientRect()];
    const [width, height] = [drawn.getAttribute('width'), drawn.getAttribute('height')];
    const box = { left: at.left - home.left, top: at.top - home.top, width, height };
    for (const [name, value] of Object.entries(box)) stage.style.setProperty(name, `${value}px`);
  }
}
