/**
 * The effect of a change of a fact on the running numbers: on those of a round, on headcounts, on
 * the tallies of ballots and on counts of supports and comments. Each change adds the difference between its new
 * and old state, so the sum of all changes always equals the fold of the facts.
 */
import type { Choice, Vote } from '../idea/ballot.ts';
import type { Idea } from '../idea/idea.ts';
import type { Department, IdeaId, MemberId, OrganizationId, RoundId } from '../kernel/ids.ts';
import type { ErasedMember, Member } from '../organization/organization.ts';
import { CHANGES, type Counter } from './counters.ts';
import { type Delta, delta, type Scope } from './statistics.ts';

/**
 * A fact before and after a change. `before` is undefined for a new fact, `after` for a removed
 * one.
 */
export type FactChange =
  | { readonly fact: 'idea'; readonly before: Idea | undefined; readonly after: Idea | undefined }
  | {
      readonly fact: 'vote';
      readonly organization: OrganizationId;
      readonly ideaId: IdeaId;
      readonly before: Pick<Vote, 'round' | 'choice'> | undefined;
      readonly after: Pick<Vote, 'round' | 'choice'> | undefined;
    }
  | {
      readonly fact: 'support';
      readonly organization: OrganizationId;
      readonly ideaId: IdeaId;
      /** Whether a member supported the idea, and whether they do now. */
      readonly before: boolean;
      readonly after: boolean;
    }
  | {
      readonly fact: 'comment';
      readonly organization: OrganizationId;
      readonly ideaId: IdeaId;
      /** Whether everybody could read it, and whether they can now. */
      readonly before: boolean;
      readonly after: boolean;
    }
  | {
      readonly fact: 'member';
      readonly before: Head | undefined;
      readonly after: Head | undefined;
    };

type Head = Pick<Member, 'organization' | 'department' | 'active'> &
  Partial<Pick<ErasedMember, 'id' | 'erasedAt'>>;

/** The effect of a change of a fact. */
export type Effect =
  | {
      readonly kind: 'numbers';
      readonly organization: OrganizationId;
      readonly round: RoundId;
      readonly delta: Delta;
    }
  | {
      readonly kind: 'tally';
      readonly organization: OrganizationId;
      readonly ideaId: IdeaId;
      readonly round: RoundId;
      readonly choice: Choice;
      readonly change: number;
    }
  | {
      readonly kind: 'supports' | 'comments';
      readonly organization: OrganizationId;
      readonly ideaId: IdeaId;
      readonly change: number;
    }
  | {
      readonly kind: 'headcount';
      readonly organization: OrganizationId;
      readonly department: Department;
      readonly change: number;
    };

/** The places of numbers that change together. */
export type Place =
  | {
      readonly of: 'scope';
      readonly organization: OrganizationId;
      readonly round: RoundId;
      readonly scope: Scope;
    }
  | {
      readonly of: 'tally';
      readonly organization: OrganizationId;
      readonly ideaId: IdeaId;
      readonly round: RoundId;
    }
  /** An idea's supports and comments. */
  | { readonly of: 'supports'; readonly organization: OrganizationId; readonly ideaId: IdeaId }
  /** Of the organization, or of one of its departments. */
  | {
      readonly of: 'headcount';
      readonly organization: OrganizationId;
      readonly department?: Department;
    };

/** The numbers of a place, by name. */
export type PlaceCounter =
  | Counter
  | Choice
  | 'participants'
  | 'supports'
  | 'comments'
  | 'headcount'
  | typeof CHANGES;

/**
 * The additions to the numbers of a place, and to each author's number of ideas there. Zeros are
 * left out.
 */
export interface Addition {
  readonly place: Place;
  readonly counters: ReadonlyMap<PlaceCounter, number>;
  readonly authors: ReadonlyMap<MemberId, number>;
}

