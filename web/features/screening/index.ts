/** What other features see of `screening`. */
export { ReasonForm } from './components/reason-form.tsx';
export { ScreeningActs } from './components/screening-acts.tsx';
export type { HandledIdea } from './handled-idea.ts';
export { type ListedIdea, longestAdoptedFirst } from './screening.ts';
