/** What other features see of `profile`. */
export { ExportButton } from './components/export-button.tsx';
export { MyData } from './components/my-data.tsx';
export { OrganizationSwitch } from './components/organization-switch.tsx';
