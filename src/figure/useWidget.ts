import { useEffect, useRef, useState } from 'preact/hooks';
import { checkSetting, type Settings } from './settings.ts';
import type { AnyWidget, Controls } from './widget.ts';

export interface WidgetState {
  readonly settings: Settings<Controls>;
  readonly result: unknown;
  /** Why the last settings could not be computed, or null. */
  readonly failure: string | null;
  /** 0 until something moved. */
  readonly moves: number;
  set(change: Record<string, unknown>): void;
  show(result: unknown): void;
}

/**
 * Settings and their newest result. `compute` may answer later: an answer older than the one on show is dropped, one that
 * is newer is shown even while a still newer one is on its way, so that a drag is followed.
 * Values that a control refuses (a half-typed number) change nothing.
 */
export function useWidget(widget: AnyWidget, first: Settings<Controls>, firstResult: unknown): WidgetState {
  const [state, setState] = useState({
    settings: first,
    result: firstResult,
    failure: null as string | null,
    moves: 0,
  });
  const newest = useRef(first);
  const run = useRef(0);
  const shown = useRef(0);
  useEffect(() => {
    const close = (): void => {
      shown.current = Number.POSITIVE_INFINITY;
    };
    return close;
  }, []);

  const land = (mine: number, part: { result: unknown } | { failure: string }): void => {
    if (mine < shown.current) return;
    shown.current = mine;
    setState((old) => ({ ...old, failure: null, ...part, settings: newest.current, moves: old.moves + 1 }));
  };
  const fail = (mine: number, error: unknown): void =>
    land(mine, { failure: error instanceof Error ? error.message : String(error) });

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
      const answer: unknown = widget.compute(newest.current);
      if (answer instanceof Promise) {
        setState((old) => ({ ...old, settings: newest.current }));
        answer.then(
          (result) => land(mine, { result }),
          (error) => fail(mine, error),
        );
      } else land(mine, { result: answer });
    } catch (error) {
      fail(mine, error);
    }
  };
  const show = (result: unknown): void => land(run.current, { result });
  return { ...state, set, show };
}
