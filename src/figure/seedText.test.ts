import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { FigureView } from './FigureView.tsx';
import { seedsInARow, seedText } from './seedText.ts';
import { type Controls, defaults } from './settings.ts';
import { type AnyWidget, defineWidget } from './widget.ts';

const modules = import.meta.glob<{ default: AnyWidget }>('../../components/*/widget.ts', { eager: true });
const start = ({ controls }: AnyWidget) => defaults(controls as Controls);

const isNoisy = ({ noisy }: Readonly<Record<string, unknown>>): boolean => noisy === true;
const controls = {
  noisy: { kind: 'toggle', label: 'Noise', default: true },
  seed: { kind: 'seed', label: 'Seed of the noise', default: 4, when: isNoisy },
  nets: { kind: 'range', label: 'Networks', min: 1, max: 9, step: 1, default: 5 },
} as const satisfies Controls;

describe('the seeds of a figure in words', () => {
  it('are those of the controls in force', () => {
    expect(seedText(controls, { noisy: true, seed: 4, nets: 5 })).toBe('Seed of the noise: 4.');
    expect(seedText(controls, { noisy: false, seed: 4, nets: 5 })).toBe('');
  });

  it('are a range where one control stands for several', () => {
    const counted = { nets: { ...controls.nets, seeds: (n: number) => seedsInARow('the networks', 1, n) } };
    expect(seedText(counted, { nets: 5 })).toBe('Seeds of the networks: 1 to 5.');
    expect(seedText(counted, { nets: 1 })).toBe('Seed of the networks: 1.');
  });

  it('stand in the page that the build writes', () => {
    const widget: AnyWidget = defineWidget<typeof controls, null>({
      tag: 'Probe',
      layout: 'text',
      controls,
      compute: () => null,
      draw: () => [],
      read: () => ({ title: 'Probe', description: '' }),
      table: () => ({ columns: [], rows: [] }),
    });
    const first = start(widget);
    const props = { widget, id: 'probe', start: first, first, firstResult: null, notices: [], baked: '' };
    const html = renderToString(h(FigureView, { ...props, caption: '', live: false, language: 'en' }));
    expect(html).toContain('Seed of the noise: 4.');
  });

  it('are said of every figure in which chance has a part', () => {
    const said = Object.values(modules)
      .map(({ default: widget }) => [widget.tag, seedText(widget.controls, start(widget))])
      .filter(([, text]) => text !== '');
    expect(Object.fromEntries(said)).toEqual({
      CollapseMachine: 'Seed of the weights: 2.',
      GradientByDepth: 'Seeds of the networks: 1 to 5.',
      GradientHero: 'Seeds of the networks: 1 to 8.',
      PlanarTrainer: 'First seed: 1.',
      RangeRunaway: 'Seeds of the five networks: 1 to 5.',
      Smokers: 'First seed: 1.',
      SpikeRate: 'Seed of the noise: 1.',
    });
  });
});
