import { sha256 } from '@noble/hashes/sha2.js';
import { base64 } from '../../../text/base64.js';
import { encodeUtf8 } from '../../../text/utf8.js';

/** How the page looks: on a screen by day and by night, in high contrast and where the system gives all colours, and on paper. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ink: #1c1c1c; --soft: #52525b; --paper: #ffffff; --wash: #f4f4f5; --line: #c9c9cf; --mark: #0b5c8a; --note: #fdf6e3;
}
@media (prefers-color-scheme: dark) {
  :root { --ink: #e7e7ea; --soft: #b4b4bd; --paper: #18181b; --wash: #242428; --line: #4a4a52; --mark: #8ecbf0; --note: #2d2a1e; }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body {
  margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 54rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.6 Georgia, 'Times New Roman', 'Liberation Serif', serif; overflow-wrap: break-word;
}
h1, h2, h3, h4, h5, h6, table, nav, figcaption, .skip, header p { font-family: 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2rem 0 0.6rem; }
h1 { font-size: 2rem; margin-top: 0; }
h2 { font-size: 1.5rem; margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.2rem; }
h4, h5, h6 { font-size: 1.02rem; }
header p { color: var(--soft); margin: 0; }
a { color: var(--mark); }
:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; padding: 0.5rem 1rem; background: var(--paper); }
.skip:focus { left: 1rem; top: 1rem; }
main:focus { outline: none; }
nav { margin: 2rem 0; padding: 0.75rem 1.25rem; background: var(--wash); border-radius: 0.4rem; font-size: 0.95rem; }
nav h2 { font-size: 1rem; margin: 0; padding: 0; border: 0; }
nav ol { margin: 0.4rem 0; padding-left: 1.5rem; }
nav ol ol { margin: 0; font-size: 0.9rem; }
p, ul, ol { margin: 0.7rem 0; }
li { margin: 0.2rem 0; }
code { font-family: Consolas, 'DejaVu Sans Mono', monospace; font-size: 0.88em; }
.note { background: var(--note); border-left: 4px solid var(--line); padding: 0.5rem 0.9rem; font-size: 0.94rem; }
figure { margin: 1.4rem 0; }
figure img { max-width: 100%; height: auto; background: #ffffff; border: 1px solid var(--line); border-radius: 0.3rem; }
figcaption { color: var(--soft); font-size: 0.9rem; }
.quotation { border-left: 4px solid var(--mark); padding-left: 1rem; }
.quotation blockquote, .quotation p { margin: 0; }
.table { overflow-x: auto; margin: 1.4rem 0; }
table { border-collapse: collapse; width: 100%; font-size: 0.88rem; line-height: 1.4; }
.many table { font-size: 0.8rem; }
caption { text-align: left; font-weight: 600; padding: 0 0 0.4rem; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.6rem; border-bottom: 1px solid var(--line); }
thead th { border-bottom: 2px solid var(--soft); vertical-align: bottom; }
tbody th { font-weight: 500; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
thead .number { white-space: normal; }
@media (prefers-contrast: more) {
  :root { --soft: var(--ink); --line: var(--ink); }
}
@media (forced-colors: active) {
  nav, .note { border: 1px solid; }
}
@page { size: A4; margin: 20mm 18mm; }
@media print {
  :root {
    color-scheme: light;
    --ink: #000000; --soft: #3f3f46; --paper: #ffffff; --wash: #ffffff; --line: #b4b4bd; --mark: #000000; --note: #ffffff;
  }
  body { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.45; }
  .skip { display: none; }
  nav { padding: 0; break-after: page; }
  nav a { text-decoration: none; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  h2 { border-top: 0; margin-top: 2rem; padding-top: 0; }
  p, li { orphans: 3; widows: 3; }
  .note { border: 1px solid var(--line); break-inside: avoid; }
  figure { break-inside: avoid; }
  .table { overflow: visible; }
  table { font-size: 8.5pt; }
  .many table { font-size: 7.5pt; }
  thead { display: table-header-group; }
  thead { break-after: avoid; }
  tr, .short { break-inside: avoid; }
  caption { break-after: avoid; }
  th, td { overflow-wrap: break-word; padding: 0.2rem 0.35rem; }
}
`;

/** What names this style sheet, and no other, in a content security policy. */
export const STYLE_HASH = `sha256-${base64(sha256(encodeUtf8(STYLE)))}`;
