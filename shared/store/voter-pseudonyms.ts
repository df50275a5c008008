/**
 * Pseudonyms: the keys of members' votes in a ballot. Under the open rule the pseudonym is the
 * member's number. Under the secret rule it is a hash of the member and this one idea's ballot,
 * made with a key that nobody reads: no vote leads back to its voter, and yet a decision can check
 * each elector's vote.
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
  type VoterPseudonym,
  voterPseudonymOf,
} from '../domain/kernel/ids.ts';
import type { OpenedRound } from '../domain/round/round.ts';
import { hashOfParts, type KeyedHash } from './keyed-hash.ts';

/** Looks up the pseudonyms of a round's ballots. */
export type PseudonymOfVoter = ReturnType<typeof voterPseudonyms>;

/** The pseudonyms of a round's ballots. */
export interface VoterPseudonyms {
  of(idea: IdeaId, member: MemberId): VoterPseudonym;
  /** Those of the round's whole electorate, authors included. */
  all(idea: IdeaId): VoterPseudonym[];
  /** Those whose votes count. */
  eligible(idea: Idea): VoterPseudonym[];
}

/** The length of a pseudonym: 130 bits. */
const LENGTH = 26;

export function voterPseudonyms(hash: KeyedHash) {
  const keys = new Map<string, Promise<Uint8Array>>();

  /**
   * The key of a round's secret pseudonyms. It is requested once a round; all of the round's
   * pseudonyms are made with it here.
   */
  function keyOf(organization: OrganizationId, round: RoundId): Promise<Uint8Array> {
    const name = `${organization} ${round}`;
    const known = keys.get(name);
    if (known) return known;
    const key = hashOfParts(hash, ['ballot', organization, round]);
    keys.set(name, key);
    // The next caller requests it again.
    key.catch(() => keys.delete(name));
    return key;
  }

  return async ({ organization, id, rules, electorate }: OpenedRound): Promise<VoterPseudonyms> => {
    const of = rules.ballot === 'open' ? byNumber : byPseudonym(await keyOf(organization, id));
    return {
      of,
      all: idea => electorate.map(member => of(idea, member)),
      eligible: idea => eligibleVoters(electorate, idea).map(member => of(idea.id, member)),
    };
  };
}

const byNumber: VoterPseudonyms['of'] = (_, member) => voterPseudonymOf(member);

function byPseudonym(key: Uint8Array): VoterPseudonyms['of'] {
  return (idea, member) => {
    const digest = createHmac('sha256', key)
      .update(JSON.stringify([idea, member]))
      .digest();
    return voterPseudonymOf(base32(digest.subarray(0, LENGTH)));
  };
}
