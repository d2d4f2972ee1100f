import { marchingCubes } from './marchingCubes.ts';
import { cubeLogits, cubeNodes, nodeAt, type SmokersResult } from './model.ts';
import { seen } from './people.ts';
import { planeInBox } from './plane.ts';
import { axisLabels, behind, edges, type Project, type Projected, projection, type View } from './scene.ts';

/** Resolved colours of the canvas. */
export interface Inks {
  readonly ink: string;
  readonly quiet: string;
  readonly rule: string;
  readonly paper: string;
  readonly hue: string;
  readonly words: string;
}

/** The surface p = ½ of the first network as corners in kg, mmHg and years, nine numbers a triangle. */
export function surfaceOf(result: SmokersResult): Float32Array {
  const triangles = marchingCubes(cubeLogits(result), cubeNodes);
  for (let i = 0; i < triangles.length; i++) {
    triangles[i] = nodeAt((i % 3) as 0 | 1 | 2, triangles[i]!, cubeNodes);
  }
  return triangles;
}

interface Sheet {
  readonly context: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  readonly inks: Inks;
}

/** Paints the cloud: what is behind the plane, the plane, what is before it, each from far to near. */
export function paintCloud(sheet: Sheet, result: SmokersResult, surface: Float32Array, view: View): void {
  const { context, width, height, inks } = sheet;
  const project = projection(view, width, height);
  context.clearRect(0, 0, width, height);
  context.lineJoin = 'round';
  polyline(
    context,
    edges.map(([a, b]) => [project(a), project(b)]),
    inks.rule,
    1,
  );
  const hidden = behind(result.plane, project);
  const faces = facesOf(surface, project);
  people(sheet, project, (i) => hidden[i]!, 0.5);
  paintFaces(
    context,
    faces.filter(({ towards }) => !towards),
    inks.hue,
  );
  const cut = planeInBox(result.plane).map((place) => project(place));
  if (cut.length > 2) paintPlane(context, cut, inks.ink);
  people(sheet, project, (i) => !hidden[i]!, 1);
  paintFaces(
    context,
    faces.filter(({ towards }) => towards),
    inks.hue,
  );
  paintLabels(sheet, project);
}

interface Face {
  readonly corners: readonly [Projected, Projected, Projected];
  /** Turned to the eye: then it is painted over the people inside. */
  readonly towards: boolean;
  /** How steeply it is seen: 0 face on, 1 edge on. */
  readonly slant: number;
}

function facesOf(surface: Float32Array, project: Project): Face[] {
  return Array.from({ length: surface.length / 9 }, (_, i) => {
    const corner = (k: number): Projected => project(surface.subarray(9 * i + 3 * k, 9 * i + 3 * k + 3));
    const [a, b, c] = [corner(0), corner(1), corner(2)];
    const [ux, uy, ud] = [b[0] - a[0], b[1] - a[1], (b[2] - a[2]) * 100];
    const [vx, vy, vd] = [c[0] - a[0], c[1] - a[1], (c[2] - a[2]) * 100];
    const facing = ux * vy - uy * vx;
    const size = Math.hypot(facing, uy * vd - ud * vy, ud * vx - ux * vd) || 1;
    return { corners: [a, b, c], towards: facing > 0, slant: 1 - Math.abs(facing) / size };
  });
}

/** Glass: clear where it is seen face on, denser towards its outline. Faces of a like density share one path. */
function paintFaces(context: CanvasRenderingContext2D, faces: readonly Face[], hue: string): void {
  const shades = 6;
  context.fillStyle = hue;
  for (let shade = 0; shade < shades; shade++) {
    context.globalAlpha = 0.06 + (0.4 * shade) / shades;
    context.beginPath();
    for (const { corners, slant } of faces) {
      if (Math.min(shades - 1, Math.floor(slant ** 1.5 * shades)) !== shade) continue;
      const [a, b, c] = corners;
      context.moveTo(a[0], a[1]);
      context.lineTo(b[0], b[1]);
      context.lineTo(c[0], c[1]);
      context.closePath();
    }
    context.fill();
  }
  context.globalAlpha = 1;
}

function paintPlane(context: CanvasRenderingContext2D, cut: readonly Projected[], ink: string): void {
  context.beginPath();
  for (const [x, y] of cut) context.lineTo(x, y);
  context.closePath();
  context.fillStyle = ink;
  context.globalAlpha = 0.07;
  context.fill();
  context.globalAlpha = 1;
  context.strokeStyle = ink;
  context.lineWidth = 1.25;
  context.stroke();
}

function polyline(
  context: CanvasRenderingContext2D,
  lines: readonly (readonly Projected[])[],
  stroke: string,
  width: number,
): void {
  context.beginPath();
  for (const line of lines)
    for (const [k, [x, y]] of line.entries()) k ? context.lineTo(x, y) : context.moveTo(x, y);
  context.strokeStyle = stroke;
  context.lineWidth = width;
  context.stroke();
}

function people(
  { context, inks }: Sheet,
  project: Project,
  chosen: (i: number) => boolean,
  opacity: number,
): void {
  context.globalAlpha = opacity;
  for (const label of [0, 1]) {
    context.beginPath();
    seen.features.forEach((person, i) => {
      if (seen.labels[i] !== label || !chosen(i)) return;
      const [x, y] = project(person);
      context.moveTo(x + (label ? 2.5 : 2), y);
      context.arc(x, y, label ? 2.5 : 2, 0, 2 * Math.PI);
    });
    context.fillStyle = label ? inks.ink : inks.paper;
    context.fill();
    if (label) continue;
    context.strokeStyle = inks.quiet;
    context.lineWidth = 1;
    context.stroke();
  }
  context.globalAlpha = 1;
}

function paintLabels({ context, width, inks }: Sheet, project: Project): void {
  context.font = `12px ${inks.words}`;
  context.fillStyle = inks.quiet;
  context.strokeStyle = inks.paper;
  context.lineWidth = 4;
  context.lineJoin = 'round';
  for (const { x, y, anchor, text } of axisLabels(project, width, width < 400)) {
    context.textAlign = anchor === 'middle' ? 'center' : anchor;
    context.strokeText(text, x, y);
    context.fillText(text, x, y);
  }
}
