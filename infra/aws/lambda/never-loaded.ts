/**
 * Replaces a module that the SDK loads on demand, and never on Lambda: `bowser`, which detects
 * browsers.
 */
export {};
