/** What other features see of `pipeline`. */
export { DeskHead } from './components/desk-head.tsx';
export { PipelineOf } from './components/pipeline.tsx';
export { countStages, isInStage, STAGES, type Stage } from './stages.ts';
export { useRoundInHand } from './use-stage-counts.ts';
