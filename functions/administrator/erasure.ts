/** Erases a member's personal data, at their request and for good. */
import * as contract from '../../shared/contract/routes/members.ts';
import { err } from '../../shared/domain/kernel/result.ts';
import { isSameNumber } from '../../shared/domain/organization/employee-number.ts';
import { type Endpoint, endpoint, memberOf } from '../../shared/http/endpoint.ts';
import type { InvalidRequest } from '../../shared/http/refusal.ts';
import { memberErasure } from '../../shared/store/member-erasure.ts';
import type { AdministratorDeps } from './dependencies.ts';
import { shown } from './members.ts';

/** The request repeats the number, so that a slip of the hand does not erase another person. */
export function eraseMember(deps: AdministratorDeps): Endpoint {
  return endpoint(
    contract.eraseMember,
    memberOf(deps.members),
    async ({ path, body, member, expectedVersion }) => {
      if (!isSameNumber(body.number, path.member)) return err(ANOTHER_NUMBER);
      const id = await deps.members.listed(path.organization, path.member);
      if (!id.ok) return id;
      const erased = await memberErasure(
        deps.table,
        deps.clock,
      )({
        organization: path.organization,
        member: id.value,
        by: member.id,
        expectedVersion,
      });
      return erased.ok ? shown(erased.value) : erased;
    },
  );
}

const ANOTHER_NUMBER: InvalidRequest = {
  code: 'invalid-request',
  errors: [
    {
      field: 'number',
      rule: 'repeated',
      words: {
        zh: '与要注销的工号不一致，请再输一遍工号',
        en: 'Not the number of the member to erase; repeat it',
      },
    },
  ],
};
