import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { ReportDocument } from '../../../../src/core/report/document/document.js';
import { documentHtml } from '../../../../src/core/report/document/html/page.js';
import { HOSTILE_DOCUMENT } from './hostile.js';

const htmlOf = (document: ReportDocument): string => [...documentHtml(document)].join('');

describe('A document as HTML', () => {
  const html = htmlOf(HOSTILE_DOCUMENT);

  it('lets nothing of it run or load: its one style sheet goes by its hash', () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(style, 'utf8').digest('base64');
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    assert.equal(
      policy.replaceAll('&#39;', "'"),
      `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`,
    );
    assert.equal(html.match(/<style>/g)?.length, 1);
    assert.doesNotMatch(html, /<script|<link rel="stylesheet"|@import|url\(/);
    assert.doesNotMatch(html.replace(/<meta[^>]*>/g, ''), /\sstyle="|\son\w+="/);
  });

  it('makes no elements of words that people wrote', () => {
    assert.deepEqual(html.match(/<img\b[^>]*>/g)?.length, 1, 'only the picture');
    assert.match(html, /&#60;script&#62;alert\(1\)&#60;\/script&#62;/);
    assert.doesNotMatch(html, /\u202e/);
    for (const forbidden of ['\u0000', '\u000b', '\ud800']) assert.ok(!html.includes(forbidden));
  });

  it('says what its parts are', () => {
    assert.match(html, /^<!DOCTYPE html>\n<html lang="en-GB">/);
    for (const part of ['<main id="report"', '<nav aria-labelledby="contents">', '<header>', '<caption id="table-1">'])
      assert.ok(html.includes(part), part);
    assert.match(html, /<a class="skip" href="#report">/);
    assert.match(html, /<th scope="col">/);
    assert.match(html, /<th scope="col" class="number">/);
    assert.match(html, /<th scope="row">/);
    assert.match(html, /<img src="data:image\/svg\+xml,[^"]+" width="1" height="1" alt="[^"]+">/);
    assert.match(html, /<h3 id="section-1-1">Below<\/h3>[\s\S]*<h4 id="section-1-1-1">Deeper<\/h4>/);
  });

  it('names every address that it links to, once', () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(match => match[1]);
    assert.equal(new Set(ids).size, ids.length);
    for (const [, id] of html.matchAll(/href="#([^"]+)"/g)) assert.ok(ids.includes(id), id);
  });
});
