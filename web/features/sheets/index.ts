/** What other features see of `sheets`. */
export { hasCertificate } from './certificate.ts';
