/**
 * What can go wrong on somebody's machine and what they can do about it. Such a failure is shown as its message alone; a
 * stack trace would tell a newcomer nothing.
 */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
}
