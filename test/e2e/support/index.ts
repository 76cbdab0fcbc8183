export { appears } from './appears';
export { ChangesView } from './changesView';
export type { Paint } from './editor-dom';
export { openAndChoose } from './menu';
export { Study } from './study';
export type { TreeRow } from './tree';
export { becomes, readOnce, waitUntil } from './waiting';
export { type OpenWindow, openWindow, picture, screenshot, useWindow } from './window';
