import { sandboxKeys } from '../../../sandbox';
import { byId, openDesk, type Desk } from '../../support/operations/desk';

describe('the user in whose name something is done', () => {
	let desk: Desk;
	beforeAll(async () => {
		desk = await openDesk();
	});
	afterAll(() => desk.sandbox.close());

	const acknowledge = async (parameters = {}, credential = {}) => {
		const { id } = desk.sandbox.trigger();
		const result = await desk.run(
			'incident:acknowledge',
			{ incidentId: byId(id), ...parameters },
			{ credential },
		);
		const [user] = desk.sandbox.incident(id)?.acknowledgements ?? [];
		return { ...result, by: desk.sandbox.users().find((each) => each.id === user?.userId)?.name };
	};

	it('is the one of the credential by default', async () => {
		expect((await acknowledge()).by).toBe('Maya Lindqvist');
	});

	it('is the one that the node names, where it names one', async () => {
		const { by } = await acknowledge({ fromEmail: byId('rachel.kim@harborline.example') });
		expect(by).toBe('Rachel Kim');
	});

	it('is the owner of a user key, where neither names one', async () => {
		desk.newRequests();
		const { by } = await acknowledge({}, { apiToken: sandboxKeys.user, fromEmail: '' });
		expect(by).toBe('Maya Lindqvist');
		expect(desk.newRequests()[0]).toBe('GET /users/me');
	});

	it('must be named for an account key, which the error says before anything is changed', async () => {
		const { error, by } = await acknowledge({}, { fromEmail: '' });
		expect(error?.message).toBe('A From email is needed');
		expect(error?.description).toContain('"From Email"');
		expect(by).toBeUndefined();
	});

	it('must be a user of the account, and the error says where to correct it', async () => {
		const { error, by } = await acknowledge({}, { fromEmail: 'stranger@example.com' });
		expect(error?.description).toContain('not a user of this PagerDuty account');
		expect(by).toBeUndefined();
	});

	it('does not help a read-only key, and the error says so without the key in it', async () => {
		const { error, by } = await acknowledge({}, { apiToken: sandboxKeys.readOnly });
		expect(error?.description).toContain('read-only');
		expect(JSON.stringify(error)).not.toContain(sandboxKeys.readOnly);
		expect(by).toBeUndefined();
	});
});
