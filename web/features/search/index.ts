/** What other features see of `search`. */
export { FoundIdeas } from './components/found-ideas.lazy.ts';
export { HitText } from './components/hit-text.tsx';
export { SearchField } from './components/search-field.tsx';
export { SearchPanel } from './components/search-panel.lazy.ts';
export { SimilarIdeas } from './components/similar-ideas.tsx';
export { searchOf } from './search-view.ts';
export { useFound } from './use-found.ts';
export { useSimilar } from './use-similar.ts';
export { useTyping } from './use-typing.ts';
