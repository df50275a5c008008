/** What other features see of `profile`. */
export { OrganizationSwitch } from './components/organization-switch.tsx';
