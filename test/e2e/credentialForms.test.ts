import type { Browser, Locator, Page } from 'playwright-core';

import {
	sandboxIntegrationKeys,
	sandboxKeys,
	sandboxOAuthApp,
	startSandbox,
	type Sandbox,
} from '../../sandbox';
import { sharedN8n, untilServed, type N8n } from '../support/n8n';
import type { N8nVersion } from '../support/n8nTypes';
import { until } from '../support/until';
import { deliver, eventBody } from './../support/signedDelivery';
import { agree, newCredential, type CredentialForm } from './credentialForm';
import { itemsOf } from './stage';
import { inBrowser, openBrowser, signedIn } from './visitor';
import { byHand, chain, pagerDuty, trigger } from './workflowParts';

jest.setTimeout(240_000);
