/**
 * Seats: where in a ballot a member's vote is kept. Under the open rule the seat is the member's number. Under the secret rule it is a
 * pseudonym of the member in this one idea's ballot, made with a key that nobody reads: no vote leads back to who cast it, and yet
 * a decision can ask after each elector's vote.
 */
import { createHmac } from 'node:crypto';
import { eligibleVoters } from '../domain/idea/ballot.ts';
import type { Idea } from '../domain/idea/idea.ts';
import { base32 } from '../domain/kernel/base-32.ts';
import {
  type IdeaId,
  type MemberId,
  type OrganizationId,
  type RoundId,
  type Seat,
  seatOf,
} from '../domain/kernel/ids.ts';
import type { OpenedRound } from '../domain/round/round.ts';
import { hashOfParts, type KeyedHash } from './keyed-hash.ts';

/** Asks for the seats of a round's ballots. */
export type Seating = ReturnType<typeof seating>;

/** The seats of a round's ballots. */
export interface Seats {
  of(idea: IdeaId, member: MemberId): Seat;
  /** Those of the round's whole electorate, authors included. */
  all(idea: IdeaId): Seat[];
  /** Those whose votes count. */
  eligible(idea: Idea): Seat[];
}

/** Characters of a pseudonym: 130 bits. */
const LENGTH = 26;

export function seating(hash: KeyedHash) {
  const keys = new Map<string, Promise<Uint8Array>>();

  /** The key of a round's secret seats. It is asked for once a round; all the round's seats are made with it here. */
  function keyOf(organization: OrganizationId, round: RoundId): Promise<Uint8Array> {
    const name = `${organization} ${round}`;
    const known = keys.get(name);
    if (known) return known;
    const key = hashOfParts(hash, ['ballot', organization, round]);
    keys.set(name, key);
    // Whoever comes next asks again.
    key.catch(() => keys.delete(name));
    return key;
  }

  return async ({ organization, id, rules, electorate }: OpenedRound): Promise<Seats> => {
    const of = rules.ballot === 'open' ? byNumber : byPseudonym(await keyOf(organization, id));
    return {
      of,
      all: idea => electorate.map(member => of(idea, member)),
      eligible: idea => eligibleVoters(electorate, idea).map(member => of(idea.id, member)),
    };
  };
}

const byNumber: Seats['of'] = (_, member) => seatOf(member);

function byPseudonym(key: Uint8Array): Seats['of'] {
  return (idea, member) => {
    const digest = createHmac('sha256', key)
      .update(JSON.stringify([idea, member]))
      .digest();
    return seatOf(base32(digest.subarray(0, LENGTH)));
  };
}
