/** Keys that work against a sandbox with the company seed. None of them opens anything at PagerDuty. */

/** REST API keys, 20 characters like PagerDuty's. */
export const sandboxKeys = {
	/** Account key (General Access), reads and writes, acts as nobody: writes need `From`. */
	account: 'u+sandboxAccountKey1',
	/** Account key that may only read. */
	readOnly: 'u+sandboxReadOnlyKey',
	/** Key of one user; acts as this user. */
	user: 'y_sandboxUserKeyMaya',
	/** Email of the user who owns the user key. */
	userEmail: 'maya.lindqvist@harborline.example',
	/** A key that was valid once. */
	revoked: 'u+sandboxRevokedKey1',
} as const;

/** The one OAuth app that is registered, with the callback of an n8n on this machine. */
export const sandboxOAuthApp = {
	clientId: '3f0c5a52-6b1d-4f6e-9a55-51a0d6f1c0de',
	clientSecret: 'sandbox-oauth-secret-7Qm2Zp9Lk4Rt8Wx1',
	subdomain: 'harborline',
	region: 'us',
} as const;

/** Integration keys of the Events API by the name of their service, 32 characters each. */
export const sandboxIntegrationKeys = {
	'Checkout API': 'a1c0ffee0000c4ec0a7b1e5d0000e001',
	'Payments Gateway': 'a1c0ffee0000c4ec0a7b1e5d0000e002',
	'Customer Portal': 'a1c0ffee0000c4ec0a7b1e5d0000e003',
	'Order Fulfilment': 'a1c0ffee0000c4ec0a7b1e5d0000e004',
	'Warehouse Sync': 'a1c0ffee0000c4ec0a7b1e5d0000e005',
	'Data Pipeline': 'a1c0ffee0000c4ec0a7b1e5d0000e006',
	'Identity & Login': 'a1c0ffee0000c4ec0a7b1e5d0000e007',
	'Internal Wiki': 'a1c0ffee0000c4ec0a7b1e5d0000e008',
} as const;
