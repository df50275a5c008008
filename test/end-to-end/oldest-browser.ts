/**
 * A script that takes away all library calls that the oldest supported browsers lack. A browser
 * that runs it first stands in for Chromium 86 and Safari 15, which cannot run beside a new one; it
 * cannot show what they lack in style sheets.
 */
import { libraryCalls } from '../web/browsers/lacking-calls.ts';

const { language, browser } = libraryCalls();
const LACKING = [
  // Instance members are on the prototype.
  ...language.lacking.flatMap(call => [
    call,
    [...call.slice(0, -1), 'prototype', ...call.slice(-1)],
  ]),
  ...browser.lacking,
];

export const asOldAsPossible = `for (const call of ${JSON.stringify(LACKING)}) {
  const name = call.pop();
  const valueOf = (object, key) => Object(object) === object && Object.getOwnPropertyDescriptor(object, key)?.value;
  const owner = call.reduce(valueOf, globalThis);
  if (Object(owner) === owner) delete owner[name];
}`;
