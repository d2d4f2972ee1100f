const SVG = 'http://www.w3.org/2000/svg';

/** Offers text or a blob for download under a file name. */
export function save(name: string, type: string, data: string | Blob): void {
  const url = URL.createObjectURL(data instanceof Blob ? data : new Blob([data], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A picture by itself: panels as they stand on the page, CSS variables resolved for the light theme, fonts inside. */
export async function exportSvg(panels: HTMLElement, title: string): Promise<string> {
  const box = panels.getBoundingClientRect();
  const pad = 16;
  const head = 28;
  const [width, height] = [box.width + 2 * pad, box.height + 2 * pad + head];
  const root = document.createElementNS(SVG, 'svg');
  root.setAttribute('xmlns', SVG);
  root.setAttribute('viewBox', `0 0 ${width} ${height}`);
  root.setAttribute('width', String(width));
  root.setAttribute('height', String(height));
  root.setAttribute('font-family', 'Inter Variable, Inter, sans-serif');
  const paper = document.createElementNS(SVG, 'rect');
  paper.setAttribute('width', '100%');
  paper.setAttribute('height', '100%');
  paper.setAttribute('fill', 'var(--paper)');
  root.append(paper, line(title, pad, pad + 14, 15, 'var(--ink)'));
  for (const part of panels.querySelectorAll<HTMLElement | SVGSVGElement>(
    'svg, .axis-note, .panel-heading',
  )) {
    const at = part.getBoundingClientRect();
    if (at.width === 0) continue;
    const [x, y] = [at.left - box.left + pad, at.top - box.top + pad + head];
    root.append(part instanceof SVGSVGElement ? placed(part, x, y) : line(part.textContent ?? '', x, y + 12));
  }
  resolveVariables(root);
  root.prepend(await fontStyle());
  return new XMLSerializer().serializeToString(root);
}

function line(text: string, x: number, y: number, size = 12, fill = 'var(--ink-2)'): SVGTextElement {
  const element = document.createElementNS(SVG, 'text');
  for (const [name, value] of Object.entries({ x, y, 'font-size': size, fill })) {
    element.setAttribute(name, String(value));
  }
  element.textContent = text;
  return element;
}

function placed(source: SVGSVGElement, x: number, y: number): SVGSVGElement {
  const copy = source.cloneNode(true) as SVGSVGElement;
  const at = source.getBoundingClientRect();
  copy.setAttribute('x', String(x));
  copy.setAttribute('y', String(y));
  copy.setAttribute('width', String(at.width));
  copy.setAttribute('height', String(at.height));
  return copy;
}

/** Replaces every `var(--x)` in attributes and styles by its light-theme value as hex, so the file stands alone. */
function resolveVariables(root: SVGElement): void {
  const probe = document.createElement('i');
  probe.style.cssText = 'color-scheme:light;display:none';
  document.body.append(probe);
  const known = new Map<string, string>();
  const resolve = (text: string): string =>
    text.replace(/var\((--[\w-]+)\)/g, (_, name: string) => {
      if (!known.has(name)) known.set(name, lightValue(probe, name));
      return known.get(name)!;
    });
  for (const element of [root, ...root.querySelectorAll('*')]) {
    for (const attribute of [...element.attributes]) {
      if (attribute.value.includes('var(')) attribute.value = resolve(attribute.value);
    }
  }
  probe.remove();
}

function lightValue(probe: HTMLElement, name: string): string {
  const raw = getComputedStyle(probe).getPropertyValue(name).trim();
  probe.style.color = '';
  probe.style.color = `var(${name})`;
  if (!CSS.supports('color', raw)) return raw.replaceAll('"', "'");
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!canvas) return raw;
  canvas.fillStyle = getComputedStyle(probe).color;
  canvas.fillRect(0, 0, 1, 1);
  const [r, g, b] = canvas.getImageData(0, 0, 1, 1).data;
  return `#${[r, g, b].map((v) => (v ?? 0).toString(16).padStart(2, '0')).join('')}`;
}

/** The sans face, embedded; a picture that cannot load it falls back to the system's. */
async function fontStyle(): Promise<SVGStyleElement> {
  const style = document.createElementNS(SVG, 'style');
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const face = rules.find(
    (rule): rule is CSSFontFaceRule =>
      rule instanceof CSSFontFaceRule &&
      rule.style.getPropertyValue('font-family').includes('Inter') &&
      /U\+0?0/i.test(rule.style.getPropertyValue('unicode-range') || 'U+00'),
  );
  const source = face && /url\("?([^")]+)"?\)/.exec(face.style.getPropertyValue('src'))?.[1];
  if (!source) return style;
  const base = face.parentStyleSheet?.href ?? location.href;
  const bytes = new Uint8Array(await (await fetch(new URL(source, base))).arrayBuffer());
  const text = btoa(Array.from(bytes, (b) => String.fromCharCode(b)).join(''));
  style.textContent = `@font-face{font-family:"Inter Variable";font-weight:100 900;src:url(data:font/woff2;base64,${text})}`;
  return style;
}

/** The picture as PNG, two pixels per CSS pixel. */
export async function exportPng(panels: HTMLElement, title: string): Promise<Blob> {
  const text = await exportSvg(panels, title);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * 2;
  canvas.height = image.naturalHeight * 2;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the browser made no PNG'))),
      'image/png',
    );
  });
}
