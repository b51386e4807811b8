import type { Resource } from '../../engine/operation';
import { create } from './create';
import { deleteWindow } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { maintenanceWindow as facts } from './resource';
import { update } from './update';

export const maintenanceWindow: Resource = {
	...facts,
	operations: [create, deleteWindow, get, getAll, update],
};
