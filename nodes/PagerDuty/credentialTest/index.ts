import { testEvents } from './events';
import { testToken } from './token';

/** What n8n calls when a credential of the PagerDuty node is tested. */
export const credentialTest = { testEvents, testToken };
