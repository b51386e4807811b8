import { every, type Ids, maintenance, reference, type Step } from './bodies';

/** A time so many hours ahead. */
const soon = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

/** Calls about what surrounds incidents: business services, overrides, maintenance, and what an account defines. */
export const accountSuccesses: Record<string, (ids: Ids) => Step[]> = {
	'business services': (ids) => [
		['GET', '/business_services?limit=100&total=true', 200],
		['GET', `/business_services/${ids.businessService}`, 200],
		['GET', '/business_services/impacts', 200],
		[
			'GET',
			`/business_services/impacts?ids[]=${ids.businessService}&additional_fields[]=services.highest_impacting_priority&additional_fields[]=total_impacted_count`,
			200,
		],
		['GET', `/service_dependencies/business_services/${ids.businessService}`, 200],
		['GET', `/service_dependencies/technical_services/${ids.service}`, 200],
	],
	'overrides of schedules': (ids) => [
		['GET', `/schedules/${ids.schedule}/users?since=2026-03-02T00:00:00Z&until=2026-03-05T00:00:00Z`, 200],
		[
			'POST',
			`/schedules/${ids.schedule}/overrides`,
			201,
			{
				body: {
					overrides: [
						{ start: soon(1), end: soon(2), user: reference('user', ids.user) },
						{ start: soon(2), end: soon(1), user: reference('user', ids.user) },
					],
				},
			},
		],
		['GET', `/schedules/${ids.schedule}/overrides?since=${soon(0)}&until=${soon(3)}`, 201],
		['GET', `/schedules/${ids.schedule}/overrides?since=${soon(0)}&until=${soon(3)}&editable=true`, 201],
		['DELETE', `/schedules/${ids.schedule}/overrides/${ids.override}`, 204],
		['DELETE', `/schedules/${ids.schedule}/overrides/${ids.begunOverride}`, 200],
	],
	'maintenance windows': (ids) => [
		['GET', `/maintenance_windows?limit=100&filter=all&${every('services', 'teams', 'users')}`, 200],
		['GET', `/maintenance_windows/${ids.window}`, 200],
		['GET', `/maintenance_windows/${ids.window}?${every('services', 'teams', 'users')}`, 200],
		['POST', '/maintenance_windows', 201, { body: maintenance(ids.service, soon(1), soon(2)) }],
		['PUT', `/maintenance_windows/${ids.window}`, 200, { body: maintenance(ids.service, soon(1), soon(3)) }],
		['DELETE', `/maintenance_windows/${ids.window}`, 204],
	],
	'what an account defines, and whom it told': (ids) => [
		['GET', '/tags?total=true', 200],
		['GET', '/incidents/types/major_incident/custom_fields', 200],
		['GET', `/incidents/types/major_incident/custom_fields?${every('field_options')}`, 200],
		['GET', `/services/${ids.service}/custom_fields/values`, 200],
		['GET', `/notifications?since=${soon(-999)}&until=${soon(1)}&limit=100`, 200],
		['GET', `/notifications?since=${soon(-999)}&until=${soon(1)}&${every('users')}`, 200],
	],
};
