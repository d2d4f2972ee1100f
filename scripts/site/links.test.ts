import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { root } from '../machine/root.ts';
import { checkLinks } from './links.ts';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Checks a book made of the given files; faults come without the folder's name. */
function check(files: Readonly<Record<string, string>>, base = '/'): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'links-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const shown = relative(root, folder);
  return checkLinks(shown, base).faults.map((fault) => fault.replace(`${shown}/`, ''));
}

const chapter = { 'one/index.html': '<h1 id="top">One</h1>' };

test('a whole book has no fault', () => {
  const page = `<link rel="canonical" href="https://book.example/"><link rel="stylesheet" href="/assets/a.Ab3x9Qzz.css">
    <a href="/one/#top">one</a><a href="one/?alpha=2#top">one</a><a href="https://elsewhere.example/x">out</a>
    <a href="#here" id="here">here</a><img src="data:image/png;base64,AA=="><a href="/one/#s=state">state</a>`;
  expect(
    check({ ...chapter, 'index.html': page, 'assets/a.Ab3x9Qzz.css': 'a{b:url(a.Ab3x9Qzz.css)}' }),
  ).toEqual([]);
});

test.each([
  ['<a href="/two/">', 'index.html: a href="/two/" leads nowhere: there is no two/index.html'],
  ['<a href="/one/#gone">', 'index.html: a href="/one/#gone" leads nowhere: one/index.html has no id "gone"'],
  ['<a href="">', 'index.html: a href="" is empty'],
  [
    '<a href="javascript:alert(1)">',
    'index.html: a href="javascript:alert(1)" is a script; expected an address',
  ],
  [
    '<script src="https://cdn.example/x.js"></script>',
    'index.html: script src="https://cdn.example/x.js" would be loaded from another origin',
  ],
  [
    '<style>@import "https://cdn.example/x.css";</style>',
    'index.html: @import="https://cdn.example/x.css" would be loaded from another origin',
  ],
  [
    '<p style="background:url(//cdn.example/x.png)">',
    'index.html: url()="//cdn.example/x.png" would be loaded from another origin',
  ],
  ['<link rel="preload" href="/one/">', ''],
  [
    '<link rel="canonical" href="https://book.example/gone/">',
    'index.html: link href="https://book.example/gone/" leads nowhere: there is no gone/index.html',
  ],
  [
    '<meta property="og:image" content="https://book.example/x.png">',
    'index.html: meta content="https://book.example/x.png" leads nowhere: there is no x.png',
  ],
  ['<p id="a"><p id="a">', 'index.html: id "a" is used twice'],
])('%s', (html, fault) => {
  expect(check({ ...chapter, 'index.html': html })).toEqual(fault === '' ? [] : [fault]);
});

test('a script or style without a hash in its name is a fault', () => {
  const faults = check({ 'index.html': '<script src="/page.js"></script>', 'page.js': '' });
  expect(faults).toEqual([expect.stringContaining('has no hash in its name')]);
});

test('a module that names a missing module is a fault', () => {
  const files = {
    'index.html': '',
    'assets/a.Ab3x9Qzz.js': 'import{x}from"./b.Ab3x9Qzz.js";const y=()=>import("./c.Ab3x9Qzz.js")',
  };
  expect(check(files)).toHaveLength(2);
});

test('under a path every link carries it', () => {
  expect(check({ ...chapter, 'index.html': '<a href="/book/one/">' }, '/book/')).toEqual([]);
  expect(check({ ...chapter, 'index.html': '<a href="/one/">' }, '/book/')).toEqual([
    'index.html: a href="/one/" leaves the book\'s path /book/',
  ]);
});

test('an empty folder is a fault', () => {
  expect(check({})).toHaveLength(1);
});
