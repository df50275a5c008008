/** What other features see of `submission`. */
export { ClaimCodeCard } from './components/claim-code.tsx';
export { ContentFields } from './components/content-fields.tsx';
export { RevisionForm } from './components/revision-form.tsx';
export { RoundEnd } from './components/round-end.tsx';
export { checkContent, draftOf, NEW_IDEA } from './draft.ts';
