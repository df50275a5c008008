/** The items of a member: the member, and the account of an active one. */
import * as z from 'zod/mini';
import type { MemberId } from '../domain/kernel/ids.ts';
import type { ListedMember, Member } from '../domain/organization/organization.ts';
import { memberKey, organizationMembership, subjectKey } from './keys.ts';
import type { Item } from './query.ts';
import { memberId, memberItem } from './schema.ts';
import { storedItem } from './stored-item.ts';

/**
 * A member's item. A former member is in no index, and so is not found by the subject of their
 * token.
 */
export function memberToItem(member: ListedMember): Item {
  const { organization, id, active } = member;
  return memberItem.write(memberKey(organization, id), member, {
    ...(active && organizationMembership(organization)),
  });
}

/** Keeps an account from belonging to two active members. */
export const subjectItem = storedItem<{ readonly member: MemberId }>()({
  type: 'subject',
  beside: {},
  shape: () => z.strictObject({ member: memberId }),
});

export function subjectToItem({ organization, id, subject }: Member): Item {
  return subjectItem.write(subjectKey(organization, subject), { member: id });
}
