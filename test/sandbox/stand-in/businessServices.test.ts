import { type Sandbox, startSandbox } from '../../../sandbox';
import { caller } from './caller';
import { idNamed } from '../../support/idNamed';

let sandbox: Sandbox;
let call: ReturnType<typeof caller>;
beforeAll(async () => {
	sandbox = await startSandbox({ strict: true });
	call = caller(sandbox);
});
beforeEach(() => sandbox.reset('empty'));
afterAll(async () => await sandbox.close());

const openAt = async (service: string, priority?: number) => {
	const serviceId = idNamed(sandbox.services(), service);
	const [...priorities] = (await call('GET', '/priorities')).column('priorities', 'id');
	const priorityId = priority === undefined ? undefined : String(priorities[priority]);
	return { ...sandbox.trigger({ serviceId, priorityId }), priorityId };
};
const impacts = async () => {
	const answer = await call(
		'GET',
		'/business_services/impacts?additional_fields[]=services.highest_impacting_priority&additional_fields[]=total_impacted_count',
	);
	return {
		total: answer.at('additional_fields', 'total_impacted_count'),
		names: answer.column('services', 'name'),
		status: answer.column('services', 'status'),
		priorities: answer.column('services', 'additional_fields', 'highest_impacting_priority', 'id'),
	};
};

describe('a business service', () => {
	it('suffers from the incident with the highest priority on what it stands on, directly or not', async () => {
		expect(await impacts()).toMatchObject({ total: 0 });
		await openAt('Order Fulfilment', 2);
		const worst = await openAt('Warehouse Sync', 1);
		const { total, names, status, priorities } = await impacts();
		expect(total).toBe(2);
		expect(names.slice(0, 2)).toEqual(['Delivery', 'Harborline']);
		expect(status).toEqual(['impacted', 'impacted', 'not_impacted', 'not_impacted']);
		expect(priorities.slice(0, 2)).toEqual([worst.priorityId, worst.priorityId]);
	});

	it('recovers with its services, and does not mind incidents without a priority', async () => {
		await openAt('Checkout API');
		expect(await impacts()).toMatchObject({ total: 0 });
		const { id } = await openAt('Checkout API', 0);
		expect(await impacts()).toMatchObject({ total: 2 });
		sandbox.resolve(id);
		expect(await impacts()).toMatchObject({ total: 0 });
	});
});
