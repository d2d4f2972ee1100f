import type { ComponentChild, FunctionComponent } from 'preact';
import type { Controls, Settings } from './settings.ts';

/** Where a drawing is made: the same for the build's server-side document and the reader's page. */
export interface Frame {
  /** Width in CSS pixels at which the figure will be shown. Draw at this width; text is never scaled. */
  readonly width: number;
  /** True below 480 px: fewer ticks, direct labels inside the plot. */
  readonly phone: boolean;
  readonly document: Document;
  /** Prefix for ids inside the SVG, unique on the page. */
  readonly id: string;
}

/** One picture of a figure. Panels stand side by side where they fit, else under each other. */
export interface Panel {
  /** Stable name, e.g. `curve`; used for golden files and downloads. */
  readonly key: string;
  /** Visible heading, for figures of several panels. */
  readonly heading?: string;
  /** One line above the plot at the left: the y-axis title. */
  readonly axisNote?: string;
  readonly svg: SVGElement;
}

/** What the picture shows, in words. Everything here may change with the settings. */
export interface Reading {
  /** The finding, one serif sentence without a full stop: `A sigmoid network forgets its first layers`. */
  readonly title: string;
  /** One or two sentences with the numbers that matter now; shown under the figure and announced politely. */
  readonly finding?: string;
  /** For those who cannot see the picture: what is drawn, axes with ranges, shape of each curve. */
  readonly description: string;
}

export interface Column {
  readonly label: string;
  /** Significant digits; text columns have none. Default 6. */
  readonly digits?: number;
}

/** The numbers of the picture: shown under "Data", exported as CSV in full precision. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly (number | string)[])[];
}

/** What a widget's own view may use. */
export interface ViewProps<C extends Controls, R> {
  readonly settings: Settings<C>;
  readonly result: R;
  /** False in the build's HTML and before the first touch. */
  readonly live: boolean;
  set(change: Partial<Settings<C>>): void;
  /** Shows another result for the same settings (a training step); dropped at the next change of settings. */
  show(result: R): void;
}

/** Settings -> numbers; `part` gets what there is of them before the whole is there. See `askWorker`. */
export type Away<C extends Controls, R> = (settings: Settings<C>, part: (soFar: R) => void) => R | Promise<R>;

/** How wide a figure stands: in the text column, text + margin, or the whole page. */
export type Layout = 'text' | 'wide' | 'full';

/** A figure of the book: settings -> numbers -> pictures, words and a table. */
export interface Widget<C extends Controls = Controls, R = unknown> {
  /** The tag a chapter writes; equals the folder's name. */
  readonly tag: string;
  readonly layout: Layout;
  readonly controls: C;
  /** Pure; from `model.ts`. May answer later; only the newest answer is shown. */
  compute(settings: Settings<C>): R | Promise<R>;
  /**
   * `compute` off the page's thread, for a page that has workers. Called once for each figure: one that has a worker of its
   * own is not overtaken by another.
   */
  away?(): Away<C, R>;
  /** Says what is being computed while that takes long; `soFar` is null while the picture is of other settings. */
  computing?(settings: Settings<C>, soFar: R | null): string;
  /** Pure; from `figure.ts`. */
  draw(result: R, frame: Frame): readonly Panel[];
  read(result: R): Reading;
  table(result: R): Table;
  /** More of the picture in HTML, beside or under the panels: a read-out table, a highlighted sentence. */
  readonly View?: FunctionComponent<ViewProps<C, R>>;
  /** Whether `View` stands above the panels or (default) under them. */
  readonly viewFirst?: boolean;
  /** A second view, under the controls: what the picture means, at length. */
  readonly Under?: FunctionComponent<ViewProps<C, R>>;
  /** Whether the picture shows every function of the reader's own without being asked, with these settings. */
  showsOwn?(settings: Settings<C>): boolean;
  /** Direct manipulation of the drawn panels; called after each redraw, returns its clean-up. */
  interact?(panels: HTMLElement, props: ViewProps<C, R>): () => void;
}

/** Types a widget from its parts. */
export function defineWidget<C extends Controls, R>(widget: Widget<C, R>): Widget<C, R> {
  return widget;
}

/** Widgets of any settings, for lists. */
// biome-ignore lint/suspicious/noExplicitAny: a list of widgets forgets each one's own types
export type AnyWidget = Widget<any, any>;

export type { ComponentChild, Controls, Settings };
