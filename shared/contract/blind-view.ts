/**
 * The view of an idea whose authors are hidden from the reader: the author's department in place of
 * the authors, and nothing from which they could be worked out.
 */
import type * as z from 'zod/mini';
import type { Happening } from '../domain/idea/history.ts';
import type { Idea } from '../domain/idea/idea.ts';
import type { IdeaView } from './idea-view.ts';
import type { ideaDetail } from './schemas/idea.ts';

type DetailView = z.input<typeof ideaDetail>;
type EntryView = DetailView['history'][number];

/** An idea without its authors. */
export function blindIdea<View extends IdeaView>(view: View, idea: Idea): View {
  const { decision } = view;
  return {
    ...view,
    authorId: undefined,
    coAuthors: [],
    authorHidden: true,
    authorDepartment: idea.authorDepartment,
    // Electors who are authors are recused, so the number of electors shows that there is one.
    decision: decision && { ...decision, eligible: undefined, quorum: undefined },
  };
}

/** An idea's own page without its authors: nor its electors, among whom they are missing. */
export function blindDetail(view: DetailView, idea: Idea): DetailView {
  const { ballot, history } = view;
  return {
    ...blindIdea(view, idea),
    ballot: { ...ballot, turnout: null, eligible: undefined, quorum: undefined },
    voters: undefined,
    votes: undefined,
    voteComments: undefined,
    history: history.map(blindEntry),
  };
}

/**
 * An entry without the authors. It is decided by the act and not by who did it: if only the
 * authors' own were unsigned, an unsigned act of a secretary would show who the author is.
 */
function blindEntry(entry: EntryView): EntryView {
  const by = BY_AUTHORS[entry.act] ? { kind: entry.by.kind } : entry.by;
  switch (entry.act) {
    case 'submit':
    case 'revise':
      return { ...entry, by, coAuthorIds: undefined };
    case 'correct':
      return { ...entry, by, former: { ...entry.former, authorId: undefined } };
    default:
      return { ...entry, by };
  }
}

/** The acts that authors do, and what a secretary does in an author's place. */
const BY_AUTHORS: Readonly<Record<Happening['act'], boolean>> = {
  submit: true,
  return: false,
  revise: true,
  withdraw: true,
  correct: false,
  'take-back': false,
  list: false,
  merge: false,
  unmerge: false,
  absorb: false,
  release: false,
  adopt: false,
  decline: false,
  defer: false,
  dismiss: false,
  reopen: false,
  reply: false,
  assign: false,
  reassign: false,
  report: false,
  complete: false,
  'send-back': false,
  accept: false,
  abandon: false,
  'approve-reward': false,
  'pay-reward': false,
  'name-excellent': false,
  'unname-excellent': false,
  'rate-outcome': true,
  appeal: true,
  'answer-appeal': false,
  claim: true,
  acknowledge: true,
  'decline-authorship': true,
  refer: false,
  'give-opinion': false,
};
