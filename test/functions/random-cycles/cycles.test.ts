/**
 * Many people act over several months, while members, rules and days change, through the handlers
 * and on a real table with its stream: the rules of the cycle hold at every observed moment, and
 * every projection agrees with the facts.
 */
import fc from 'fast-check';
import { it } from 'vitest';
import type { Round } from '../../../shared/domain/round/round.ts';
import { ideaItem } from '../../../shared/store/idea-item.ts';
import { roundItem } from '../../../shared/store/schema.ts';
import { everything } from '../../store/watched-table.ts';
import { checkBallots, checkDecisions } from './ballots.ts';
import { type Firm, membersOf, newFirm } from './firm.ts';
import { histories, within } from './histories.ts';
import { checkHistory, checkMerger, checkPlace, checkRecusals, checkReward } from './ideas.ts';
import { checkMembers } from './members.ts';
import { checkCounts, checkHeadcount, checkNumbers } from './projections.ts';
import { checkRounds } from './rounds.ts';
import { step, take } from './steps.ts';

async function check({ table, clock, ledger, stream }: Firm): Promise<void> {
  await stream.settle();
  const items = await everything(table);
  const of = (type: string): Record<string, unknown>[] => items.filter(item => item.type === type);
  const ideas = of('idea').map(item => ideaItem.read(item));
  const rounds = of('round').map(item => roundItem.read(item));
  const byId = new Map(ideas.map(idea => [idea.id as string, idea]));
  const roundOf = (id: string): Round => rounds.find(round => round.id === id)!;

  checkMembers(ledger, await membersOf(table));
  checkRounds(ledger, rounds);
  checkBallots(ledger, rounds, of('vote'));
  for (const idea of ideas) {
    checkHistory(ledger, idea);
    checkPlace(ledger, idea, roundOf, clock.now());
    checkRecusals(idea, roundOf);
    checkDecisions(ledger, idea, roundOf);
    checkMerger(idea, byId);
    checkReward(ledger, idea);
    checkCounts(idea, items);
  }
  await checkNumbers(table, rounds, ideas);
  await checkHeadcount(table, ledger.people.now);
}

it('holds every rule of the cycle, whatever anybody does', within(150_000), async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('open' as const, 'secret' as const),
      fc.array(step, { minLength: 130, maxLength: 180 }),
      async (ballot, steps) => {
        const firm = await newFirm(ballot);
        try {
          for (const one of steps) await take(firm, one);
          await firm.run();
          await check(firm);
          // And then nothing happens for two months.
          await firm.wait(62 * 24);
          await firm.run();
          await check(firm);
        } finally {
          await firm.stream.stop();
        }
      },
    ),
    histories(2),
  );
});
