/** The author's rating of the outcome, and their appeal against a declined idea. */
import * as contract from '../../shared/contract/routes/follow-up.ts';
import { type AppealPeriod, appealDecision as appeal } from '../../shared/domain/idea/appeal.ts';
import { decisionOf, type Idea, opensByCode } from '../../shared/domain/idea/idea.ts';
import { rateOutcome as rate } from '../../shared/domain/idea/rating.ts';
import { unnamedSignature } from '../../shared/domain/idea/unnamed.ts';
import { err, ok } from '../../shared/domain/kernel/result.ts';
import type { Member } from '../../shared/domain/organization/organization.ts';
import type { Round } from '../../shared/domain/round/round.ts';
import { type Endpoint, endpoint, memberOf } from '../../shared/http/endpoint.ts';
import { ideaAct, ideaAnswer } from '../../shared/http/idea-act.ts';
import type { EmployeeDeps } from './dependencies.ts';
import { find } from './unnamed.ts';

export function rateOutcome(deps: EmployeeDeps): Endpoint {
  return ideaAct(contract.rateOutcome, deps, async (idea, { body, signature }) => {
    const round = await roundOf(idea, deps);
    return round ? rate(idea, body, round, signature) : err({ code: 'not-found', what: 'round' });
  });
}

export function appealDecision(deps: EmployeeDeps): Endpoint {
  return ideaAct(contract.appealDecision, deps, async (idea, { body, member, signature }) => {
    const { at: now } = signature;
    const [period, round] = await Promise.all([periodOf(member, deps), roundOf(idea, deps)]);
    if (!round) return err({ code: 'not-found', what: 'round' });
    return appeal(idea, body.text, { ...period, round, now }, signature);
  });
}

export function rateUnnamedOutcome(deps: EmployeeDeps): Endpoint {
  return endpoint(
    contract.rateUnnamedOutcome,
    memberOf(deps.members),
    async ({ path, body, member }) => {
      const { code, ...said } = body;
      const found = await find(path.organization, code, member, deps);
      if (!found.ok) return found;
      const { calendar } = await deps.organizations.ofMember(member);
      const now = deps.clock.now();
      return ideaAnswer(
        deps.ideas.actTogether(path.organization, found.value.id, undefined, async idea => {
          if (!opensByCode(idea)) return err({ code: 'unknown-claim-code' });
          const round = await roundOf(idea, deps);
          if (!round) return err({ code: 'not-found', what: 'round' });
          const rated = rate(idea, said, round, unnamedSignature(idea, now, calendar));
          return rated.ok ? ok({ after: rated.value }) : rated;
        }),
        member,
        deps,
      );
    },
  );
}

export function appealUnnamedDecision(deps: EmployeeDeps): Endpoint {
  return endpoint(
    contract.appealUnnamedDecision,
    memberOf(deps.members),
    async ({ path, body, member }) => {
      const found = await find(path.organization, body.code, member, deps);
      if (!found.ok) return found;
      const period = await periodOf(member, deps);
      const now = deps.clock.now();
      return ideaAnswer(
        deps.ideas.actTogether(path.organization, found.value.id, undefined, async idea => {
          if (!opensByCode(idea)) return err({ code: 'unknown-claim-code' });
          const round = await roundOf(idea, deps);
          if (!round) return err({ code: 'not-found', what: 'round' });
          const signature = unnamedSignature(idea, now, period.calendar);
          const appealed = appeal(idea, body.text, { ...period, round, now }, signature);
          return appealed.ok ? ok({ after: appealed.value }) : appealed;
        }),
        member,
        deps,
      );
    },
  );
}

/** The round of an idea's decision; its next one, if there is none. */
function roundOf(idea: Idea, { rounds }: EmployeeDeps): Promise<Round | undefined> {
  return rounds.get(idea.organization, decisionOf(idea)?.round ?? idea.agendaRound);
}

async function periodOf(member: Member, { organizations }: EmployeeDeps): Promise<AppealPeriod> {
  const { appealDays, calendar } = await organizations.ofMember(member);
  return { appealDays, calendar };
}
