/** What other features see of `sheets`. */
import { certificateOf } from './certificate.ts';

/** Whether an idea has a certificate to print. */
export function hasCertificate(idea: Parameters<typeof certificateOf>[0]): boolean {
  return certificateOf(idea).is === 'granted';
}
