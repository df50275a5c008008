/**
 * Submission of an idea. It is one conditional put. Its key is derived from the client's
 * `Idempotency-Key`, so a request repeated because its first answer was lost finds its own idea and
 * gets the same answer, including the claim code.
 */
import { createHash, randomUUID } from 'node:crypto';
import { ideaView, presentOf } from '../../shared/contract/idea-view.ts';
import { API_PREFIX } from '../../shared/contract/route.ts';
import * as contract from '../../shared/contract/routes/ideas.ts';
import { type ClaimCode, writtenCode } from '../../shared/domain/idea/claim-code.ts';
import { photosOf } from '../../shared/domain/idea/photo.ts';
import * as submission from '../../shared/domain/idea/submission.ts';
import { isSubmittedUnnamed, withoutTimeOfDay } from '../../shared/domain/idea/unnamed.ts';
import type { IdeaId, MemberId, OrganizationId, RoundId } from '../../shared/domain/kernel/ids.ts';
import { err, ok, type Result } from '../../shared/domain/kernel/result.ts';
import { scheduleOf } from '../../shared/domain/organization/calendar.ts';
import { theOneMeant } from '../../shared/domain/organization/employee-number.ts';
import type { RoundFull, TooMuchWritten } from '../../shared/domain/organization/limits.ts';
import { secondsUntil } from '../../shared/domain/organization/limits.ts';
import type { Organization } from '../../shared/domain/organization/organization.ts';
import { earlierPlaces } from '../../shared/domain/round/placement.ts';
import { answer, type Endpoint, endpoint, memberOf } from '../../shared/http/endpoint.ts';
import { withPhotosTaken } from '../../shared/http/photo-taking.ts';
import type { InvalidRequest } from '../../shared/http/refusal.ts';
import { ideaIdFor } from '../../shared/store/ideas.ts';
import type { EmployeeDeps } from './dependencies.ts';

/**
 * The identity of an idea: its id in the round it will belong to, and its claim code if it has one.
 */
interface Identity {
  readonly idIn: (round: RoundId) => Promise<IdeaId>;
  readonly codeIn?: (round: RoundId) => ClaimCode;
}

/**
 * The shortest key of an unnamed submission. A person who guesses the key and repeats the text
 * would get the claim code.
 */
const SHORTEST_SECRET_KEY = 16;

export function submitIdea(deps: EmployeeDeps): Endpoint {
  const { members, organizations, ideas, photoViews, clock } = deps;
  return endpoint(
    contract.submitIdea,
    memberOf(members),
    async ({ path, body, member, idempotencyKey }) => {
      const now = clock.now();
      const [organization, known] = await Promise.all([
        organizations.ofMember(member),
        members.known(path.organization, [
          ...(body.authorId === undefined ? [] : [body.authorId]),
          ...(body.coAuthorIds ?? []),
        ]),
      ]);
      const { calendar } = organization;
      const author = theOneMeant((body.authorId && known.get(body.authorId)) ?? [], 'authorId');
      if (!author.ok) return author;
      const taken = submission.prepareSubmission(
        body,
        organization,
        member,
        author.value,
        now,
        known,
      );
      if (!taken.ok) return taken;
      const intake = withoutTimeOfDay(taken.value, calendar);
      const secret = isSubmittedUnnamed(intake);
      if (secret && idempotencyKey !== undefined && idempotencyKey.length < SHORTEST_SECRET_KEY)
        return err(KEY_TOO_SHORT);

      const { idIn, codeIn } = secret
        ? await byClaimCode(path.organization, idempotencyKey, deps)
        : byRequest(path.organization, body.unnamed ? 'unnamed' : member.id, idempotencyKey);
      const earlier = idempotencyKey === undefined ? [] : earlierPlaces(taken.value, now, calendar);
      const otherwise = await namedOtherwise(
        path.organization,
        body,
        member.id,
        idempotencyKey,
        deps,
      );
      const [id, otherIds] = await Promise.all([
        idIn(intake.round),
        Promise.all([
          ...earlier.map(idIn),
          ...(otherwise === undefined ? [] : [intake.round, ...earlier].map(otherwise.idIn)),
        ]),
      ]);
      const idea = submission.submitIdea({ ...intake, id });
      const fingerprint = createHash('sha256').update(JSON.stringify(body)).digest('base64url');
      // The secretary is responsible for slips that they type.
      const ofOwn = body.authorId === undefined && body.submittedAt === undefined;
      const request = idempotencyKey ?? randomUUID();
      const admitted = ofOwn
        ? await admit(intake, organization, member.id, request, deps)
        : ok(undefined);
      // A repeated request is answered, even when the limit is reached.
      // Its photos belong to the idea of the first attempt.
      const looks = !admitted.ok || photosOf(idea).length > 0;
      const made = looks ? await ideas.madeBy(idea, otherIds, fingerprint) : undefined;
      if (!admitted.ok && !made) return admitted;
      const ready = made ? ok(idea) : await withPhotosTaken(undefined, idea, deps);
      if (!ready.ok) return ready;
      const created = made ?? (await ideas.create(idea, otherIds, fingerprint));
      if (!created.created && !created.sameRequest) return err({ code: 'key-reused' });
      const stored = created.created ? idea : submission.asSubmitted(created.existing);
      const photos = await photoViews([stored]);
      return answer(
        {
          ...ideaView(stored, presentOf(organization, now), photos(stored)),
          claimCode: codeIn && writtenCode(codeIn(stored.round)),
        },
        {
          location: `${API_PREFIX}/organizations/${path.organization}/ideas/${stored.id}`,
          etag: `"${stored.version}"`,
        },
      );
    },
  );
}

