/**
 * How near a text is to each idea of an organization. Texts are compared by their pairs of
 * neighbouring Han characters, and by their Latin words and numbers; one that few ideas have says
 * more than one that many have. What every idea says (建议…, 存在安全隐患) says nothing.
 */
import { fold } from './folding.ts';
import { joined, type Mark, type SearchedTexts } from './matching.ts';

/** A text that is being typed. */
export interface Draft {
  readonly title: string;
  readonly problem?: string;
}

/** The features of an idea's texts, each once. */
interface Features {
  readonly title: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
}

export interface Near<Idea> {
  readonly idea: Idea;
  /** From 0 to 1. */
  readonly nearness: number;
}

const HAN_RUN = /\p{Script=Han}{2,}|[a-z]+|\p{N}+(?:\.\p{N}+)?/gu;
const SET_PHRASES = /建议|希望|领导|存在|问题|安全隐患|隐患|提高|效率|改善|改进|增加|加装|解决/g;

/** From which nearness on an idea may well be the same. */
const ALARMING = 0.5;

export function featuresOf({ title, problem, proposal }: SearchedTexts): Features {
  const own = featuresIn(title);
  return { title: own, all: new Set([...own, ...featuresIn(problem), ...featuresIn(proposal)]) };
}

function featuresIn(text: string): Set<string> {
  const found = new Set<string>();
  for (const run of fold(text).replace(SET_PHRASES, ' ').match(HAN_RUN) ?? []) {
    if (!/\p{Script=Han}/u.test(run)) found.add(run);
    else for (let at = 0; at + 2 <= run.length; at += 1) found.add(run.slice(at, at + 2));
  }
  return found;
}

/** The nearest ideas to a draft that may well be the same, the nearest first. */
export function nearestTo<Idea>(
  draft: Draft,
  ideas: readonly Idea[],
  featuresOfIdea: (idea: Idea) => Features,
  most: number,
): Near<Idea>[] {
  const asked = featuresIn(draft.title);
  const frequency = new Map([...asked].map(feature => [feature, 0]));
  const sharing = ideas.map(idea => {
    const { all } = featuresOfIdea(idea);
    const shared = [...asked].filter(feature => all.has(feature));
    for (const feature of shared) frequency.set(feature, (frequency.get(feature) ?? 0) + 1);
    return { idea, shared };
  });
  const weight = (feature: string): number =>
    Math.log(1 + (ideas.length + 20) / (1 + (frequency.get(feature) ?? 0)));
  const sum = (features: Iterable<string>): number =>
    [...features].reduce((total, feature) => total + weight(feature), 0);
  const whole = sum(asked);
  return sharing
    .map(({ idea, shared }) => ({ idea, nearness: whole === 0 ? 0 : sum(shared) / whole }))
    .filter(({ nearness }) => nearness >= ALARMING)
    .sort((one, other) => other.nearness - one.nearness)
    .slice(0, most);
}

/** Where a title has what the draft has. */
export function commonIn(draft: Draft, title: string): Mark[] {
  const asked = new Set([...featuresIn(draft.title), ...featuresIn(draft.problem ?? '')]);
  const folded = fold(title);
  const marks: Mark[] = [];
  for (const feature of asked)
    for (let at = folded.indexOf(feature); at >= 0; at = folded.indexOf(feature, at + 1))
      marks.push([at, at + feature.length]);
  return joined(marks);
}
