/**
 * The calls of the pages and their libraries that a supported browser may lack. Only such browsers
 * load this file.
 */
/// <reference types="vite/client" />
import 'core-js/actual/array/at.js';
import 'core-js/actual/array/find-last.js';
import 'core-js/actual/array/find-last-index.js';
import 'core-js/actual/array/to-reversed.js';
import 'core-js/actual/array/to-sorted.js';
import 'core-js/actual/array/with.js';
import 'core-js/actual/object/has-own.js';
import dialogPolyfill from 'dialog-polyfill';
import 'dialog-polyfill/dist/dialog-polyfill.css';
import { randomUuid } from './random-uuid.ts';

if (!('randomUUID' in crypto))
  Object.defineProperty(crypto, 'randomUUID', { value: randomUuid, configurable: true });

if (!('showModal' in document.createElement('dialog')))
  Object.defineProperty(HTMLElement.prototype, 'showModal', {
    value(this: HTMLDialogElement) {
      dialogPolyfill.registerDialog(this);
      // Registering has given the element a method of its own.
      this.showModal();
    },
    configurable: true,
  });
