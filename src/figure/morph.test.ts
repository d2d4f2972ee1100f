import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { morphChildren } from './morph.ts';

function make(markup: string): HTMLElement {
  const { document } = parseHTML(`<html><body><div id="root">${markup}</div></body></html>`);
  return document.querySelector('#root') as unknown as HTMLElement;
}

/** The markup after the first was made equal to the second, and the elements that were there before. */
function morphed(first: string, second: string): { root: HTMLElement; before: Element[] } {
  const root = make(first);
  const before = [...root.querySelectorAll('*')];
  const wanted = make(second);
  morphChildren(root, [...wanted.childNodes]);
  return { root, before };
}

describe('a morphed element', () => {
  it.each([
    ['<p>a</p>', '<p>b</p>'],
    ['<p>a</p>', ''],
    ['', '<p>a</p>text<b>c</b>'],
    ['<p class="x" id="y">a</p>', '<p title="t" id="z">a</p>'],
    [
      '<svg><g><path d="M0,0"></path></g></svg>',
      '<svg width="3"><g><path d="M1,1"></path><text>t</text></g></svg>',
    ],
    ['<p>a</p><i>b</i>', '<i>b</i><p>a</p>'],
    ['text<b>x</b>', '<b>x</b>text'],
  ])('reads like what was wanted: %s to %s', (first, second) => {
    expect(morphed(first, second).root.innerHTML).toBe(make(second).innerHTML);
  });

  it('keeps the elements whose kind stays', () => {
    const { root, before } = morphed(
      '<svg><path d="M0,0"></path><text>1</text></svg>',
      '<svg><path d="M9,9"></path><text>2</text><line></line></svg>',
    );
    const after = [...root.querySelectorAll('*')];
    expect(after.slice(0, 3).every((element, i) => element === before[i])).toBe(true);
    expect(after).toHaveLength(4);
  });

  it('replaces an element of another kind', () => {
    const { root, before } = morphed('<path></path>', '<circle></circle>');
    expect(before[0]!.parentNode).toBeNull();
    expect(root.firstElementChild!.localName).toBe('circle');
  });
});
