import { describe, expect, it } from 'vitest';
import theory from '../../reference/theory.json' with { type: 'json' };
import { countDistinct, messages, relay, relays } from './model.ts';

const facts = theory.chapter_facts.relay_sigmoid_3;
const outputs = (spec: string, k: number) => relay(spec, k, 1, 0).threads.map((t) => t.values.at(-1)!);

describe('the relay of messages', () => {
  it('sends 41 messages from −2 to 2, one of them exactly 0', () => {
    expect(messages).toHaveLength(41);
    expect([messages[0], messages[20], messages[40]]).toEqual([-2, 0, 2]);
  });

  it('lets the identity keep every message as it is', () => {
    expect(relay('identity', 6, 1, 0).distinct).toEqual(Array(7).fill(41));
    expect(outputs('identity', 3)).toEqual(messages);
  });

  it('leaves two messages after one step, and one after two', () => {
    expect(relay('step', 2, 1, 0).distinct).toEqual([41, 2, 1]);
    expect(outputs('step', 2)).toEqual(Array(41).fill(1));
  });

  it('merges all negatives in the first ReLU and nothing after', () => {
    expect(relay('relu', 3, 1, 0).distinct).toEqual([41, 21, 21, 21]);
  });

  it('squeezes everything through three sigmoids into a narrow band', () => {
    const last = outputs('sigmoid', 3);
    expect(last[0]).toBeCloseTo(facts['from_-2'], 14);
    expect(last[40]).toBeCloseTo(facts.from_2, 14);
    expect(relay('sigmoid', 3, 1, 0).distinct[3]).toBe(41);
  });

  it('multiplies the slopes along the way', () => {
    const { slope } = relay('sigmoid', 3, 1, 0).threads[20]!;
    expect(slope).toBeCloseTo(facts.slope_at_0, 14);
    expect(slope).toBeLessThan(0.25 ** 3);
  });

  it('gives slopes that add up to the spread of the outputs', () => {
    const { threads } = relay('tanh', 4, 1.3, 0.2);
    const trapezia = threads.slice(1).map((t, i) => ((t.slope + threads[i]!.slope) / 2) * 0.1);
    const spread = threads[40]!.values[4]! - threads[0]!.values[4]!;
    expect(trapezia.reduce((a, b) => a + b)).toBeCloseTo(spread, 3);
  });

  it('tells values apart only where they differ by 1e-12 or more', () => {
    expect(countDistinct([0, 5e-13, 1])).toBe(2);
    expect(countDistinct([1, 0, 2e-12])).toBe(3);
  });

  it('shows three others beside the chosen function', () => {
    const names = (spec: string) => relays(spec, 3, 1, 0).others.map((o) => o.activation.id);
    expect(names('relu')).toEqual(['identity', 'step', 'sigmoid']);
    expect(names('gelu')).toEqual(['identity', 'step', 'relu']);
  });
});