/**
 * Whether a member may submit one more idea of their own. The limit of all members is compared with
 * the round's running number. That number lags a little, so no submission waits for a counter.
 */
async function admit(
  intake: submission.PendingSubmission,
  { id, calendar, limits }: Organization,
  member: MemberId,
  request: string,
  { quotas, statistics, clock }: EmployeeDeps,
): Promise<Result<undefined, TooMuchWritten | RoundFull>> {
  const now = clock.now();
  const { intakeEndsAt } = scheduleOf(intake.round, calendar);
  const [admitted, totals] = await Promise.all([
    quotas.admit({
      organization: id,
      round: intake.round,
      roundEnds: intakeEndsAt,
      member,
      counted: isSubmittedUnnamed(intake) ? 'unnamed-ideas' : 'ideas',
      request,
      now,
      anHour: limits.ideasAnHour,
      aRound: limits.ideasARound,
    }),
    statistics.totalsOf(id, [intake.round]),
  ]);
  if (!admitted.ok) return admitted;
  const [total] = totals.get(intake.round) ?? [];
  if ((total?.counts.get('submitted') ?? 0) < limits.ideasOfAll) return admitted;
  const retryAfterSeconds = secondsUntil(now, intakeEndsAt);
  return err({ code: 'round-full', most: limits.ideasOfAll, retryAfterSeconds });
}

/**
 * The identity by request. A secretary's unnamed slip reveals about its author only that they are
 * unnamed.
 */
function byRequest(
  organization: OrganizationId,
  who: MemberId | 'unnamed',
  key: string | undefined,
): Identity {
  const sameness = ['request', organization, who, key ?? randomUUID()];
  return { idIn: async round => ideaIdFor(round, sameness) };
}

/**
 * The identity by claim code alone. Not even the id of an unnamed idea may depend on its author.
 */
async function byClaimCode(
  organization: OrganizationId,
  key: string | undefined,
  { codes }: EmployeeDeps,
): Promise<Identity> {
  const codeIn = await codes.issue(organization, key);
  return { codeIn, idIn: round => codes.ideaOf(organization, codeIn(round)) };
}

/**
 * The identity of the same request with the other choice of named or unnamed. An author who changes
 * that choice after an attempt that seemed to fail must not submit twice. It is looked up, never
 * stored. Undefined if the key is too short to be unique.
 */
async function namedOtherwise(
  organization: OrganizationId,
  { unnamed, submittedAt }: submission.Slip,
  member: MemberId,
  key: string | undefined,
  deps: EmployeeDeps,
): Promise<Identity | undefined> {
  if (key === undefined || key.length < SHORTEST_SECRET_KEY) return undefined;
  if (unnamed) return byRequest(organization, member, key);
  return submittedAt === undefined
    ? byClaimCode(organization, key, deps)
    : byRequest(organization, 'unnamed', key);
}

const KEY_TOO_SHORT: InvalidRequest = {
  code: 'invalid-request',
  errors: [
    {
      field: 'Idempotency-Key',
      rule: 'length',
      words: {
        zh: `不记名提交时至少 ${SHORTEST_SECRET_KEY} 个字符，并且不能被人猜到（例如 UUID）：查询码由它产生`,
        en: `For an unnamed idea at least ${SHORTEST_SECRET_KEY} characters that nobody can guess, such as a UUID: its claim code is made of them`,
      },
    },
  ],
};
