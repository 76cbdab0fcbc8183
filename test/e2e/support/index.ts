export { appears } from './appears';
export type { Paint } from './editor-dom';
export { chooseFrom } from './menu';
export { Study, waitUntil } from './study';
export type { TreeRow } from './tree';
export { type OpenWindow, picture, screenshot, useWindow } from './window';
