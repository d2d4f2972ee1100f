/** Puts the live cloud exactly over the drawn one; after every drawing of the panels and when it comes to life. */
export function placeStage(panels: HTMLElement): () => void {
  const stage = panels.parentElement?.querySelector<HTMLElement>('.cloud-stage');
  const drawn = panels.querySelector<SVGElement>('[data-panel="cloud"] svg');
  if (stage && drawn) {
    const [at, home] = [drawn.getBoundingClientRect(), panels.parentElement!.getBoundingClientRect()];
    const box = { left: at.left - home.left, top: at.top - home.top, width: at.width, height: at.height };
    for (const [name, value] of Object.entries(box)) stage.style.setProperty(name, `${value}px`);
  }
  return () => {};
}
