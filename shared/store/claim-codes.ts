/**
 * Claim codes and the ideas they open. No part of a code is stored: the idea's id is its keyed
 * hash, so the code finds the idea, and neither the id nor any other item leads back to the code.
 */
import {
  type ClaimCode,
  claimCodeOf,
  roundOfCode,
  SECRET_LENGTH,
} from '../domain/idea/claim-code.ts';
import { base32 } from '../domain/kernel/base-32.ts';
import { type IdeaId, ideaIdOf, type OrganizationId, type RoundId } from '../domain/kernel/ids.ts';
import { hashOfParts, type KeyedHash } from './keyed-hash.ts';

/** Characters of an idea's id after its round. */
const ID_LENGTH = 26;

export function claimCodes(hash: KeyedHash) {
  return {
    /**
     * Makes the codes of a new idea: one for each round that it may belong to. With the request's
     * key they are always the same, because its first answer, and with it the code, may have been
     * lost.
     */
    async issue(
      organization: OrganizationId,
      key: string | undefined,
    ): Promise<(round: RoundId) => ClaimCode> {
      const bytes =
        key === undefined
          ? crypto.getRandomValues(new Uint8Array(SECRET_LENGTH))
          : await hashOfParts(hash, ['code', organization, key]);
      const secret = base32(bytes.subarray(0, SECRET_LENGTH));
      return round => claimCodeOf(round, secret);
    },

    /** The id of the idea that a code opens, whether or not it exists. */
    async ideaOf(organization: OrganizationId, code: ClaimCode): Promise<IdeaId> {
      const bytes = await hashOfParts(hash, ['idea', organization, code]);
      return ideaIdOf(roundOfCode(code), base32(bytes.subarray(0, ID_LENGTH)));
    },
  };
}
