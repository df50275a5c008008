/**
 * The inline styles and scripts of the local system's own pages, as their content security policy
 * lists them.
 */
import { createHash } from 'node:crypto';

/** The source expression that allows this style or script and no other (CSP level 3, 2.3.1). */
export function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
