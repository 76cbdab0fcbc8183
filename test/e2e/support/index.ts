export type { Paint } from './editor-dom';
export { Study, waitUntil } from './study';
export type { TreeRow } from './tree';
export { type OpenWindow, picture, screenshot, useWindow } from './window';
