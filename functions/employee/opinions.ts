/**
 * Opinions before the ballot: the list of what a contact looks after and is asked about, and the
 * opinion itself.
 */
import { adviceFor } from '../../shared/contract/idea-view.ts';
import * as contract from '../../shared/contract/routes/opinions.ts';
import { openForSupport } from '../../shared/domain/idea/idea.ts';
import * as opinion from '../../shared/domain/idea/opinion.ts';
import { contactOf, departmentsOf } from '../../shared/domain/organization/contacts.ts';
import { answer, type Endpoint, endpoint, memberOf } from '../../shared/http/endpoint.ts';
import { ideaAct } from '../../shared/http/idea-act.ts';
import { listed } from '../listed-ideas.ts';
import type { EmployeeDeps } from './dependencies.ts';

/** The newest rounds among which those that are not decided yet are. */
const RECENT = 3;

export function listContactIdeas(deps: EmployeeDeps): Endpoint {
  return endpoint(
    contract.listContactIdeas,
    memberOf(deps.members),
    async ({ path, query, member }) => {
      const departments = departmentsOf(await deps.organizations.ofMember(member), member.id);
      // Nobody but a contact needs the rounds.
      const recent =
        departments.length > 0
          ? (await deps.rounds.newestFirst(path.organization, { limit: RECENT })).items
          : [];
      const rounds = recent
        .filter(({ state }) => state === 'collecting' || state === 'deliberating')
        .map(({ id }) => id);
      const ideas = deps.ideas.seenBy(member.id);
      const of = { rounds, departments };
      const page = await ideas.forContact(path.organization, member.id, of, query);
      const undecidedFirst = [
        ...page.items.filter(openForSupport),
        ...page.items.filter(idea => !openForSupport(idea)),
      ];
      const rows = await listed(undecidedFirst, member, deps);
      const items = undecidedFirst.flatMap((idea, at) => {
        const row = rows[at];
        return row ? [{ ...row, ...adviceFor(idea, member) }] : [];
      });
      return answer({ ...page, items });
    },
  );
}

export function giveOpinion(deps: EmployeeDeps): Endpoint {
  return ideaAct(contract.giveOpinion, deps, async (idea, { body, member, signature }) => {
    const [organization, round] = await Promise.all([
      deps.organizations.ofMember(member),
      deps.rounds.get(idea.organization, idea.agendaRound),
    ]);
    const contact = contactOf(organization, idea.department);
    return opinion.giveOpinion(idea, body.text, contact, round, signature);
  });
}
