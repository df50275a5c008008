/**
 * What is in the place of a page or a part while it loads. It is as tall as the screen, so that
 * whatever is below is out of view before and after, and nothing in view jumps.
 */
import { SkeletonRows } from './skeleton.tsx';

export function Loading() {
  return (
    <div class="loading">
      <SkeletonRows count={6} />
    </div>
  );
}
