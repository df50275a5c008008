/** The turnout, the quorum and the tally of an idea's ballot, as far as the reader may know them. */
import { useOrganization } from '../../../session/organization-context.tsx';
import { TallyLine } from '../../ideas/index.ts';
import { type AgendaItem, eligibility } from '../agenda.ts';
import { useAgendaWords } from '../words.ts';

export function BallotFacts({ item }: { readonly item: AgendaItem }) {
  const words = useAgendaWords();
  const { membership } = useOrganization();
  const { tally, turnout, eligible, quorum, rule } = item.ballot;
  const facts = [
    turnout !== null && words.turnout(turnout.cast, turnout.eligible),
    eligible !== undefined && quorum !== undefined && words.quorumIs(quorum),
    tally === null && rule !== 'secret' && hiddenFrom(),
  ].filter(fact => fact !== false && fact !== undefined);
  return (
    <p class="facts">
      {tally !== null && <TallyLine tally={tally} />}
      {tally !== null && facts.length > 0 && '\u00a0· '}
      {facts.join('\u00a0· ')}
    </p>
  );

  /** When the tally becomes visible: to voters with their vote, to all others after the end. */
  function hiddenFrom(): string | undefined {
    switch (eligibility(item, membership.memberId)) {
      case 'may-vote':
        return words.tallyHidden;
      case 'recused':
      case 'not-elector':
        return words.tallyHiddenFromYou;
      case 'not-open':
      case 'closed':
        return undefined;
    }
  }
}