/** The effect of a change of a fact; undefined if no number depends on it. */
export function effectsOf(change: FactChange): Effect[] {
  switch (change.fact) {
    case 'idea': {
      const { before, after } = change;
      const idea = after ?? before;
      if (!idea) return [];
      const { organization, round } = idea;
      const gained = delta(before, after);
      return gained.size === 0 ? [] : [{ kind: 'numbers', organization, round, delta: gained }];
    }
    case 'vote': {
      const { organization, ideaId } = change;
      return differences(change, ({ round, choice }, by) => [
        { kind: 'tally', organization, ideaId, round, choice, change: by },
      ]);
    }
    case 'support':
    case 'comment': {
      const { fact, organization, ideaId, before, after } = change;
      const kind = fact === 'support' ? 'supports' : 'comments';
      // A visible comment is changed by its hiding only, and a support not at all.
      if (before === after) return [];
      return [{ kind, organization, ideaId, change: after ? 1 : -1 }];
    }
    case 'member':
      return differences(change, ({ organization, department, active }, by) =>
        active ? [{ kind: 'headcount', organization, department, change: by }] : [],
      );
  }
}

/** Adds effects up, place by place. */
export function project(effects: readonly Effect[]): Addition[] {
  const sums = new Map<string, Sum>();
  const at = (place: Place): Sum => {
    const name = JSON.stringify(place);
    const sum = sums.get(name) ?? { place, counters: new Map(), authors: new Map() };
    sums.set(name, sum);
    return sum;
  };
  for (const effect of effects) {
    const { organization } = effect;
    switch (effect.kind) {
      case 'numbers': {
        const { round, delta } = effect;
        for (const { scope, counts, authors } of delta.values()) {
          const sum = at({ of: 'scope', organization, round, scope });
          for (const [counter, change] of counts) increase(sum.counters, counter, change);
          for (const [author, change] of authors) increase(sum.authors, author, change);
        }
        const total = at({ of: 'scope', organization, round, scope: { by: 'organization' } });
        increase(total.counters, CHANGES, 1);
        break;
      }
      case 'tally': {
        const { ideaId, round, choice, change } = effect;
        const { counters } = at({ of: 'tally', organization, ideaId, round });
        increase(counters, choice, change);
        increase(counters, CHANGES, 1);
        break;
      }
      case 'supports':
      case 'comments': {
        const { counters } = at({ of: 'supports', organization, ideaId: effect.ideaId });
        increase(counters, effect.kind, effect.change);
        increase(counters, CHANGES, 1);
        break;
      }
      case 'headcount': {
        const { department, change } = effect;
        const whole = at({ of: 'headcount', organization });
        increase(whole.counters, 'headcount', change);
        increase(whole.counters, CHANGES, 1);
        increase(at({ of: 'headcount', organization, department }).counters, 'headcount', change);
        break;
      }
    }
  }
  return [...sums.values()].filter(
    ({ counters, authors }) => counters.size > 0 || authors.size > 0,
  );
}

/**
 * The additions to the numbers of a place, with its participants. An author is a participant while
 * at least one of their ideas counts there. `ideasOf` gives their former numbers of ideas.
 */
export function withParticipants(
  { counters, authors }: Addition,
  ideasOf: (author: MemberId) => number,
): ReadonlyMap<PlaceCounter, number> {
  const all = new Map(counters);
  for (const [author, change] of authors) {
    const before = ideasOf(author);
    increase(all, 'participants', Number(before + change > 0) - Number(before > 0));
  }
  return all;
}

interface Sum extends Addition {
  readonly counters: Map<PlaceCounter, number>;
  readonly authors: Map<MemberId, number>;
}

/** The old state is subtracted, the new one added. */
function differences<Fact>(
  { before, after }: { readonly before: Fact | undefined; readonly after: Fact | undefined },
  effects: (fact: Fact, change: -1 | 1) => Effect[],
): Effect[] {
  return [
    ...(before === undefined ? [] : effects(before, -1)),
    ...(after === undefined ? [] : effects(after, 1)),
  ];
}

function increase<Name>(sums: Map<Name, number>, name: Name, change: number): void {
  const next = (sums.get(name) ?? 0) + change;
  if (next === 0) sums.delete(name);
  else sums.set(name, next);
}
