import { byId, type Case, type Desk } from './desk';
import { idNamed } from '../idNamed';

const serviceNamed = ({ sandbox }: Desk, name: string) => idNamed(sandbox.services(), name);
const businessServiceNamed = ({ sandbox }: Desk, name: string) => idNamed(sandbox.businessServices(), name);

/** The cases of what is said about services, and of business services. */
export const serviceCases: Record<string, Case> = {
	'businessService:getDependencies': async (desk) => {
		const shop = businessServiceNamed(desk, 'Online Shop');
		const rows = await desk.read('businessService:getDependencies', { businessServiceId: byId(shop) });
		const needed = rows.filter(({ dependent_service: end }) => idOf(end) === shop);
		expect(needed.map(({ supporting_service: end }) => idOf(end)).sort()).toEqual(
			['Checkout API', 'Customer Portal', 'Payments Gateway'].map((name) => serviceNamed(desk, name)).sort(),
		);
		expect(rows.length).toBe(needed.length + 1);
	},

	'businessService:getImpacts': async (desk) => {
		const [shop, office] = ['Online Shop', 'Back Office'].map((name) => businessServiceNamed(desk, name));
		const read = async (businessServiceIds: string[], more = {}) =>
			await desk.read('businessService:getImpacts', { filters: { businessServiceIds }, ...more });
		const [worst, ...others] = await read([]);
		expect(worst).toMatchObject({
			status: 'impacted',
			additional_fields: { highest_impacting_priority: { id: expect.any(String) as string } },
		});
		expect(others).toHaveLength(desk.sandbox.businessServices().length - 1);
		expect(await read([office ?? ''])).toMatchObject([{ id: office, name: 'Back Office' }]);
		expect(await read([shop ?? '', office ?? ''], { limit: 1 })).toHaveLength(1);
	},

	'service:getCustomFields': async (desk) => {
		const fields = await desk.read('service:getCustomFields', {
			serviceId: byId(serviceNamed(desk, 'Checkout API')),
		});
		expect(fields).toMatchObject([
			{ name: 'environment', value: 'production' },
			{ name: 'tier', display_name: 'Tier', value: 'gold' },
		]);
	},

	'service:getDependencies': async (desk) => {
		const [portal, login] = ['Customer Portal', 'Identity & Login'].map((name) => serviceNamed(desk, name));
		const rows = await desk.read('service:getDependencies', { serviceId: byId(portal ?? '') });
		expect(rows).toContainEqual(
			expect.objectContaining({
				supporting_service: { id: login, type: 'technical_service_reference' },
				dependent_service: { id: portal, type: 'technical_service_reference' },
			}),
		);
	},

	'service:getStatus': async (desk) => {
		const id = serviceNamed(desk, 'Checkout API');
		const open = (urgency: string) =>
			desk.sandbox
				.incidents()
				.filter((each) => each.serviceId === id && each.status !== 'resolved' && each.urgency === urgency)
				.length;
		const [status] = await desk.read('service:getStatus', { serviceId: byId(id) });
		const [high, low] = [open('high'), open('low')];
		expect(status).toMatchObject({
			service: { id, name: 'Checkout API', escalation_policy: { summary: 'Storefront On-Call' } },
			status: 'critical',
			open_incidents: { high, low, total: high + low },
			ongoing_maintenance: [],
			on_call: [{ escalation_level: 1 }, { escalation_level: 2 }, { escalation_level: 3 }],
		});
		expect(high).toBeGreaterThan(0);
	},
};

const idOf = (reference: unknown) => Reflect.get(Object(reference), 'id');
