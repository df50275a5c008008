/**
 * Reads a public bulletin without the typed client: it is the only reading of a page that strangers
 * open on any phone, and the schemas weigh more than the page.
 */
import {
  isOrganizationId,
  isRoundId,
  type OrganizationId,
  type RoundId,
} from '../../../shared/domain/kernel/ids.ts';
import { retrying } from '../../api/retrying.ts';
import { type Bulletin, wholeBulletin } from './notice.ts';

export interface PublicPlace {
  readonly organization: OrganizationId;
  readonly round: RoundId;
}

/** The place in an address such as `/public/huatai/2026-10`. */
export function publicPlaceOf(pathname: string): PublicPlace | undefined {
  const [, organization = '', round = ''] = /^\/public\/([^/]+)\/([^/]+)\/?$/.exec(pathname) ?? [];
  return isOrganizationId(organization) && isRoundId(round) ? { organization, round } : undefined;
}

/** The whole bulletin; undefined if there is none that is public. Throws if nothing was read. */
export async function readPublicBulletin(
  { organization, round }: PublicPlace,
  language: string,
): Promise<Bulletin | undefined> {
  const send = retrying((url, init) => fetch(url, init));
  const address = `/api/public/organizations/${organization}/rounds/${round}/bulletin`;
  try {
    return await wholeBulletin(async ({ cursor }) => {
      const query = cursor === undefined ? '' : `?${new URLSearchParams({ cursor })}`;
      const response = await send(address + query, { headers: { 'accept-language': language } });
      if (response.status === 404) throw new NotPublic();
      const reply: unknown = response.ok ? await response.json() : undefined;
      if (!isBulletin(reply)) throw new Error(`no bulletin, but status ${response.status}`);
      return reply;
    });
  } catch (error) {
    if (error instanceof NotPublic) return undefined;
    throw error;
  }
}

class NotPublic extends Error {
  override readonly name = 'NotPublic';
}

/**
 * Whether a reply is a bulletin and no page of a proxy. The API checks every field itself before it
 * answers.
 */
function isBulletin(reply: unknown): reply is Bulletin {
  return (
    typeof reply === 'object' &&
    reply !== null &&
    'round' in reply &&
    'publishedAt' in reply &&
    'statistics' in reply &&
    'items' in reply &&
    Array.isArray(reply.items)
  );
}
