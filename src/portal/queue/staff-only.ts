import { withRole } from '../session/guards.ts';

/** Pages of the workbench are for every member of staff; what a role sees there is decided by the service. */
export const staffOnly = withRole('service', 'engineer', 'finance', 'privacy', 'admin');
