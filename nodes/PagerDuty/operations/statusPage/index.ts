import type { Resource } from '../../engine/operation';
import { getAll } from './getAll';
import { getImpacts } from './getImpacts';
import { getServices } from './getServices';
import { getSeverities } from './getSeverities';
import { getStatuses } from './getStatuses';
import { statusPage as facts } from './resource';

export const statusPage: Resource = {
	...facts,
	operations: [getImpacts, getAll, getServices, getSeverities, getStatuses],
};
