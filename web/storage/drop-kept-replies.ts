/** The database of replies kept to be read without a network, and its removal at a sign-out. */

export const REPLIES = 'golden-ideas-seen';

/**
 * Removes it with everything in it. A page that has it open holds that up until it is left, which a
 * sign-out does for every page of the person.
 */
export function dropKeptReplies(): void {
  try {
    indexedDB.deleteDatabase(REPLIES);
  } catch {
    // A browser without databases has kept nothing.
  }
}
