import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

const phone = '@media (max-width: 719px)';

/** The editor in the measures of the listing, so that nothing moves when one takes the other's place. */
const look = EditorView.theme({
  '&': {
    background: 'var(--sunk)',
    borderRadius: '0 0 var(--r-2) 0',
    color: 'var(--ink)',
    font: '400 var(--t-code) / 1.62 var(--mono)',
    position: 'relative',
  },
  '&.cm-focused': { outline: 'none' },
  // Above the washes of lines, which would cover an outline.
  '&.cm-focused::after': {
    content: '""',
    position: 'absolute',
    inset: 0,
    border: 'var(--focus)',
    borderRadius: 'inherit',
    pointerEvents: 'none',
    zIndex: 1,
  },
  '.cm-scroller': { font: 'inherit', lineHeight: 'inherit' },
  '.cm-content': { padding: '2px 0 var(--s-4)', caretColor: 'var(--ink)', font: 'inherit' },
  '.cm-line': { padding: '0 var(--s-4)' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    background: 'none',
    boxShadow: 'inset 0 -2px var(--ink-3)',
  },
  '.cm-nonmatchingBracket, &.cm-focused .cm-nonmatchingBracket': {
    background: 'none',
    boxShadow: 'inset 0 -2px var(--bad)',
  },
  '.leave': {
    position: 'absolute',
    right: 'var(--s-2)',
    bottom: '2px',
    font: '400 var(--t-00) / 1.1 var(--sans)',
    color: 'var(--ink-3)',
    pointerEvents: 'none',
    visibility: 'hidden',
  },
  '&.cm-focused .leave': { visibility: 'visible' },
  '@media (hover: none)': { '&.cm-focused .leave': { visibility: 'hidden' } },
  '.cm-tooltip': {
    background: 'var(--raised)',
    color: 'var(--ink)',
    border: '1px solid var(--rule)',
    borderRadius: 'var(--r-2)',
    font: '400 var(--t-1) / 1.4 var(--sans)',
  },
  '.cm-tooltip-autocomplete > ul': { font: '400 var(--t-1) / 1.5 var(--mono)', maxHeight: '14em' },
  '.cm-tooltip-autocomplete > ul > li': { padding: '2px var(--s-3)', margin: 0 },
  '.cm-tooltip-autocomplete.cm-tooltip > ul > li::before': { content: 'none' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': { background: 'var(--press)', color: 'var(--ink)' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: 600 },
  '.cm-completionDetail': { color: 'var(--ink-3)', fontStyle: 'normal', marginLeft: 'var(--s-3)' },
  '.cm-completionInfo': { padding: 'var(--s-2) var(--s-3)', maxWidth: '24rem' },
  '.cm-panels': {
    background: 'var(--sunk)',
    color: 'var(--ink)',
    font: '400 var(--t-1) / 1.4 var(--sans)',
    border: '0',
    borderBottom: '1px solid var(--rule)',
  },
  '.cm-panels.cm-panels-top': { borderBottom: '1px solid var(--rule)' },
  '.cm-panel.cm-search': { padding: 'var(--s-2) var(--s-4)' },
  '.cm-panel.cm-search label': { font: 'inherit', display: 'inline-flex', alignItems: 'center', gap: '4px' },
  '.cm-panel.cm-search [name=close]': { minWidth: '24px', minHeight: '24px' },
  '.cm-textfield': {
    background: 'var(--paper)',
    color: 'var(--ink)',
    border: '1px solid var(--control)',
    font: '400 var(--t-1) / 1.4 var(--mono)',
    minHeight: '26px',
  },
  '.cm-button': {
    background: 'none',
    border: '1px solid var(--control)',
    borderRadius: 'var(--r-1)',
    color: 'var(--ink)',
    font: 'inherit',
    minHeight: '26px',
  },
  '.cm-searchMatch': { background: 'var(--press)', outline: '1px solid var(--control)' },
  '.cm-searchMatch-selected': { background: 'var(--yours-wash)', outline: '1px solid var(--yours)' },
  '.cm-changedLine, &.cm-merge-b .cm-changedLine': { background: 'var(--yours-wash)' },
  '.cm-changedLine::before': { content: '"+ "', color: 'var(--yours-text)' },
  '.cm-deletedChunk': { background: 'var(--press)', padding: '0 var(--s-4)', color: 'var(--ink-2)' },
  '.cm-deletedLine::before': { content: '"− "' },
  '.cm-deletedLine, .cm-deletedLine del': { textDecoration: 'none' },
  [phone]: {
    '.cm-line': { paddingLeft: 'calc(var(--s-4) + 2ch)', textIndent: '-2ch' },
    '.cm-textfield': { fontSize: '16px' },
  },
});

/** The look; below 720 px lines wrap as they do in the listing. */
export const editorLook = (): Extension =>
  matchMedia('(max-width: 719px)').matches ? [look, EditorView.lineWrapping] : look;
