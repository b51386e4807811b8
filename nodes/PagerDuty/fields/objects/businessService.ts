import { path } from '../../api/path';
import { required } from '../field';
import { byId, locator } from '../locator';
import { multiSelect } from '../multiSelect';
import { load, search, type Source } from '../picker';

const businessServices: Source = {
	request: () => ({ method: 'GET', path: path`/business_services` }),
	list: 'business_services',
	scopes: ['services.read'],
	name: (row) => String(row.name),
	searchHere: true,
};

export const searchBusinessServices = search(businessServices);
export const loadBusinessServices = load(businessServices);

export const businessServiceId = required(
	locator({
		name: 'businessServiceId',
		displayName: 'Business Service',
		description: 'The business service to work with',
		search: 'searchBusinessServices',
		noun: 'business service',
		modes: [byId()],
	}),
);

export const businessServiceIds = multiSelect({
	name: 'businessServiceIds',
	noun: 'Business Service',
	description: 'Only these business services',
	load: 'loadBusinessServices',
});
