/**
 * Importing a file of paper slips. Every row is read, judged and stored on its own, and its idea's id is derived from what
 * stands on the slip; so a bad row keeps none of the others out, and the same file twice adds nothing.
 */
import { importIdeas } from '../../shared/contract/routes/ideas.ts';
import { SLIP_COLUMNS } from '../../shared/contract/schemas/import.ts';
import { theOneMeant } from '../../shared/domain/employee-number.ts';
import type { IdeaId, MemberId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { earlierPlaces, takeIn } from '../../shared/domain/intake.ts';
import type { Member, Organization } from '../../shared/domain/organization.ts';
import { submit } from '../../shared/domain/submission.ts';
import { inColumns } from '../../shared/http/csv-reading.ts';
import { answer, type Endpoint, forMembers } from '../../shared/http/endpoint.ts';
import type { Language } from '../../shared/http/language.ts';
import { type Problem, problemOf } from '../../shared/http/problem.ts';
import type { AnyRefusal } from '../../shared/http/refusal.ts';
import { type IdeaRepository, ideaIdFor } from '../../shared/store/ideas.ts';
import type { CommitteeDeps } from './dependencies.ts';
import { readSlips, type SlipRow } from './slips.ts';

type RowAnswer =
  | { row: number; outcome: 'created' | 'duplicate'; ideaId: IdeaId }
  | { row: number; outcome: 'rejected'; problem: Problem };

/** How many rows are stored at once: enough to hide the way to the table, few enough to leave it to others too. */
const AT_ONCE = 16;

export function importSlips({ members, organizations, ideas, clock }: CommitteeDeps): Endpoint {
  return forMembers(importIdeas, members, async ({ path, body, member, language }) => {
    const organization = await organizations.get(path.organization);
    if (!organization) return { ok: false, refusal: { code: 'not-found', what: 'organization' } };
    const now = clock.now();
    const slips = readSlips(body, organization.calendar, now);
    if (!slips.ok) return slips;
    const authors = await members.known(path.organization, slips.value.flatMap(authorOf));
    const context = { organization, secretary: member, authors, ideas, language, now };
    const rows = await inGroups(withoutRepeats(slips.value), group =>
      Promise.all(group.map(row => store(row, context))),
    );
    const answers = repeatsAnswered(slips.value, rows);
    const having = (outcome: RowAnswer['outcome']): number =>
      answers.filter(row => row.outcome === outcome).length;
    return answer({
      created: having('created'),
      duplicates: having('duplicate'),
      rejected: having('rejected'),
      rows: answers,
    });
  });
}

interface Context {
  readonly organization: Organization;
  readonly secretary: Member;
  readonly authors: ReadonlyMap<MemberId, readonly Member[]>;
  readonly ideas: IdeaRepository;
  readonly language: Language;
  readonly now: Instant;
}

async function store({ row, slip, sameness }: SlipRow, context: Context): Promise<RowAnswer> {
  const { organization, secretary, authors, ideas, now } = context;
  const reject = (refusal: AnyRefusal): RowAnswer => ({
    row,
    outcome: 'rejected',
    problem: inColumns(problemOf(refusal, context.language), SLIP_COLUMNS),
  });
  if (!slip.ok) return reject(slip.refusal);
  const candidates = (slip.value.authorId && authors.get(slip.value.authorId)) ?? [];
  const author = theOneMeant(candidates, 'authorId');
  if (!author.ok) return reject(author.refusal);
  const intake = takeIn(slip.value, organization, secretary, author.value, now);
  if (!intake.ok) return reject(intake.refusal);
  const same = ['slip', organization.id, ...sameness];
  const idea = submit({ ...intake.value, id: ideaIdFor(intake.value.round, same) });
  const others = earlierPlaces(intake.value, now, organization.calendar).map(round => ideaIdFor(round, same));
  const created = await ideas.create(idea, others, 'slip');
  return created.created
    ? { row, outcome: 'created', ideaId: idea.id }
    : { row, outcome: 'duplicate', ideaId: created.existing.id };
}

function authorOf({ slip }: SlipRow): MemberId[] {
  return slip.ok && slip.value.authorId !== undefined ? [slip.value.authorId] : [];
}

const identity = ({ sameness }: SlipRow): string => JSON.stringify(sameness);

/** The rows without those that say the same as one before them. */
function withoutRepeats(rows: readonly SlipRow[]): SlipRow[] {
  const first = new Map<string, SlipRow>();
  for (const row of rows) if (!first.has(identity(row))) first.set(identity(row), row);
  return [...first.values()];
}

/** An answer for every row: a repeated one is a duplicate of the first, or rejected for the same reason. */
function repeatsAnswered(rows: readonly SlipRow[], answered: readonly RowAnswer[]): RowAnswer[] {
  const byRow = new Map(answered.map(one => [one.row, one]));
  const firsts = new Map<string, RowAnswer>();
  return rows.flatMap((row): RowAnswer[] => {
    const own = byRow.get(row.row);
    if (own) {
      firsts.set(identity(row), own);
      return [own];
    }
    const first = firsts.get(identity(row));
    if (!first) return [];
    return [
      first.outcome === 'rejected'
        ? { ...first, row: row.row }
        : { row: row.row, outcome: 'duplicate', ideaId: first.ideaId },
    ];
  });
}

async function inGroups<Item, Result>(
  items: readonly Item[],
  work: (group: readonly Item[]) => Promise<Result[]>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += AT_ONCE)
    results.push(...(await work(items.slice(start, start + AT_ONCE))));
  return results;
}
