import { render } from 'preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Computing } from './Computing.tsx';
import { stage } from './testing/stage.ts';
import { type Start, useWidget, type WidgetState } from './useWidget.ts';
import { type AnyWidget, type Away, defineWidget } from './widget.ts';

const controls = { depth: { kind: 'range', label: 'Layers', min: 1, max: 9, step: 1, default: 1 } } as const;
type Settings = { readonly depth: number };

/** What was asked away from the page, and how to answer it. */
interface Asked {
  readonly depth: number;
  readonly part: (soFar: unknown) => void;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

const widget: AnyWidget = defineWidget<typeof controls, string>({
  tag: 'Probe',
  layout: 'text',
  controls,
  compute: ({ depth }) => `${depth}`,
  draw: () => [],
  read: (result) => ({ title: result, description: '' }),
  table: () => ({ columns: [], rows: [] }),
});

const place = stage();

/** Lets effects run and the clock go on. */
const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** A figure that is only its line about work. */
function figure(start: Partial<Start> = {}) {
  const asked: Asked[] = [];
  const away: Away<typeof controls, unknown> = ({ depth }: Settings, part) =>
    depth === 9 ? 'at once' : new Promise((resolve, reject) => asked.push({ depth, part, resolve, reject }));
  let state: WidgetState;
  function Probe(): ReturnType<typeof Computing> {
    state = useWidget({ widget, first: { depth: 1 }, firstResult: '1', away, ...start } as Start);
    const { awaited, result } = state;
    const text = awaited === 'nothing' ? '' : `Computing ${awaited}`;
    return <Computing text={text} stale={awaited === 'all'} result={result} />;
  }
  const { root } = place;
  render(<Probe />, root);
  const look = () => {
    const { result, failure, awaited } = state;
    return { result, failure, awaited };
  };
  const line = () => ({
    says: root.querySelector('.computing')!.textContent,
    busy: root.getAttribute('aria-busy'),
    stale: root.hasAttribute('data-stale'),
  });
  return {
    asked,
    look,
    line,
    set: (depth: number) => state.set({ depth }),
    show: (r: string) => state.show(r),
  };
}

const quiet = { says: '', busy: null, stale: false };

beforeEach(() => place.root.setAttribute('data-widget', 'Probe'));

describe('a figure whose numbers come later', () => {
  it('says so when they are late, and has the old picture fade', async () => {
    const { asked, look, line, set } = figure();
    await wait(10);
    set(2);
    expect(look()).toEqual({ result: '1', failure: null, awaited: 'all' });
    await wait(140);
    expect(line()).toEqual(quiet);
    await wait(20);
    expect(line()).toEqual({ says: 'Computing all', busy: 'true', stale: true });
    asked[0]!.part('2, in part');
    await wait(200);
    expect(look()).toEqual({ result: '2, in part', failure: null, awaited: 'rest' });
    expect(line()).toEqual({ says: 'Computing rest', busy: 'true', stale: false });
    asked[0]!.resolve('2');
    await wait(10);
    expect(look()).toEqual({ result: '2', failure: null, awaited: 'nothing' });
    expect(line()).toEqual(quiet);
  });

  it.each([[], ['2, in part']])(
    'stops saying so when they cannot be computed, after %o',
    async (...parts) => {
      const { asked, look, line, set } = figure();
      set(2);
      for (const part of parts) asked[0]!.part(part);
      await wait(500);
      asked[0]!.reject(new Error('invalid depth'));
      await wait(500);
      expect(look()).toEqual({ result: parts[0] ?? '1', failure: 'invalid depth', awaited: 'nothing' });
      expect(line()).toEqual(quiet);
    },
  );

  it('follows a drag, and is not late while it does', async () => {
    const { asked, look, line, set } = figure();
    set(2);
    for (let depth = 3; depth < 9; depth++) {
      await wait(100);
      set(depth);
      asked[depth - 3]!.resolve(`${depth - 1}`);
      await wait(1);
      expect(look()).toEqual({ result: `${depth - 1}`, failure: null, awaited: 'all' });
      expect(line()).toEqual(quiet);
    }
    await wait(200);
    expect(line()).toEqual({ says: 'Computing all', busy: 'true', stale: true });
  });

  it('shows an answer that was overtaken, but still waits for the newest; none that is older', async () => {
    const { asked, look, set } = figure();
    for (const depth of [2, 3, 4]) set(depth);
    asked[1]!.resolve('3');
    await wait(0);
    expect(look()).toEqual({ result: '3', failure: null, awaited: 'all' });
    asked[0]!.resolve('2');
    await wait(0);
    expect(look().result).toBe('3');
    asked[2]!.resolve('4');
    await wait(0);
    expect(look()).toEqual({ result: '4', failure: null, awaited: 'nothing' });
  });

  it('waits for nothing when a newer answer came at once', async () => {
    const { asked, look, set } = figure();
    set(2);
    set(9);
    expect(look()).toEqual({ result: 'at once', failure: null, awaited: 'nothing' });
    asked[0]!.resolve('2');
    await wait(0);
    expect(look().result).toBe('at once');
  });

  it('takes the rest of what it started with, until something moves', async () => {
    let part: (soFar: unknown) => void = () => {};
    const whole = Promise.withResolvers<unknown>();
    const rest = (more: typeof part) => {
      part = more;
      return whole.promise;
    };
    const { asked, look, set } = figure({ rest });
    expect(look().awaited).toBe('rest');
    await wait(10);
    part('1, nearly');
    expect(look()).toEqual({ result: '1, nearly', failure: null, awaited: 'rest' });
    set(2);
    asked[0]!.resolve('2');
    await wait(0);
    whole.resolve('1, whole');
    await wait(0);
    expect(look()).toEqual({ result: '2', failure: null, awaited: 'nothing' });
  });

  it('shows a step of training without forgetting what it waits for', async () => {
    const { look, set, show } = figure();
    set(2);
    show('step 3');
    expect(look()).toEqual({ result: 'step 3', failure: null, awaited: 'all' });
  });
});
