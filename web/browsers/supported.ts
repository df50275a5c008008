/**
 * The supported browsers: the oldest version of each engine. The build's target, the check of
 * library calls and the browser test without those calls are all derived from it.
 *
 * Chromium 86 is the kernel of 360 and QQ browsers on older office machines; Chromium 109 is the
 * last on Windows 7; Safari 15 is the last on an iPhone 6s. The web views of WeChat, 企业微信 and
 * 钉钉 are one or the other.
 */
export const SUPPORTED_BROWSERS = { chrome: 86, safari: 15 } as const;

/**
 * The same for the bundler: `chrome86`, `safari15`. It lowers syntax and style sheets, not library
 * calls.
 */
export const BUILD_TARGET = Object.entries(SUPPORTED_BROWSERS).map(
  ([name, version]) => `${name}${version}`,
);
