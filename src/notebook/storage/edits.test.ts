import { describe, expect, it } from 'vitest';
import { type Box, createEditStore } from './edits.ts';

/** A storage as browsers have it, with room for `capacity` characters. */
function box(capacity = Number.POSITIVE_INFINITY): Box & { entries: Map<string, string> } {
  const entries = new Map<string, string>();
  return {
    entries,
    get length() {
      return entries.size;
    },
    key: (i) => [...entries.keys()][i] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    removeItem: (key) => void entries.delete(key),
    setItem(key, value) {
      const used = [...entries].reduce((n, [k, v]) => n + (k === key ? 0 : v.length), 0);
      if (used + value.length > capacity) {
        throw Object.assign(new Error('no room'), { name: 'QuotaExceededError' });
      }
      entries.set(key, value);
    },
  };
}

const author = 'const a = 1;';

const asideOf = (store: ReturnType<typeof createEditStore>): string[] =>
  store.recall('neuron', author).aside.map(({ text }) => text);

describe('a reader’s edit', () => {
  it('comes back after a reload', () => {
    const device = box();
    expect(createEditStore(device, '1').keep('neuron', author, 'const a = 2;')).toEqual({ kept: true });
    expect(createEditStore(device, '1').recall('neuron', author)).toEqual({
      current: { text: 'const a = 2;', base: author },
      older: [],
      aside: [],
    });
  });

  it('belongs to its chapter and cell alone', () => {
    const device = box();
    createEditStore(device, '1').keep('neuron', author, 'x');
    expect(createEditStore(device, '2').recall('neuron', author).current).toBeNull();
    expect(createEditStore(device, '1').recall('neuro', author).current).toBeNull();
  });

  it('is kept, not applied, when the author has changed the cell since', () => {
    const device = box();
    createEditStore(device, '1').keep('neuron', author, 'const a = 2;');
    const { current, older } = createEditStore(device, '1').recall('neuron', 'const a = 100;');
    expect(current).toBeNull();
    expect(older).toEqual([{ text: 'const a = 2;', base: author }]);
  });

  it('of the new text stands beside the one of the old', () => {
    const store = createEditStore(box(), '1');
    store.keep('neuron', author, 'mine');
    store.keep('neuron', 'new', 'mine, again');
    expect(store.recall('neuron', 'new').current?.text).toBe('mine, again');
    expect(store.recall('neuron', 'new').older[0]?.text).toBe('mine');
  });

  it('is forgotten when the text is the author’s again', () => {
    const device = box();
    const store = createEditStore(device, '1');
    store.keep('neuron', author, 'mine');
    store.keep('neuron', author, author);
    expect(device.entries.size).toBe(0);
  });

  it('is put aside for someone else’s', () => {
    const store = createEditStore(box(), '1');
    store.keep('neuron', author, 'mine');
    expect(store.putAside('neuron', author, 'mine')).toEqual({ kept: true });
    expect(store.recall('neuron', author).current).toBeNull();
    store.keep('neuron', author, 'theirs');
    expect(asideOf(store)).toEqual(['mine']);
  });

  it('is put aside beside others, and an unedited text is not', () => {
    const store = createEditStore(box(), '1');
    for (const text of ['first', 'second', 'second', author]) store.putAside('neuron', author, text);
    expect(asideOf(store).sort()).toEqual(['first', 'second']);
    store.forget('neuron', { text: 'first', base: author });
    expect(asideOf(store)).toEqual(['second']);
  });

  it('is put aside until the page closes where nothing can be stored', () => {
    const store = createEditStore(null, '1');
    expect(store.putAside('neuron', author, 'mine')).toMatchObject({ kept: false });
    expect(asideOf(store)).toEqual(['mine']);
    store.forget('neuron', { text: 'mine', base: author });
    expect(asideOf(store)).toEqual([]);
  });

  it('can be thrown away alone', () => {
    const store = createEditStore(box(), '1');
    store.keep('neuron', author, 'old');
    store.keep('neuron', 'new', 'newer');
    store.forget('neuron', { text: 'old', base: author });
    expect(store.recall('neuron', 'new').older).toEqual([]);
    expect(store.recall('neuron', 'new').current?.text).toBe('newer');
  });
});

describe('a storage that fails', () => {
  it('says so when it is full and keeps the earlier edit', () => {
    const store = createEditStore(box(80), '1');
    store.keep('neuron', author, 'short');
    const kept = store.keep('neuron', author, 'x'.repeat(200));
    expect(kept).toMatchObject({ kept: false, why: expect.stringContaining('full') });
    expect(store.recall('neuron', author).current?.text).toBe('short');
  });

  it('says so when there is none', () => {
    const kept = createEditStore(null, '1').keep('neuron', author, 'x');
    expect(kept).toMatchObject({ kept: false, why: expect.stringContaining('not saved on this device') });
    expect(createEditStore(null, '1').recall('neuron', author).current).toBeNull();
  });

  it('survives entries that are not edits', () => {
    const device = box();
    const store = createEditStore(device, '1');
    store.keep('neuron', author, 'mine');
    for (const rubbish of ['{', 'null', '7', '{"text":5,"base":"x"}', '[]']) {
      device.entries.set(`nonlinear/edit/1/neuron/${rubbish.length}`, rubbish);
    }
    expect(store.recall('neuron', author)).toMatchObject({ current: { text: 'mine' }, older: [] });
  });

  it('survives a browser that throws at every touch', () => {
    const hostile = new Proxy({} as Box, {
      get() {
        throw new Error('SecurityError');
      },
    });
    const store = createEditStore(hostile, '1');
    expect(store.keep('neuron', author, 'x')).toMatchObject({ kept: false });
    expect(store.recall('neuron', author)).toEqual({ current: null, older: [], aside: [] });
  });
});
