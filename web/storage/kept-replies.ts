/**
 * Replies that a person has seen, kept in the browser's database to be read without a network. They
 * are one person's: another's are never found, and go when another person comes. Bounded in number,
 * size and age. Loaded when there is something to keep or to find.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { REPLIES } from './drop-kept-replies.ts';

export interface KeptReply {
  /** Whose it is: the issuer's `sub`. */
  readonly owner: string;
  /** Changes with the form of the reply. */
  readonly shape: string;
  readonly text: string;
  /** When it came, by the server's clock, in ms since 1970. */
  readonly at: number;
}

const MOST_REPLIES = 300;
/** In characters. */
const MOST_TEXT = 4_000_000;
const LONGEST_LIFE_MS = 14 * 24 * 60 * 60 * 1000;

interface Schema extends DBSchema {
  readonly replies: { readonly key: string; readonly value: KeptReply };
}

let opened: Promise<IDBPDatabase<Schema>> | undefined;

/** Throws if the browser refuses; then it is tried again. */
function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>(REPLIES, 1, {
    upgrade: db => {
      db.createObjectStore('replies');
    },
    // Another tab removes it, at a sign-out.
    blocking: (_current, _blocked, { target }) => {
      opened = undefined;
      if (target instanceof IDBDatabase) target.close();
    },
    terminated: () => {
      opened = undefined;
    },
  }).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

export async function keepReply(address: string, reply: KeptReply): Promise<void> {
  await (await database()).put('replies', reply, address);
}

/** The reply that this person has seen at an address, unless it is too old. */
export async function findReply(
  address: string,
  { owner, shape }: Pick<KeptReply, 'owner' | 'shape'>,
  now: number,
): Promise<KeptReply | undefined> {
  const reply = await (await database()).get('replies', address);
  const isOurs =
    reply?.owner === owner && reply.shape === shape && reply.at > now - LONGEST_LIFE_MS;
  return isOurs ? reply : undefined;
}

export async function dropReply(address: string): Promise<void> {
  await (await database()).delete('replies', address);
}

/** Drops what is of others, too old, or too much: the oldest first. */
export async function tidyReplies(owner: string, now: number): Promise<void> {
  const db = await database();
  const [addresses, replies] = await Promise.all([db.getAllKeys('replies'), db.getAll('replies')]);
  const all = replies
    .map((reply, at) => ({ reply, address: addresses[at] ?? '' }))
    .sort((one, other) => other.reply.at - one.reply.at);
  let text = 0;
  for (const [at, { reply, address }] of all.entries()) {
    text += reply.text.length;
    const stays =
      reply.owner === owner &&
      reply.at > now - LONGEST_LIFE_MS &&
      at < MOST_REPLIES &&
      text <= MOST_TEXT;
    if (!stays) await db.delete('replies', address);
  }
}
