import { path } from '../../api/path';
import { required } from '../field';
import { locator } from '../locator';
import { multiSelect } from '../multiSelect';
import { load, search, type Source } from '../picker';

const services: Source = {
	request: (query) => ({ method: 'GET', path: path`/services`, query: { query } }),
	list: 'services',
	scopes: ['services.read'],
	name: (row) => String(row.name),
};

export const searchServices = search(services);
export const loadServices = load(services);

const service = locator({
	name: 'serviceId',
	displayName: 'Service',
	description: 'The PagerDuty service to work with',
	search: 'searchServices',
	noun: 'service',
	page: 'service-directory',
});

export const serviceId = required(service);

/** One service whose objects a list is to have. */
export const ofServiceId = { ...service, description: 'Only what belongs to this service' } as const;

/** Where an object that exists is moved to. */
export const newServiceId = { ...service, description: 'Move the incident to this service' } as const;

export const serviceIds = multiSelect({
	name: 'serviceIds',
	noun: 'Service',
	description: 'Only what belongs to these services',
	load: 'loadServices',
});
