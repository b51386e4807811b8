import type { Resource } from '../../engine/operation';
import { get } from './get';
import { getAll } from './getAll';
import { move } from './move';
import { incidentAlert as facts } from './resource';
import { resolve } from './resolve';
import { update } from './update';

export const incidentAlert: Resource = { ...facts, operations: [get, getAll, move, resolve, update] };
