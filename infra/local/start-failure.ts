/**
 * A failure that the user of this machine can mend. Only its message is shown; a stack trace would
 * not help a newcomer.
 */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
}
