/**
 * The sentences in which earlier releases stored the rule of a ballot as the reason of a decision.
 * They are read as the rule's code, in ideas and in bulletins alike, so a bulletin still agrees
 * with its facts. Any other sentence is a person's.
 */
import type { ReasonCode } from '../domain/idea/decision.ts';
import type { Item } from './query.ts';

const VOTES = '赞成 \\d+ 票，反对 \\d+ 票，弃权 \\d+ 票';
const NOT_APPROVED = new RegExp(`^表决结果：${VOTES}$`);
const NO_QUORUM = new RegExp(`^未达到法定票数：(?:${VOTES}，)?至少需要 \\d+ 票$`);

/** An idea's item with the codes of its decision and of its history's. */
export function withReasonCodes(item: Item): Item {
  const { decision, history } = item;
  return {
    ...item,
    ...(isItem(decision) && { decision: withReasonCode(decision, decision.outcome) }),
    ...(Array.isArray(history) && {
      history: history.map((entry: unknown) =>
        isItem(entry) && (entry.act === 'decline' || entry.act === 'defer')
          ? withReasonCode(entry, entry.act === 'decline' ? 'declined' : 'deferred')
          : entry,
      ),
    }),
  };
}

/** The same for what has one reason: `outcome` says of which decision it is. */
export function withReasonCode(item: Item, outcome: unknown): Item {
  const { reason, ...others } = item;
  const reasonCode = typeof reason === 'string' ? codeIn(reason, outcome) : undefined;
  return reasonCode === undefined ? item : { ...others, reasonCode };
}

function codeIn(sentence: string, outcome: unknown): ReasonCode | undefined {
  if (outcome === 'declined' && NOT_APPROVED.test(sentence)) return 'not-approved';
  if (outcome === 'deferred' && NO_QUORUM.test(sentence)) return 'no-quorum';
  return undefined;
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
