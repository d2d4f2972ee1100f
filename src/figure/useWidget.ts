import { useEffect, useRef, useState } from 'preact/hooks';
import type { Rest } from './firstAnswer.ts';
import { checkSetting, type Settings } from './settings.ts';
import type { AnyWidget, Away, Controls } from './widget.ts';

export interface WidgetState {
  readonly settings: Settings<Controls>;
  readonly result: unknown;
  /** Why the last settings could not be computed, or null. */
  readonly failure: string | null;
  /** What of the newest settings is still being computed: the whole picture, the rest of the one on show, or nothing. */
  readonly awaited: 'all' | 'rest' | 'nothing';
  /** 0 until something moved. */
  readonly moves: number;
  set(change: Record<string, unknown>): void;
  show(result: unknown): void;
}

/** Where a figure starts. */
export interface Start {
  readonly widget: AnyWidget;
  /** Where the reader starts: the author's starting point, changed by a link. */
  readonly first: Settings<Controls>;
  readonly firstResult: unknown;
  /** What is missing of `firstResult`, while it is not complete. */
  readonly rest?: Rest<unknown> | null;
  /** Computes in place of `widget.compute`. */
  readonly away?: Away<Controls, unknown> | null;
}

/**
 * Settings and their newest result. `compute` may answer later: an answer older than the one on show is dropped, one that
 * is newer is shown even while a still newer one is on its way, so that a drag is followed.
 * Values that a control refuses (a half-typed number) change nothing.
 */
export function useWidget({ widget, first, firstResult, rest, away }: Start): WidgetState {
  const compute: Away<Controls, unknown> = away ?? ((settings) => widget.compute(settings));
  const [state, setState] = useState<Omit<WidgetState, 'set' | 'show'>>({
    settings: first,
    result: firstResult,
    failure: null,
    awaited: rest ? 'rest' : 'nothing',
    moves: 0,
  });
  const newest = useRef(first);
  const run = useRef(0);
  const shown = useRef(0);

  const put = (mine: number, change: Partial<WidgetState>): void => {
    if (mine < shown.current) return;
    shown.current = mine;
    setState((old) => ({ ...old, failure: null, ...change, settings: newest.current, moves: old.moves + 1 }));
  };
  const land = (mine: number, part: { result: unknown } | { failure: string }, more = false): void => {
    const missing = more ? 'rest' : 'nothing';
    put(mine, { ...part, awaited: mine < run.current ? 'all' : missing });
  };
  const fail = (mine: number, error: unknown): void =>
    land(mine, { failure: error instanceof Error ? error.message : String(error) });
  const landPart = (mine: number) => (result: unknown) => land(mine, { result }, true);
  const landWhole = (mine: number, answer: Promise<unknown>): Promise<void> =>
    answer.then(
      (result) => land(mine, { result }),
      (error) => fail(mine, error),
    );

  useEffect(() => {
    if (rest) void landWhole(0, rest(landPart(0)));
    const close = (): void => {
      shown.current = Number.POSITIVE_INFINITY;
    };
    return close;
  }, []);

  const set = (change: Record<string, unknown>): void => {
    try {
      const checked = Object.entries(change).map(([name, value]) => [
        name,
        checkSetting(widget.controls[name], value),
      ]);
      newest.current = { ...newest.current, ...Object.fromEntries(checked) };
    } catch {
      return;
    }
    const mine = ++run.current;
    try {
      const answer: unknown = compute(newest.current, landPart(mine));
      if (answer instanceof Promise) {
        setState((old) => ({ ...old, settings: newest.current, awaited: 'all' }));
        void landWhole(mine, answer);
      } else land(mine, { result: answer });
    } catch (error) {
      fail(mine, error);
    }
  };
  const show = (result: unknown): void => put(run.current, { result });
  return { ...state, set, show };
}
