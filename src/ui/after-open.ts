/**
 * All that is needed once a table or a model is offered: its workers, its study and the steps that follow. A module of its own, so that
 * a page in several files can show its first step before it has loaded the rest (load-rest.ts).
 */
export { OpenClient } from './clients/open-client';
export { Drawing } from './state/drawing.svelte';
export { Study } from './state/study.svelte';
export { default as Columns } from './steps/columns/Columns.svelte';
export { default as Compare } from './steps/compare/Compare.svelte';
export { default as Draw } from './steps/draw/Draw.svelte';
export { default as Release } from './steps/release/Release.svelte';
export { default as Train } from './steps/train/Train.svelte';
