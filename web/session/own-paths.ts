/** The paths of the sign-in itself. */

/** Where the issuer sends the browser back to. */
export const CALLBACK_PATH = '/signed-in';
/** Opened in a window beside a page whose session has ended. */
export const AGAIN_PATH = '/sign-in-again';
